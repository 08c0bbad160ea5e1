using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Net.Http.Headers;

namespace GridDesk.Ui.Http;

/// <summary>
/// The address decides the language: <c>/en/…</c> is English, everything else Chinese. The prefix moves to the path
/// base, so routes are written once and <c>~/</c> links stay in the language. Programs say it by Accept-Language.
/// </summary>
public static class SpeakLanguages
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-TW");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static IApplicationBuilder UseLanguages(this IApplicationBuilder app) => app.Use((http, next) =>
    {
        var request = http.Request;
        var language = Language.Chinese;
        var isNegotiated = false;

        if (request.Path.StartsWithSegments(Addresses.EnglishPrefix, out var prefix, out var rest))
        {
            http.Features.Set(new EnglishAddress());
            request.PathBase = request.PathBase.Add(prefix);
            request.Path = rest.HasValue ? rest : "/";
            language = Language.English;
        }
        else if (http.IsForPrograms())
        {
            language = Preferred(request.GetTypedHeaders().AcceptLanguage);
            isNegotiated = true;
        }

        CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = language is Language.English ? English : Chinese;

        http.Response.OnStarting(() =>
        {
            if (Headers.IsForReading(http.Response.ContentType))
            {
                http.Response.Headers.ContentLanguage = language.Tag;
            }

            if (isNegotiated)
            {
                http.Response.Headers.AppendCommaSeparatedValues(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            }

            return Task.CompletedTask;
        });

        return next(http);
    });

    private static Language Preferred(IList<StringWithQualityHeaderValue> accepted) => accepted
        .Where(wish => wish.Quality is not 0)
        .OrderByDescending(wish => wish.Quality ?? 1)
        .Select(wish => wish.Value.Value ?? "")
        .Select(tag => tag.StartsWith("zh", StringComparison.OrdinalIgnoreCase) ? Language.Chinese
            : tag.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? Language.English
            : (Language?)null)
        .FirstOrDefault(language => language is not null) ?? Language.Chinese;
}
