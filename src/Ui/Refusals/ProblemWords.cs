using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Refusals;

/// <summary>Completes problem details that the framework made by itself, so that every error has a code and says in the caller's language what to do.</summary>
internal static class ProblemWords
{
    private const string Code = "code";

    public static void Complete(ProblemDetails problem)
    {
        if (problem.Extensions.ContainsKey(Code))
        {
            return;
        }

        var (code, detail) = Of(problem.Status ?? StatusCodes.Status500InternalServerError);
        problem.Extensions[Code] = code;
        problem.Detail ??= detail;
    }

    private static (string Code, string Detail) Of(int status) => status switch
    {
        404 => ("not-found", Say("沒有這個網址，請對照 /openapi/v1.json。", "There is nothing at this address; see /openapi/v1.json.")),
        405 => ("method-not-allowed", Say("這個網址不接受這個方法，請對照 /openapi/v1.json。", "This address does not take this method; see /openapi/v1.json.")),
        413 => ("too-large", Say("送來的資料太大，請縮小或分次送。", "What was sent is too large; make it smaller or send it in parts.")),
        415 => ("media-type", Say("送來的格式不對，請對照 /openapi/v1.json 的 Content-Type。", "The media type is not taken here; see /openapi/v1.json.")),
        429 => ("too-many-tries", Say("太多次了，請等一分鐘再試。", "Too many tries; please wait a minute.")),
        >= 500 => ("unexpected", Say("系統出了問題，我們會處理。請稍後再試。", "Something went wrong on our side. Please try again later.")),
        _ => ("bad-request", Say("送來的資料讀不懂，請照 API 說明的格式再送一次。", "We could not read the request; please send it in the form the API description gives.")),
    };
}
