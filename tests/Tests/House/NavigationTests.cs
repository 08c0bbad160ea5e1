using System.Net;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.House;

/// <summary>Where people go at the desk: one line of few taps, and below it the pages that stand together.</summary>
public sealed class NavigationTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("volunteer", "My work|Hall|Take in|Noon|Plan", null, "Service plan|Self-assessment|Statistics|Simpler")]
    [InlineData("greeter", "My work|Hall|Search|Plan", null, "Service plan|Self-assessment|Statistics|Simpler")]
    [InlineData("clerk", "My work|Department|Hall|Take in|Noon|Search|Plan", "Promises|Hand-overs|Between units|Supply|To tell|Chasing|Workload|Care calls|Bills|Reminders", "Service plan|Self-assessment|Statistics|Simpler")]
    [InlineData("supervisor", "My work|Department|Hall|Take in|Noon|Search|Plan|System", "Promises|Hand-overs|Between units|Supply|To tell|Chasing|Workload|Care calls|Bills|Reminders|Mass notices", "Service plan|Self-assessment|Statistics|Simpler|Shadow clock|Calendar|Templates")]
    [InlineData("head", "My work|Department|Hall|Noon|Search|Plan", "Promises|Hand-overs|Between units|Supply|Chasing|Workload|Care calls", "Service plan|Self-assessment|Statistics|Simpler|Shadow clock|Calendar|Templates")]
    [InlineData("admin", "My work|Plan|Staff|System|Access log", null, "Service plan|Self-assessment|Statistics|Simpler|Shadow clock|Templates")]
    public async Task Everybody_sees_the_places_that_are_theirs(string role, string line, string? department, string plan)
    {
        var person = await office.SignInAsync(role);
        await person.GoAsync("/en/desk");
        Words(person, ".gd-nav a").ShouldBe(line.Split('|'));
        person.Page.QuerySelector(".gd-local").ShouldBeNull("my work is one page");

        foreach (var (tap, pages) in ((string, string?)[])[("Department", department), ("Plan", plan), ("System", role is "admin" ? "Background work|Providers|Spool|Webhooks" : null)])
        {
            if (pages is not null)
            {
                await TogetherAsync(person, tap, pages.Split('|'));
            }
        }
    }

    private static async Task TogetherAsync(Visitor person, string tap, IReadOnlyList<string> pages)
    {
        await person.FollowAsync(tap);
        foreach (var page in pages)
        {
            await person.FollowAsync(page);
            person.Status.ShouldBe(HttpStatusCode.OK, page);
            Words(person, ".gd-nav [aria-current]").ShouldBe([tap]);
            person.Page.QuerySelector(".gd-local")!.GetAttribute("aria-label").ShouldBe(tap);
            Words(person, ".gd-local a").ShouldBe(pages);
            Words(person, ".gd-local [aria-current=page]").ShouldBe([page]);
        }
    }

    private static IReadOnlyList<string> Words(Visitor person, string selector) => [.. person.Page.QuerySelectorAll(selector).Select(a => a.TextContent)];
}
