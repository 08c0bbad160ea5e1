using GridDesk.Ui.Errors;
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
        if (await MistakeIn(http.Request) is { } status)
        {
            if (status is StatusCodes.Status413PayloadTooLarge && http.Request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is false)
            {
                http.Features.Set(new TooMuchText());
            }

            http.Request.ContentType = null; // nor shall the error page try
            http.Response.StatusCode = http.IsForPrograms()
                ? throw new BadHttpRequestException("The address or the form cannot be read", status)
                : status;
            return;
        }

        await next(http);
    });

    private static async Task<int?> MistakeIn(HttpRequest request)
    {
        try
        {
            return request.Query.Any(HasNul) || (request.HasFormContentType && (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Any(HasNul))
                ? StatusCodes.Status400BadRequest : null;
        }
        catch (BadHttpRequestException problem)
        {
            return problem.StatusCode; // larger than the page takes
        }
        catch (InvalidDataException) when (request.ContentType?.StartsWith("multipart/", StringComparison.OrdinalIgnoreCase) is false)
        {
            return StatusCodes.Status413PayloadTooLarge; // a field longer than any page has, or more of them
        }
        catch (Exception problem) when (problem is InvalidDataException or NotSupportedException or ArgumentException or IOException)
        {
            return StatusCodes.Status400BadRequest;
        }
    }

    private static bool HasNul(KeyValuePair<string, StringValues> field) => field.Key.Contains('\0') || field.Value.Any(value => value?.Contains('\0') is true);
}
