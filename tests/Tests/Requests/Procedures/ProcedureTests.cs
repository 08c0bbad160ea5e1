using System.Net;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Procedures;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Requests.Procedures;

/// <summary>What was made simpler is recorded with its date, and the cases say what it brought; row 2.1.2.2 shows both.</summary>
[Trait("store", "both")]
public sealed class ProcedureTests
{
    private static readonly Instant FirstDay = Instant.FromUtc(2019, 5, 20, 1, 0);

    [Fact]
    public async Task The_head_records_it_cases_are_compared_and_the_row_of_the_plan_moves()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");
        await CasesAsync(office, Instant.FromUtc(2019, 5, 6, 1, 0), count: 12, workingDays: 4);
        await CasesAsync(office, FirstDay, count: 11, workingDays: 1);
        var open = await At(office, FirstDay, () => OfficeCases.FileAsync(office));
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 2, 0));

        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/procedures");
        await head.OpenAsync("Record one");
        await head.Fill("Which service", "XFER").PressAsync("Next");
        await head.PressAsync("Record");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldNotBeEmpty();
        Fill(head, 2019, 5, 20);
        await head.Choose("Step merged").Fill("Which step", "document:relation").Fill("Why it could", "系統自動帶入欠費").PressAsync("Record");
        head.FieldError("Input.Part").ShouldContain("This is a paper");
        await head.Fill("Which step", "step:checkPapers").PressAsync("Record");

        head.Text.ShouldContain("3 working days fewer for a case (90% interval: 3 to 3 fewer)");
        head.Page.QuerySelectorAll("tbody td").Select(cell => cell.TextContent).ShouldBe(["12", "4", "4", "11", "1", "1"], "cases, median, mean");
        head.Text.ShouldContain("1 accepted since are still open");
        open.Number.ShouldNotBeNull();
        await head.GoAsync("/en/desk/procedures");
        head.Text.ShouldContain("Papers and open bills checked");

        var after = await FiguresAsync(office);
        (after["procedures.simplified"], after["procedures.days-saved"]).ShouldBe((1m, 3m));
        (await office.Visit().GoAsync("/en/plan?year=108&half=1")).Page.GetElementById("m-2.1.2.2")!.TextContent.ShouldNotContain("nothing recorded yet");
        (await head.GoAsync("/en/plan/108/2.1.2.2/procedures.days-saved?half=1")).Text.ShouldContain("XFER: 4 → 1 working days (12 and 11 cases; difference -3, 90% interval -3 to -3)");

        await head.GoAsync("/en/desk/procedures");
        await head.OpenAsync("Change the account holder");
        await head.Fill("Why it is withdrawn", "重複登錄").PressAsync("Withdraw this entry");
        head.Text.ShouldContain("重複登錄");
        after = await FiguresAsync(office);
        (after["procedures.simplified"], after["procedures.days-saved"]).ShouldBe(((decimal?)null, null));
    }

    [Fact]
    public async Task With_too_few_cases_it_says_so_and_every_night_it_is_measured_again()
    {
        await using var office = await TestOffice.OpenAsync();
        await CasesAsync(office, Instant.FromUtc(2019, 5, 6, 1, 0), count: 10, workingDays: 2);
        office.Clock.Reset(FirstDay);
        var entry = await RecordAsync(office);
        entry.Measured!.Difference.ShouldBeNull();
        (await FiguresAsync(office))["procedures.days-saved"].ShouldBeNull();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/procedures/{entry.Id}");
        clerk.Text.ShouldContain("Too few cases to compare: 10 before and 0 since; 10 are needed on each side.");
        clerk.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Withdraw"));

        await CasesAsync(office, FirstDay + Duration.FromDays(1), count: 10, workingDays: 2);
        await MeasureAsync(office);
        await MeasureAsync(office);
        await clerk.GoAsync($"/en/desk/procedures/{entry.Id}");
        clerk.Text.ShouldContain("No difference to be seen");
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(entry.Key))).Count(h => h.Event is ProcedureMeasured).ShouldBe(2, "only what changed is written down");
    }

    [Fact]
    public async Task Days_on_which_the_clock_stood_still_do_not_count()
    {
        await using var office = await TestOffice.OpenAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 5, 6, 1, 0));
        var request = await OfficeCases.FileAsync(office);
        await OfficeCases.DoAsync(office, async desk => await desk.AskForAsync(new(request.Id, null, OfficeCases.Clerk), [new("document", "relation", new("租約", "Lease"))]));
        office.Clock.Reset(Instant.FromUtc(2019, 5, 9, 1, 0));
        await OfficeCases.DoAsync(office, async desk => await desk.SupplyAsync(new(request.Id, null, OfficeCases.Clerk), Channel.Counter, [new GivenDocument("relation", null)]));
        office.Clock.Reset(Instant.FromUtc(2019, 5, 10, 1, 0));
        await OfficeCases.DoAsync(office, async desk => await desk.CloseAsync(new(request.Id, null, OfficeCases.Clerk), Outcome.Done, null));
        office.Clock.Reset(FirstDay);
        (await RecordAsync(office)).Measured!.Before.ShouldBe(new Sample(1, 1, 1), "four days, of which three waited for the customer");
    }

    [Fact]
    public async Task What_is_not_in_force_yet_is_not_recorded_and_nobody_but_the_head_and_supervisors_does()
    {
        await using var office = await TestOffice.OpenAsync();
        (await Should.ThrowAsync<Refusal>(() => RecordAsync(office, new LocalDate(2019, 6, 21)))).Code.ShouldBe("procedure.from");
        (await Should.ThrowAsync<Refusal>(() => RecordAsync(office, part: "step:nothing"))).Code.ShouldBe("procedure.part");
        (await Should.ThrowAsync<Refusal>(() => RecordAsync(office, why: " "))).Code.ShouldBe("procedure.why");
        (await (await office.SignInAsync("clerk")).GoAsync("/desk/procedures/new?service=XFER")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static Task<Simplification> RecordAsync(TestOffice office, LocalDate? from = null, string part = "step:checkPapers", string why = "併入受理") => office.WithAsync<ProcedureDesk, Simplification>(desk =>
        desk.RecordAsync("XFER", part, SimplificationKind.StepRemoved, from ?? new LocalDate(2019, 5, 20), why, OfficeCases.Clerk));

    private static Task MeasureAsync(TestOffice office) => office.WithAsync<MeasureProcedures>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));

    private static async Task CasesAsync(TestOffice office, Instant day, int count, int workingDays)
    {
        office.Clock.Reset(day);
        List<ServiceRequest> cases = [];
        for (var n = 0; n < count; n++)
        {
            cases.Add(await OfficeCases.FileAsync(office, OfficeCases.Transfer($"客{n}")));
        }

        office.Clock.Reset(day + Duration.FromDays(workingDays));
        foreach (var request in cases)
        {
            await OfficeCases.DoAsync(office, desk => desk.CloseAsync(new(request.Id, null, OfficeCases.Clerk), Outcome.Done, null));
        }
    }

    private static async Task<T> At<T>(TestOffice office, Instant at, Func<Task<T>> act)
    {
        office.Clock.Reset(at);
        return await act();
    }

    private static void Fill(Visitor visitor, params int[] date)
    {
        foreach (var (name, value) in new[] { "year", "month", "day" }.Zip(date))
        {
            ((IHtmlInputElement)visitor.Page.QuerySelector($"[name='Input.From.{name}']")!).Value = $"{value}";
        }
    }

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "2.1.2.2")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
