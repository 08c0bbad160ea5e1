using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Track;

/// <summary>A part of a repeated group that was left out is asked for by itself; the rest of the group stays as it was given.</summary>
[Trait("store", "both")]
public sealed class MissingPartTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_customer_fills_in_the_part_that_was_left_out()
    {
        var request = await TakenInAsync();
        var visitor = await office.Visit().GoAsync($"/track/{request.Name}?code={await office.DoAsync(desk => desk.CodeOfAsync(request))}");
        visitor.Text.ShouldContain("還缺第 2 個型號：幾台");
        visitor.Text.ShouldNotContain("請打電話告訴我們");

        await visitor.Fill("第 2 個型號：幾台", "none").PressAsync("送出答案");
        visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        visitor.Errors.ShouldHaveSingleItem();
        visitor.Page.QuerySelector($"[id='{visitor.Page.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")![1..]}']")!.GetAttribute("value").ShouldBe("none");

        await visitor.Fill("第 2 個型號：幾台", "3").PressAsync("送出答案");
        await ShouldBeWholeAsync(request);
    }

    [Fact]
    public async Task A_clerk_fills_it_in_at_the_desk()
    {
        var request = await TakenInAsync();
        var clerk = await (await office.SignInAsync("supervisor")).GoAsync($"/en/desk/requests/{request.Id}?do=fill");
        await clerk.Fill("Model 2: How many", "3").PressAsync("Fill in answers");
        clerk.Errors.ShouldBeEmpty();
        await ShouldBeWholeAsync(request);
    }

    [Fact]
    public async Task Of_two_parts_one_may_be_waived_and_the_other_filled_in()
    {
        var request = await TakenInAsync(new() { ["chargerKw"] = 7 }, new() { ["chargerCount"] = 2 });
        request.Missing.Select(m => m.Id).ShouldBe(["chargerGroups[0].chargerCount", "chargerGroups[1].chargerKw"]);
        request = await office.DoAsync(desk => desk.WaiveAsync(request.Change(), "chargerGroups[1].chargerKw", "看型錄就知道"));
        request = await office.DoAsync(desk => desk.AnswerAsync(request.Change(), new JsonObject { ["chargerGroups-0-chargerCount"] = "4" }));
        request.Missing.ShouldBeEmpty();
        request.Particulars.Answers["chargerGroups"]!.ToJsonString().ShouldBe("""[{"chargerKw":7,"chargerCount":4},{"chargerCount":2}]""");
    }

    /// <summary>A row left empty before the one that lacks something, and one that is whole.</summary>
    private async Task<ServiceRequest> TakenInAsync(params JsonObject[] groups)
    {
        JsonObject[] rows = groups.Length > 0 ? groups : [new() { ["chargerKw"] = 22, ["chargerCount"] = 1 }, [], new() { ["chargerKw"] = 7 }];
        var answers = new JsonObject
        {
            ["siteAddress"] = "600嘉義市東區民族路28號", ["siteKind"] = "station", ["otherKw"] = 1, ["chargerGroups"] = new JsonArray([.. rows]),
        };
        var request = await office.FileAsync(OfficeCases.Transfer() with { Service = "EV", Answers = answers, Documents = [new GivenDocument("chargers", null)] });
        request.Missing.ShouldAllBe(m => m.Id.StartsWith("chargerGroups["), string.Join(' ', request.Missing.Select(m => m.Id)));
        return request;
    }

    private async Task ShouldBeWholeAsync(ServiceRequest request)
    {
        request = (await office.DoAsync(desk => desk.FindAsync(request.Name)))!;
        request.Missing.ShouldBeEmpty();
        request.Particulars.Answers["chargerGroups"]!.ToJsonString().ShouldBe("""[{"chargerKw":22,"chargerCount":1},{"chargerKw":7,"chargerCount":3}]""");
        ((RequestCorrected)(await office.HistoryAsync(request)).Single(h => h.Event is RequestCorrected).Event).Fields.ShouldBe(["answers.chargerGroups[1].chargerCount"]);
    }
}
