using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Ui.Errors;

/// <summary>
/// Shown in place of a page that could not be: not found, not allowed, refused, too old, broken. It has no handler, so
/// it answers whatever method the failed request had.
/// </summary>
[AllowAnonymous, IgnoreAntiforgeryToken]
public sealed class Status(Chrome chrome) : PageModel
{
    public string Heading { get; private set; } = "";

    public string Advice { get; private set; } = "";

    public string Phone => chrome.Phone;

    internal StaleForm? Stale { get; private set; }

    internal string AskedAddress { get; private set; } = "";

    /// <summary>The page was one of the staff’s: they go back to the desk, not to the customers’ pages.</summary>
    internal bool IsOfDesk { get; private set; }

    public override void OnPageHandlerExecuting(PageHandlerExecutingContext context)
    {
        var failure = HttpContext.Features.Get<IExceptionHandlerFeature>()?.Error;
        var instead = HttpContext.Features.Get<IStatusCodeReExecuteFeature>();

        // After an exception the status is already chosen; opened directly or re-executed it is in the address.
        var code = failure is not null ? Response.StatusCode : int.Parse((string)RouteData.Values["code"]!);
        Response.StatusCode = code is >= 400 and <= 599 ? code : StatusCodes.Status404NotFound;

        Stale = HttpContext.Features.Get<StaleForm>();
        IsOfDesk = new PathString(HttpContext.AskedPath()).StartsWithSegments("/desk");
        AskedAddress = Request.PathBase + new PathString(HttpContext.AskedPath()).ToUriComponent() + instead?.OriginalQueryString;
        (Heading, Advice) = Stale is not null ? ErrorWords.Stale
            : HttpContext.Features.Get<TooMuchText>() is not null ? ErrorWords.TooMuchText
            : failure is Refusal refusal ? (ErrorWords.Of(Response.StatusCode).Heading, refusal.Reason.ToString())
            : ErrorWords.Of(Response.StatusCode);
    }
}
