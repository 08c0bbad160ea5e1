using System.Net;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;

namespace GridDesk.Tests.House;

/// <summary>Every address of the whole program, and who may open it.</summary>
[Trait("store", "both")]
public sealed class DoorTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Every_address_says_who_may_open_it()
    {
        var doors = await Doors.OfAsync(office);
        doors.Count.ShouldBeGreaterThan(25);
        var silent = doors.Where(d => !d.IsPublic && d.Needs.Count == 0).Select(d => d.Route).ToList();
        silent.ShouldBeEmpty("say [Needs(Right…)] or [Public]");
        doors.Where(d => d.IsPublic && d.Needs.Count > 0).Select(d => d.Route).ShouldBeEmpty("say one of the two");
    }

    [Fact]
    public async Task Every_address_opens_for_exactly_the_roles_that_have_its_right()
    {
        var doors = await Doors.OfAsync(office);
        var people = new Dictionary<Role, HttpClient>();
        foreach (var role in Enum.GetValues<Role>())
        {
            people[role] = new HttpClient(office.App.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://localhost") };
            people[role].DefaultRequestHeaders.Add("Cookie", await Doors.CookieAsync(office, $"{role}".ToLowerInvariant()));
        }

        var stranger = office.Api();
        List<string> wrong = [];
        foreach (var door in doors.Where(d => d.Route.Length > 0 && !d.Route.Contains("sign-out")))
        {
            var path = door.Path(parameter => parameter.Contains(":int") ? "404" : "0197863e-5c00-7000-8000-000000000001");
            var method = door.Methods.Count == 0 || door.Methods.Contains("GET") ? HttpMethod.Get : new HttpMethod(door.Methods[0]);
            foreach (var (role, http) in people)
            {
                var may = door.IsPublic || door.Needs.All(needs => needs.AnyOf.Any(RightsTable.RightsOf([role]).Contains));
                var answer = await http.SendAsync(new HttpRequestMessage(method, path));
                var closed = answer.StatusCode is HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized || IsSignIn(answer) && !door.Route.StartsWith("sign-in", StringComparison.Ordinal);
                if (closed == may || (int)answer.StatusCode >= 500)
                {
                    wrong.Add($"{role} at {method} {path}: {(int)answer.StatusCode}, {(may ? "may" : "may not")} come in. {((int)answer.StatusCode >= 500 ? office.Faults.LastOrDefault()?[..400] : "")}");
                }
            }

            var outside = await stranger.SendAsync(new HttpRequestMessage(method, path));
            var refused = outside.StatusCode == (path.StartsWith("/api", StringComparison.Ordinal) ? HttpStatusCode.Unauthorized : HttpStatusCode.Redirect) && (path.StartsWith("/api", StringComparison.Ordinal) || IsSignIn(outside));
            if (refused == door.IsPublic || (int)outside.StatusCode >= 500)
            {
                wrong.Add($"nobody at {method} {path}: {(int)outside.StatusCode}");
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong));
    }

    private static bool IsSignIn(HttpResponseMessage answer) =>
        answer.StatusCode == HttpStatusCode.Redirect && answer.Headers.Location!.ToString().Contains("/sign-in", StringComparison.Ordinal);
}
