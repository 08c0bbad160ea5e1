using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>Row 1.1.2.2 of the plan: nothing is said before, and it moves when applications get their power.</summary>
[Trait("store", "both")]
public sealed class SupplyPlanRowTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly string[] Figures = ["supply.powered-on", "supply.on-time-share", "supply.days-mean", "supply.delays"];

    [Fact]
    public async Task Accepting_an_application_and_recording_every_stage_moves_the_row_of_the_plan()
    {
        var before = await FiguresAsync();
        before.Keys.ShouldBe(Figures, ignoreOrder: true);
        before.Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");

        var request = await office.FileAsync(SupplyCases.Temporary("2019-06-20"));
        office.SetDay(6, 28);
        var supervisor = await office.SignInAsync("supervisor");
        await RecordAsync(supervisor, request.Number!, "survey", 25, SupplyCause.Weather);
        await RecordAsync(supervisor, request.Number!, "charge", 26);
        await RecordAsync(supervisor, request.Number!, "payment", 27);
        await RecordAsync(supervisor, request.Number!, "power-on", 28, SupplyCause.Workload);
        supervisor.Text.ShouldContain("Power on 28 June 2019, 6 working days after acceptance; planned 28 June 2019");

        var after = await FiguresAsync();
        after.ShouldBe(new Dictionary<string, decimal?> { ["supply.powered-on"] = 1, ["supply.on-time-share"] = 100, ["supply.days-mean"] = 6, ["supply.delays"] = 1 }, ignoreOrder: true);
        var row = (await office.Visit().GoAsync("/en/plan?year=108&half=1")).Page.GetElementById("m-1.1.2.2")!.TextContent;
        row.ShouldNotContain("nothing recorded yet");
        (await supervisor.GoAsync("/en/plan/108/1.1.2.2/supply.delays?half=1")).Text.ShouldContain("Weather");
        (await supervisor.GoAsync("/en/plan/108/1.1.2.2/supply.powered-on?half=1")).Text.ShouldContain(request.Number!);
    }

    private static async Task RecordAsync(Visitor visitor, string number, string stage, int day, SupplyCause? cause = null)
    {
        await visitor.GoAsync($"/en/desk/supply/{number}?do=reach");
        foreach (var (part, value) in new[] { ("year", "2019"), ("month", "6"), ("day", $"{day}") })
        {
            ((IHtmlInputElement)visitor.Page.QuerySelector($"[name='Input.Day.{part}']")!).Value = value;
        }

        await visitor.Fill("Which stage is done", stage).Fill("Reason for the delay", $"{cause}").PressAsync("Save");
        visitor.Errors.ShouldBeEmpty();
    }

    private async Task<Dictionary<string, decimal?>> FiguresAsync() =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "1.1.2.2")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
