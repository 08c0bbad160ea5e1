using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Staff;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.RazorPages.Infrastructure;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Staff;

public sealed class DoorsTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task Every_page_and_endpoint_opens_for_exactly_the_roles_that_its_right_names()
    {
        var people = new Dictionary<Role, Visitor>();
        foreach (var role in Enum.GetValues<Role>())
        {
            await office.HireAsync($"door-{role}".ToLowerInvariant(), role);
            people[role] = await office.SignedInAsync($"door-{role}".ToLowerInvariant());
        }

        var someone = Guid.Empty;
        await office.WithAsync<OfficeDb>(async db => someone = await db.Staff.Select(m => m.Id).FirstAsync());
        var doors = await DoorsAsync();
        doors.Count.ShouldBeGreaterThan(12);
        foreach (var (route, metadata) in doors.Where(door => !IsPublic(door.Metadata)))
        {
            var path = "/" + route.Replace("{id:guid}", $"{someone}");
            var rights = metadata.GetOrderedMetadata<NeedsAttribute>().Select(needs => needs.AnyOf).ToList();
            var isForPrograms = path.StartsWith("/api", StringComparison.Ordinal); // there a browser's session counts for nothing
            foreach (var (role, visitor) in people)
            {
                var may = rights.Count > 0 && rights.All(anyOf => anyOf.Any(RightsTable.RightsOf([role]).Contains));
                (await visitor.GetAsync(path)).StatusCode.ShouldBe(isForPrograms ? HttpStatusCode.Unauthorized : may ? HttpStatusCode.OK : HttpStatusCode.Forbidden, $"{role} at {path}");
            }

            var stranger = await office.Visit().GetAsync(path);
            stranger.StatusCode.ShouldBe(isForPrograms ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect, $"nobody at {path}");
        }
    }

    [Fact]
    public async Task Only_these_are_open_to_everybody() =>
        (await DoorsAsync()).Where(door => IsPublic(door.Metadata)).Select(door => door.Route).Order()
            .ShouldBe(["error/{code:int}", "first-administrator", "set-password", "sign-in", "sign-out"]);

    [Fact]
    public async Task What_somebody_forgot_to_close_is_closed()
    {
        await office.HireAsync("curious", Enum.GetValues<Role>());
        (await (await office.SignedInAsync("curious")).GetAsync("/forgotten")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
        (await office.Visit().GetAsync("/forgotten")).StatusCode.ShouldBe(HttpStatusCode.Redirect);
    }

    [Fact]
    public async Task What_is_not_there_is_not_there_for_anybody() =>
        (await office.Visit().GetAsync("/no-such-page")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    private static bool IsPublic(EndpointMetadataCollection metadata) => metadata.GetMetadata<IAllowAnonymous>() is not null;

    private async Task<IReadOnlyList<(string Route, EndpointMetadataCollection Metadata)>> DoorsAsync()
    {
        var loader = office.Services.GetRequiredService<PageLoader>();
        var doors = new List<(string, EndpointMetadataCollection)>();
        foreach (var endpoint in office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>())
        {
            var page = endpoint.Metadata.GetMetadata<PageActionDescriptor>();
            var metadata = page is null ? endpoint.Metadata : new((await loader.LoadAsync(page, endpoint.Metadata)).EndpointMetadata ?? []);
            doors.Add((endpoint.RoutePattern.RawText!.Trim('/'), metadata));
        }

        return doors;
    }
}
