using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;

namespace GridDesk.Ui.Refusals;

/// <summary>
/// A form whose token no longer holds (the page was open for too long) is not thrown away: the error page offers to
/// send the same fields again with a fresh token. Only when the browser says that the form was ours, for a stranger's
/// page could otherwise send its fields with one click of the visitor.
/// </summary>
internal sealed class OfferToResend : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        var request = context.HttpContext.Request;

        if (context.Result is IAntiforgeryValidationFailedResult && request.HasFormContentType)
        {
            context.HttpContext.Features.Set(new StaleForm(IsOurs(request) ? Fields(request.Form) : []));
        }
    }

    public void OnResultExecuted(ResultExecutedContext context) { }

    private static bool IsOurs(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site
            ? site == "same-origin"
            : request.Headers.Origin == $"{request.Scheme}://{request.Host}";

    private static List<KeyValuePair<string, string>> Fields(IFormCollection form) =>
    [
        .. from field in form
           where field.Key != "__RequestVerificationToken" && !field.Key.Contains("password", StringComparison.OrdinalIgnoreCase)
           from value in field.Value
           select KeyValuePair.Create(field.Key, value ?? ""),
    ];
}

/// <summary>What a form with an old token carried; empty when it cannot be offered again.</summary>
internal sealed record StaleForm(IReadOnlyList<KeyValuePair<string, string>> Fields);
