using System.Net;
using AngleSharp;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Microsoft.AspNetCore.TestHost;

namespace GridDesk.Tests.Infrastructure;

/// <summary>
/// Somebody at a browser without scripts: goes to pages, follows links, fills in forms by their labels, presses buttons by their
/// text, keeps cookies and follows redirects.
/// </summary>
public sealed class Visitor(TestServer server)
{
    private readonly CookieContainer _cookies = new();

    private HttpClient? _http;

    public IDocument Page { get; private set; } = null!;

    public HttpStatusCode Status { get; private set; }

    public string Path => new Uri(Page.Url).PathAndQuery;

    public HttpClient Http => _http ??= new(new Redirects(server.CreateHandler(), _cookies)) { BaseAddress = server.BaseAddress };

    public string Cookies => _cookies.GetCookieHeader(server.BaseAddress);

    public IReadOnlyList<string> Errors => [.. Page.QuerySelectorAll(".govuk-error-summary__list li").Select(e => e.TextContent.Trim())];

    public string Text => Squeezed(Page.QuerySelector("main")?.TextContent ?? Page.Body!.TextContent);

    public async Task<Visitor> GoAsync(string path)
    {
        await ReadAsync(await Http.GetAsync(path));
        return this;
    }

    /// <summary>Follows the first link of that text.</summary>
    public Task<Visitor> FollowAsync(string text) => GoAsync(
        Page.QuerySelectorAll<IHtmlAnchorElement>("a").First(a => Squeezed(a.TextContent) == text || a.GetAttribute("aria-label") == text).Href);

    public Visitor Fill(string label, string value)
    {
        switch (Labelled(label))
        {
            case IHtmlTextAreaElement area: area.Value = value; break;
            case IHtmlSelectElement select: select.Value = value; break;
            case IHtmlInputElement input: input.Value = value; break;
            case var other: throw new InvalidOperationException($"'{label}' is a {other.LocalName}, which cannot be filled in");
        }

        return this;
    }

    public Visitor Choose(string label, bool isChecked = true)
    {
        ((IHtmlInputElement)Labelled(label)).IsChecked = isChecked;
        return this;
    }

    /// <summary>Presses a button; files to send are given by the label of their field.</summary>
    public async Task<Visitor> PressAsync(string button, params (string Label, string FileName, byte[] Bytes)[] files)
    {
        var pressed = Page.QuerySelectorAll<IHtmlButtonElement>("button").FirstOrDefault(b => Squeezed(b.TextContent).StartsWith(button, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No button '{button}' on {Path}; there are: {string.Join(", ", Page.QuerySelectorAll("button").Select(b => Squeezed(b.TextContent)))}");
        var form = pressed.Form!;
        var fields = form.Elements.OfType<IHtmlElement>().SelectMany(Posted).ToList();
        if (!string.IsNullOrEmpty(pressed.Name))
        {
            fields.Add(new(pressed.Name, pressed.Value));
        }

        var action = pressed.HasAttribute("formaction") ? new Uri(new Uri(Page.Url), pressed.GetAttribute("formaction")!).ToString() : form.Action;
        if (form.Method == "get")
        {
            var query = await new FormUrlEncodedContent(fields!).ReadAsStringAsync();
            return await GoAsync($"{action.Split('?')[0]}?{query}");
        }

        await ReadAsync(await Http.PostAsync(action, form.Enctype == "multipart/form-data" ? WithFiles(fields, files) : new FormUrlEncodedContent(fields!)));
        return this;
    }

    private MultipartFormDataContent WithFiles(List<KeyValuePair<string, string?>> fields, (string Label, string FileName, byte[] Bytes)[] files)
    {
        var content = new MultipartFormDataContent();
        foreach (var (name, value) in fields)
        {
            content.Add(new StringContent(value ?? ""), name);
        }

        foreach (var (label, fileName, bytes) in files)
        {
            content.Add(new ByteArrayContent(bytes), ((IHtmlInputElement)Labelled(label)).Name!, fileName);
        }

        return content;
    }

    private static IEnumerable<KeyValuePair<string, string?>> Posted(IHtmlElement element) => element switch
    {
        IHtmlInputElement { Type: "radio" or "checkbox", IsChecked: false } or IHtmlInputElement { Type: "submit" or "file" or "button" } => [],
        IHtmlInputElement { Name.Length: > 0, IsDisabled: false } input => [new(input.Name!, input.Value)],
        IHtmlTextAreaElement { Name.Length: > 0 } area => [new(area.Name!, area.Value)],
        IHtmlSelectElement { Name.Length: > 0 } select => [new(select.Name!, select.Value)],
        _ => [],
    };

    private IElement Labelled(string text)
    {
        var labels = Page.QuerySelectorAll<IHtmlLabelElement>("label");
        var label = labels.FirstOrDefault(l => Squeezed(l.TextContent) == text) ?? labels.FirstOrDefault(l => Squeezed(l.TextContent).StartsWith(text, StringComparison.Ordinal))
            ?? throw new InvalidOperationException($"No field '{text}' on {Path}; there are: {string.Join(", ", labels.Select(l => Squeezed(l.TextContent)))}");
        return Page.GetElementById(label.HtmlFor ?? "") ?? label.QuerySelector("input")!;
    }

    private async Task ReadAsync(HttpResponseMessage response)
    {
        Status = response.StatusCode;
        var text = await response.Content.ReadAsStringAsync();
        Page = await BrowsingContext.New(Configuration.Default).OpenAsync(page => page.Address(response.RequestMessage!.RequestUri).Content(text));
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Cookies and redirects, which the test server's handler leaves to its caller.</summary>
    private sealed class Redirects(HttpMessageHandler inner, CookieContainer cookies) : DelegatingHandler(inner)
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            for (var hops = 0; ; hops++)
            {
                if (cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } kept)
                {
                    request.Headers.Remove("Cookie");
                    request.Headers.Add("Cookie", kept);
                }

                var response = await base.SendAsync(request, cancellationToken);
                response.RequestMessage ??= request;
                foreach (var cookie in response.Headers.TryGetValues("Set-Cookie", out var set) ? set : [])
                {
                    cookies.SetCookies(request.RequestUri!, cookie);
                }

                if (response.Headers.Location is not { } location || (int)response.StatusCode is < 300 or > 399 || hops > 10)
                {
                    response.RequestMessage = request;
                    return response;
                }

                request = new HttpRequestMessage(HttpMethod.Get, new Uri(request.RequestUri!, location));
            }
        }
    }
}
