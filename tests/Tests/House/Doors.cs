using System.Reflection;
using System.Text.RegularExpressions;
using AngleSharp.Html.Parser;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.House;

/// <summary>One address of the program.</summary>
internal sealed partial record Door(string Route, IReadOnlyList<string> Methods, bool IsPublic, IReadOnlyList<NeedsAttribute> Needs, IReadOnlyList<string> Handlers, IReadOnlyList<string> Fields)
{
    public bool IsForPrograms => Route.StartsWith("api/", StringComparison.Ordinal);

    /// <summary>
    /// Every way of calling it: for a page opening it and each of its handlers, posting without one, and a method that no page has;
    /// for anything else its methods.
    /// </summary>
    public required IReadOnlyList<Way> Ways { get; init; }

    /// <summary>The path, with each parameter filled in.</summary>
    public string Path(Func<string, string> fill) => "/" + Parameter().Replace(Route, match => fill(match.Value));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

/// <summary>One way of calling an address.</summary>
/// <param name="AlsoNeeds">What the page's handler needs besides the page, one of them.</param>
internal sealed record Way(HttpMethod Method, string Query, IReadOnlyList<Right>? AlsoNeeds);

internal static class Doors
{
    public static async Task<IReadOnlyList<Door>> OfAsync(TestOffice office)
    {
        var loader = office.App.Services.GetRequiredService<PageLoader>();
        List<Door> doors = [];
        foreach (var endpoint in office.App.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            if (endpoint.RoutePattern.RawText == "{**path:file}")
            {
                continue; // answers "not found" for files that are not there
            }

            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var compiled = page is null ? null : await loader.LoadAsync(page, endpoint.Metadata);
            var metadata = compiled?.Endpoint?.Metadata ?? endpoint.Metadata;
            doors.Add(new Door(
                endpoint.RoutePattern.RawText!.Trim('/'),
                MethodsOf(metadata),
                metadata.GetMetadata<IAllowAnonymous>() is not null,
                metadata.GetOrderedMetadata<NeedsAttribute>(),
                [.. compiled?.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "") ?? []],
                [.. compiled?.BoundProperties.SelectMany(FieldsOf) ?? [], .. compiled?.HandlerMethods.SelectMany(h => h.Parameters.SelectMany(FieldsOf)) ?? []])
            {
                Ways = compiled is null ? [.. MethodsOf(metadata).Select(method => new Way(new HttpMethod(method), "", null))] : WaysOf(compiled),
            });
        }

        return [.. doors.Where(d => !IsAsset(d.Route)).DistinctBy(d => (d.Route, string.Join(',', d.Methods))), .. doors.Where(d => IsAsset(d.Route)).Take(3)];
    }

    /// <summary>The cookies of somebody who has signed in.</summary>
    public static async Task<string> CookieAsync(TestOffice office, string user)
    {
        var visitor = await office.SignInAsync(user);
        return visitor.Cookies;
    }

    /// <summary>What a form of theirs carries, so that what they post is not taken for somebody else's doing.</summary>
    public static async Task<string> FormTokenAsync(TestOffice office, string cookie)
    {
        var message = new HttpRequestMessage(HttpMethod.Get, "/desk/account");
        message.Headers.Add("Cookie", cookie);
        var page = await new HtmlParser().ParseDocumentAsync(await (await office.Api().SendAsync(message)).Content.ReadAsStringAsync());
        return page.QuerySelector("input[name=__RequestVerificationToken]")?.GetAttribute("value") ?? "";
    }

    private static IReadOnlyList<string> MethodsOf(EndpointMetadataCollection metadata) => metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [];

    private static IReadOnlyList<Way> WaysOf(CompiledPageActionDescriptor page)
    {
        var handlers = page.HandlerMethods.Select(h => new Way(new HttpMethod(h.HttpMethod.ToUpperInvariant()), h.Name is null ? "" : $"?handler={h.Name}", h.MethodInfo.GetCustomAttribute<AlsoNeedsAttribute>()?.AnyOf)).ToList();
        var always = new[] { HttpMethod.Get, HttpMethod.Post, HttpMethod.Put }.Where(method => !handlers.Any(h => h.Method == method && h.Query.Length == 0));
        return [.. handlers, .. always.Select(method => new Way(method, "", null))];
    }

    private static bool IsAsset(string route) => route.Contains('.') && !route.StartsWith("openapi", StringComparison.Ordinal) && !route.Contains('{');

    private static IEnumerable<string> FieldsOf(Microsoft.AspNetCore.Mvc.Abstractions.ParameterDescriptor bound) =>
        bound.ParameterType.GetProperties().Select(p => $"{bound.Name}.{p.Name}").Concat(bound.ParameterType.GetProperties().Select(p => p.Name)).Prepend(bound.Name);
}
