using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Web;

/// <summary>
/// A page is opened, or posted to where it has something to post. Called in any other way it would be drawn without its handler,
/// from nothing; that is answered 405. The error page answers whatever method the failed request had.
/// </summary>
internal sealed class PageMethods : IPageFilter
{
    private const string ErrorPage = "/Errors/Status";

    // Pages have methods that look like handlers of a method called PAGE.
    public void OnPageHandlerSelected(PageHandlerSelectedContext page) =>
        page.HandlerMethod = page.HttpContext.Request.Method is "GET" or "HEAD" or "POST" ? page.HandlerMethod : null;

    public void OnPageHandlerExecuting(PageHandlerExecutingContext page)
    {
        var http = page.HttpContext;
        if (page.HandlerMethod is null && page.ActionDescriptor.ViewEnginePath != ErrorPage && !HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            var posts = page.ActionDescriptor.HandlerMethods.Any(handler => handler.HttpMethod == "Post");
            http.Response.Headers.Allow = posts ? "GET, HEAD, POST" : "GET, HEAD";
            page.Result = new StatusCodeResult(StatusCodes.Status405MethodNotAllowed);
        }
    }

    public void OnPageHandlerExecuted(PageHandlerExecutedContext page) { }
}
