using GridDesk.Ui.Http;
using Microsoft.Extensions.Primitives;

namespace GridDesk.Web;

/// <summary>
/// Reads a posted form before anybody else does: one that cannot be read, or a text with a NUL, which no database stores or
/// looks for, is the sender's mistake (400) and not ours.
/// </summary>
internal static class ReadableInput
{
    public static void UseReadableInput(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.Request.Query.Any(HasNul) || !await CanReadFormAsync(http.Request))
        {
            http.Request.ContentType = null; // nor shall the error page try
            http.Response.StatusCode = http.IsForPrograms()
                ? throw new BadHttpRequestException("The address or the form cannot be read")
                : StatusCodes.Status400BadRequest;
            return;
        }

        await next(http);
    });

    private static async Task<bool> CanReadFormAsync(HttpRequest request)
    {
        try
        {
            return !request.HasFormContentType || !(await request.ReadFormAsync(request.HttpContext.RequestAborted)).Any(HasNul);
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or ArgumentException or IOException and not BadHttpRequestException)
        {
            return false;
        }
    }

    private static bool HasNul(KeyValuePair<string, StringValues> field) => field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0') is true);
}
