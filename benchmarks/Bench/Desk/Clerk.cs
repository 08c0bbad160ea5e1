using System.Net;
using System.Text.RegularExpressions;

namespace GridDesk.Bench.Desk;

/// <summary>A member of the staff at a browser, signed in.</summary>
internal sealed partial class Clerk : IDisposable
{
    public const string Password = "the-office-opens-at-8";

    private readonly HttpClient _http;

    private Clerk(Uri office) => _http = new(new SocketsHttpHandler { CookieContainer = new CookieContainer(), MaxConnectionsPerServer = 256 }) { BaseAddress = office, Timeout = TimeSpan.FromMinutes(5) };

    public static async Task<Clerk> SignInAsync(Uri office, string name)
    {
        var clerk = new Clerk(office);
        var form = await clerk._http.GetStringAsync("/en/sign-in");
        Dictionary<string, string> fields = Inputs().Matches(form).Select(m => m.Value).Where(tag => Named(tag) is not null && !tag.Contains("submit", StringComparison.Ordinal))
            .GroupBy(tag => Named(tag)!).ToDictionary(g => g.Key, g => Valued(g.First()) ?? "");
        foreach (var key in fields.Keys.ToList())
        {
            fields[key] = key.EndsWith("UserName", StringComparison.OrdinalIgnoreCase) || key.EndsWith("Name", StringComparison.Ordinal) ? name : key.EndsWith("Password", StringComparison.Ordinal) ? Password : fields[key];
        }

        await clerk._http.PostAsync("/en/sign-in", new FormUrlEncodedContent(fields));
        await clerk.LookAsync("/en/desk");
        return clerk;
    }

    /// <summary>Opens a page and reads it to its end.</summary>
    /// <exception cref="InvalidOperationException">It is not the page that was asked for.</exception>
    public async Task<string> LookAsync(string path)
    {
        using var answer = await _http.GetAsync(path);
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode && !answer.RequestMessage!.RequestUri!.AbsolutePath.EndsWith("/sign-in", StringComparison.Ordinal) ? text
            : throw new InvalidOperationException($"{path}: {answer.StatusCode} {Content().Match(text).Value}");
    }

    /// <summary>Fills in a form of a page and sends it.</summary>
    public async Task<string> SendAsync(string page, string handler, Dictionary<string, string> fields) => await SendAsync(page, await LookAsync(page), handler, fields);

    /// <param name="seen">The page as it was opened.</param>
    public async Task<string> SendAsync(string page, string seen, string handler, Dictionary<string, string> fields)
    {
        var token = Inputs().Matches(seen).Select(m => m.Value).First(tag => Named(tag) == "__RequestVerificationToken");
        using var answer = await _http.PostAsync($"{page}?handler={handler}", new FormUrlEncodedContent(fields.Append(new("__RequestVerificationToken", Valued(token)!))));
        var text = await answer.Content.ReadAsStringAsync();
        return answer.IsSuccessStatusCode ? text : throw new InvalidOperationException($"{page}: {answer.StatusCode} {Content().Match(text).Value}");
    }

    public void Dispose() => _http.Dispose();

    private static string? Named(string tag) => Name().Match(tag) is { Success: true } m ? m.Groups[1].Value : null;

    private static string? Valued(string tag) => Value().Match(tag) is { Success: true } m ? WebUtility.HtmlDecode(m.Groups[1].Value) : null;

    [GeneratedRegex("<main.*</main>", RegexOptions.Singleline)]
    private static partial Regex Content();

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("name=\"([^\"]*)\"")]
    private static partial Regex Name();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
