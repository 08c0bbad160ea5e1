using System.Net.Http.Headers;
using System.Text;
using GridDesk.Requests;
using GridDesk.Tests.Requests.Api;

namespace GridDesk.Tests.House;

/// <summary>A call to some address, with whatever a hostile or broken program might put into it.</summary>
internal static class HostileCall
{
    private static readonly string Long = new('長', 9_000);
    private static readonly string[] Nasty =
    [
        "", " ", "%00", "a%00b", "..%2f..%2fetc%2fpasswd", "..\\..\\x", "%F0%9F%98%80", "%ED%A0%80", "%FF%FE", "%u0000", "' OR 1=1 --", "<script>alert(1)</script>",
        "99999999999999999999999999999999", "-1", "0", "1e400", "NaN", "null", "true", "2147483648", "-9223372036854775809", "9999-12-31", "0000-00-00", "0001-01-01", "108/2/30", "9999999-12-31",
        "CY108-00001-A", "CYP108-00001-A", "0197863e-5c00-7000-8000-000000000001", "{}", "[]", "[", "{{7*7}}", "%25%32%66", "~/x", "//evil.example/", "http://evil.example", "javascript:x", "\u202Ertl", "\uFEFF", "e\u0301\u0302\u0303",
    ];

    public static HttpRequestMessage Draw(Random random, Door door, string? cookie, string? token, string? form, ServiceRequest request)
    {
        string Any() => random.Next(12) switch { 0 => Long, 1 => new string('9', 400), 2 => $"{request.Id}", 3 => request.Number!, _ => Nasty[random.Next(Nasty.Length)] };

        var path = door.Path(parameter => random.Next(3) switch
        {
            0 when parameter.Contains(":guid") => $"{request.Id}",
            0 when parameter.Contains(":int") => $"{random.Next(200, 700)}",
            _ => InPath(Any().Replace("%00", "%01")), // a server refuses %00 in a path before the program sees it
        });
        var query = string.Join('&', Enumerable.Range(0, random.Next(4)).Select(_ => $"{InPath(Field())}={InPath(Any())}"));
        var handler = door.Handlers.Count > 0 && random.Next(2) == 0 ? $"handler={door.Handlers[random.Next(door.Handlers.Count)]}" : "";
        var address = path + "?" + string.Join('&', new[] { handler, query }.Where(q => q.Length > 0));
        var method = door.Handlers.Count > 0 && random.Next(2) == 0 ? "POST"
            : random.Next(6) == 0 ? new[] { "HEAD", "POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW", "PAGE" }[random.Next(9)]
            : door.Methods.Count > 0 ? door.Methods[random.Next(door.Methods.Count)] : "GET";
        var message = new HttpRequestMessage(new HttpMethod(method), (random.Next(4) == 0 ? "/en" : "") + address);
        if (cookie is not null)
        {
            message.Headers.TryAddWithoutValidation("Cookie", cookie);
        }

        if (token is not null)
        {
            message.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        }

        (string, string)[] headers = [("Accept-Language", "x;q=9,,zh"), ("Accept", "a/b;q=x"), ("Idempotency-Key", Any()), ("Range", "bytes=9-1"), ("If-None-Match", "\""), ("X-Forwarded-For", "::%"), ("User-Agent", "Mobi\u00e9"), ("If-Modified-Since", "never"), ("Origin", "null"), ("Authorization", "Bearer gd_x")];
        foreach (var (name, value) in headers.Where(_ => random.Next(5) == 0 && token is null))
        {
            message.Headers.TryAddWithoutValidation(name, Uri.EscapeDataString(value)[..Math.Min(300, Uri.EscapeDataString(value).Length)]);
        }

        if (method is not ("GET" or "HEAD" or "TRACE"))
        {
            message.Content = Body();
        }

        return message;

        string Field() => door.Fields.Count > 0 && random.Next(5) > 0 ? door.Fields[random.Next(door.Fields.Count)]
            : new[] { "id", "code", "q", "return", "Input.Name", "answers.reason", "answers[0].x", "document", "handler", "page", "from", "until", "__proto__", "text", "[" }[random.Next(15)];

        string Typed() => random.Next(8) switch { 0 => "\0", 1 => "a\0b\ud800", 2 => "\ud83d", 3 => "😀", 4 => new string('王', 3_000), _ => Uri.UnescapeDataString(Any()) };

        HttpContent Body()
        {
            var fields = Enumerable.Range(0, random.Next(8)).Select(_ => KeyValuePair.Create(Field(), Typed())).ToList();
            if (form is not null && random.Next(6) > 0)
            {
                fields.Add(KeyValuePair.Create("__RequestVerificationToken", form));
            }

            switch (random.Next(8))
            {
                case 0:
                    return new StringContent($"{{\"{Any().Replace("\"", "")}\":[{{\"x\":\"\\ud800\"}}", Encoding.UTF8, "application/json");
                case 1:
                    var bytes = new byte[random.Next(2_000)];
                    random.NextBytes(bytes);
                    var raw = new ByteArrayContent(bytes);
                    raw.Headers.TryAddWithoutValidation("Content-Type", new[] { "application/json", "multipart/form-data; boundary=x", "multipart/form-data", "application/x-www-form-urlencoded; charset=utf-7", "text/plain", "x", "application/json; charset=nonsense" }[random.Next(7)]);
                    return raw;
                case 2:
                    var parts = new MultipartFormDataContent();
                    foreach (var (name, value) in fields)
                    {
                        parts.Add(new ByteArrayContent(Encoding.UTF8.GetBytes(value)), Name(name));
                    }

                    parts.Add(new ByteArrayContent(ApiCaller.Pdf), "file", Name(Any()));
                    return parts;
                default:
                    return new FormUrlEncodedContent(fields);
            }

            static string Name(string text) => Uri.EscapeDataString(text) is { Length: > 0 } name ? name[..Math.Min(2_000, name.Length)] : "x";
        }
    }

    // Keeps what is escaped already and escapes what a request line cannot hold.
    private static string InPath(string text) => string.Concat(text.Select(c => c is > '\u007f' or ' ' or '"' or '<' or '>' or '{' or '}' or '\\' or '^' or '`' or '?' or '#' or '|' ? Uri.EscapeDataString($"{c}") : $"{c}"));
}
