using System.Net;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.House;

/// <summary>Every address of the whole program, and who may open it, post to it or call it.</summary>
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

    /// <summary>The addresses come from the running program, so a new page, handler or endpoint is in it at once.</summary>
    [Fact]
    public async Task Every_way_through_every_address_is_open_to_exactly_the_roles_that_have_its_right()
    {
        var doors = await Doors.OfAsync(office);
        var ways = doors.SelectMany(door => door.Ways.Select(way => (Door: door, Way: way))).ToList();
        ways.Count(w => w.Way.Method == HttpMethod.Post && w.Way.Query.Length > 0).ShouldBeGreaterThan(20, "named handlers are called by name");
        ways.Count(w => w.Door.IsForPrograms).ShouldBeGreaterThan(5);

        List<string> wrong = [];
        foreach (var caller in await DoorCaller.EverybodyAsync(office))
        {
            foreach (var (door, way) in ways)
            {
                var answer = await caller.CallAsync(door, way);
                if (IsLetIn(answer) != caller.May(door, way) || ((int)answer.StatusCode >= 500 && !door.Route.StartsWith("error/", StringComparison.Ordinal)))
                {
                    wrong.Add($"{caller.Who} at {way.Method} {door.Route}{way.Query}: {(int)answer.StatusCode}, {(caller.May(door, way) ? "may" : "may not")} come in. {((int)answer.StatusCode >= 500 ? office.Faults.LastOrDefault()?[..400] : "")}");
                }
            }
        }

        wrong.ShouldBeEmpty(string.Join('\n', wrong.Take(50)));
    }

    /// <summary>The door comes first: whoever is let in may still be told that there is no such case, or what to fill in.</summary>
    private static bool IsLetIn(HttpResponseMessage answer) =>
        answer.StatusCode is not (HttpStatusCode.Forbidden or HttpStatusCode.Unauthorized)
        && !(answer.Headers.Location?.OriginalString.Contains("/sign-in?return=", StringComparison.Ordinal) ?? false);
}
