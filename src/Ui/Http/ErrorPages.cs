using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Builder;

namespace GridDesk.Ui.Http;

/// <summary>
/// Whatever goes wrong ends on a page of ours for people (<c>/error/{code}</c>, shown in place) and in problem details
/// for programs.
/// </summary>
internal static class ErrorPages
{
    public static void UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = "/error/500",
            AllowStatusCode404Response = true,
            StatusCodeSelector = RefusalStatus.Of,
            // A refusal is no fault of ours; everything else belongs in the log, answered or not.
            SuppressDiagnosticsCallback = failed => failed.Exception is Refusal,
        });

        app.UseWhen(http => http.IsForPrograms(), programs => programs.UseStatusCodePages());
        app.UseWhen(http => !http.IsForPrograms(), people => people.UseStatusCodePagesWithReExecute("/error/{0}"));
    }
}
