using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Web;

/// <summary>
/// Pages are opened and posted to. Any other method would be drawn without its handler, from nothing; it is answered 405.
/// The error page answers whatever method the failed request had.
/// </summary>
internal static class PageMethods
{
    private const string ErrorPage = "/Errors/Status";

    public static void UsePageMethods(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        if (http.GetEndpoint()?.Metadata.GetMetadata<PageActionDescriptor>() is { } page && page.ViewEnginePath != ErrorPage && http.Request.Method is not ("GET" or "HEAD" or "POST"))
        {
            http.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
            http.Response.Headers.Allow = "GET, HEAD, POST";
            return Task.CompletedTask;
        }

        return next(http);
    });
}
