using Microsoft.AspNetCore.Diagnostics;
using GridDesk.Ui.Http;

namespace GridDesk.Ui.Refusals;

/// <summary>Answers a failed call of the API with problem details (RFC 9457) in the caller's language.</summary>
internal sealed class ProblemAnswers : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception failure, CancellationToken cancellation)
    {
        if (!http.IsForPrograms())
        {
            return false;
        }

        var (code, detail, field) = failure switch
        {
            Refusal refusal => (refusal.Code, refusal.Reason.ToString(), refusal.Field),
            Kernel.Refusals several => (several.All[0].Code, several.All[0].Reason.ToString(), several.All[0].Field),
            BadHttpRequestException => ("bad-request",
                Languages.Say("送來的資料讀不懂，請照 API 說明的格式再送一次。", "We could not read the request; please send it in the form the API description gives."), null),
            _ => ("unexpected",
                Languages.Say("系統出了問題，我們會處理。請稍後再試。", "Something went wrong on our side. Please try again later."), (string?)null),
        };

        var extensions = new Dictionary<string, object?> { ["code"] = code };

        if (field is not null)
        {
            extensions["field"] = field;
        }

        if (failure is Kernel.Refusals all)
        {
            extensions["errors"] = all.All.Select(refusal => new { refusal.Code, refusal.Field, Detail = refusal.Reason.ToString() }).ToList();
        }

        await Results
            .Problem(detail, statusCode: RefusalStatus.Of(failure), extensions: extensions)
            .ExecuteAsync(http);
        return true;
    }
}
