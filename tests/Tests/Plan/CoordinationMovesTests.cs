using System.Text.Json.Nodes;
using GridDesk.Requests.Coordinate;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Coordinate;
using GridDesk.Tests.Requests.Rules;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Plan;

/// <summary>Row 2.2.2.1: a case crosses units with one person, and the row shows it.</summary>
[Trait("store", "both")]
public sealed class CoordinationMovesTests
{
    [Fact]
    public async Task One_person_asks_two_units_one_answers_in_time_one_late_and_the_row_of_the_plan_says_so()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");

        var owner = $"{await office.IdOfAsync("supervisor")}";
        var request = await office.FileAsync("陳玉蘭", owner: owner);
        var (inside, outside) = (await office.AskAsync(request), await office.AskAsync(request, "agency:water", days: "1"));
        await office.MoveAsync("handler", "billing");
        var supervisor = await office.SignInAsync("supervisor");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 2, 0));
        await office.AnswerAsync(inside);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 25, 2, 0));
        await supervisor.GoAsync("/en/desk/tasks?state=overdue");
        supervisor.Text.ShouldContain($"{request.Name}/2");
        supervisor.Text.ShouldNotContain($"{request.Name}/1");
        await office.AnswerAsync(outside);
        await OfficeCases.DoAsync(office, async desk => await desk.CloseAsync(new(request.Id, null, OfficeCases.Clerk), Outcome.Done, null));

        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?>
        {
            ["requests.owned-share"] = 100, ["tasks.cases-owned"] = 1, ["tasks.cases"] = 1, ["tasks.answered-in-time-share"] = 50, ["tasks.days-mean"] = 2,
        }, ignoreOrder: true);
        var page = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        page.Page.GetElementById("m-2.2.2.1")!.TextContent.ShouldNotContain("nothing recorded yet");
        (await supervisor.GoAsync("/en/plan/108/2.2.2.1/tasks.cases?half=1")).Text.ShouldContain(request.Number!);
    }

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "2.2.2.1")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
