using System.Text.RegularExpressions;
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
    /// <summary>The path, with each parameter filled in.</summary>
    public string Path(Func<string, string> fill) => "/" + Parameter().Replace(Route, match => fill(match.Value));

    [GeneratedRegex(@"\{[^}]*\}")]
    private static partial Regex Parameter();
}

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
                metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? [],
                metadata.GetMetadata<IAllowAnonymous>() is not null,
                metadata.GetOrderedMetadata<NeedsAttribute>(),
                [.. compiled?.HandlerMethods.Where(h => h.HttpMethod == "Post").Select(h => h.Name ?? "") ?? []],
                [.. compiled?.BoundProperties.SelectMany(FieldsOf) ?? [], .. compiled?.HandlerMethods.SelectMany(h => h.Parameters.SelectMany(FieldsOf)) ?? []]));
        }

        return [.. doors.Where(d => !IsAsset(d.Route)).DistinctBy(d => (d.Route, string.Join(',', d.Methods))), .. doors.Where(d => IsAsset(d.Route)).Take(3)];
    }

    /// <summary>The cookies of somebody who has signed in.</summary>
    public static async Task<string> CookieAsync(TestOffice office, string user)
    {
        var visitor = await office.SignInAsync(user);
        return visitor.Cookies;
    }

    private static bool IsAsset(string route) => route.Contains('.') && !route.StartsWith("openapi", StringComparison.Ordinal) && !route.Contains('{');

    private static IEnumerable<string> FieldsOf(Microsoft.AspNetCore.Mvc.Abstractions.ParameterDescriptor bound) =>
        bound.ParameterType.GetProperties().Select(p => $"{bound.Name}.{p.Name}").Concat(bound.ParameterType.GetProperties().Select(p => p.Name)).Prepend(bound.Name);
}
