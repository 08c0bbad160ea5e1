using System.Net;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Noon;

/// <summary>Who may do what at the counter screen over noon.</summary>
[Trait("store", "both")]
public sealed class NoonRoleTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData(12, 10), InlineData(13, 1), InlineData(10, 0)]
    public async Task Every_role_is_offered_over_noon_what_it_may_do_with_every_kind_and_nothing_else(int hour, int minute)
    {
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, hour - 8, minute));
        var people = new Dictionary<Role, Visitor>();
        foreach (var role in Enum.GetValues<Role>())
        {
            people[role] = await office.SignInAsync($"{role}".ToLowerInvariant());
        }

        foreach (var certified in new[] { true, false })
        {
            await office.VolunteerAsync(certified);
            office.Clock.Reset(Instant.FromUtc(2019, 6, 20, hour - 8, minute));
            foreach (var (role, person) in people)
            {
                var rights = RightsTable.RightsOf([role]);
                foreach (var (service, isSimple) in new[] { ("EBILL", true), ("ADDR", true), ("AUTO", true), ("XFER", true), ("CERT", false), ("NEW-LV", false) })
                {
                    await person.GoAsync($"/en/desk/intake/{service}");
                    var offered = person.Page.QuerySelectorAll("button[formaction]").Select(b => b.GetAttribute("formaction")!.Split('=')[^1]).Where(h => h is "Accept" or "Receive").Order();
                    string[] expected = rights.Contains(Right.FileRequests) ? ["Accept", "Receive"]
                        : role != Role.Volunteer || (hour, minute) != (12, 10) ? []
                        : certified && isSimple ? ["Accept", "Receive"]
                        : ["Receive"];
                    offered.ToArray().ShouldBe(expected, customMessage: $"{role} at {hour}:{minute:00}, {service}, certified {certified}");
                    (person.Status == HttpStatusCode.Forbidden).ShouldBe(!rights.Contains(Right.FileRequests) && !rights.Contains(Right.ReceiveOnly), $"{role}");
                }
            }
        }
    }
}
