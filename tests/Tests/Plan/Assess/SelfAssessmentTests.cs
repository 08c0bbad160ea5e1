using System.Net;
using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Care;
using GridDesk.Plan.Assess;
using GridDesk.Plan.Assess.Report;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.EntityFrameworkCore;

namespace GridDesk.Tests.Plan.Assess;

/// <summary>A half-year from the day on which departments are asked to the page that everybody reads.</summary>
[Trait("store", "both")]
public sealed class SelfAssessmentTests
{
    private const string Statement = "What was done in this half-year and what came of it (in Chinese)";
    private const string InEnglish = "The same in English";
    private static readonly HalfYear First = new(108, 1);
    private static readonly Instant Deadline = Instant.FromUtc(2019, 7, 3, 2, 0);

    [Fact]
    public async Task It_begins_by_itself_is_answered_frozen_reported_and_posted_and_nobody_types_a_figure()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        (await office.Visit().GoAsync("/en/plan/108/1")).Text.ShouldContain("Page not found");
        var head = await office.SignInAsync("head");
        (await head.GoAsync("/en/desk/assessment")).Path.ShouldBe("/en/desk/assessments/108-1");
        head.Text.ShouldContain("Being collected");
        head.Text.ShouldContain("it can be frozen after that");

        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/assessments/108-1/service-centre");
        await clerk.Fill(InEnglish, "We trained everybody.").PressAsync("Save and go to the next row");
        clerk.Errors.ShouldBe(["Write what was done in this half-year and what came of it, in at most 600 characters.", "Choose the score."]);
        await clerk.Fill(Statement, "辦了兩場訓練，全員通過測驗。").Choose("4: Beyond what was planned").Choose("Customer satisfaction").PressAsync("Save and go to the next row");
        clerk.Errors.ShouldBeEmpty();
        clerk.Text.ShouldContain("1 answered");
        await AnswerAllAsync(office);
        (await clerk.GoAsync("/en/desk/assessments/108-1/service-centre")).Text.ShouldContain("Done");

        office.Clock.Reset(Deadline);
        await head.GoAsync("/en/desk/assessments/108-1");
        head.Text.ShouldContain("Every department has answered; it can be frozen.");
        await head.PressAsync("Freeze it: nothing changes afterwards");
        head.Text.ShouldContain("Frozen");
        var it = await AssessmentAsync(office);
        SelfAssessment.DigestOf(it.Body!).ShouldBe(it.Digest);

        await head.PressAsync("Record that it was reported");
        head.Errors.Single().ShouldStartWith("Write where it was sent");
        await head.Fill("Where it was sent", "嘉義字第1080001號").PressAsync("Record that it was reported");
        var odt = await head.Http.GetByteArrayAsync("/plan/108/1.odt");
        it = await AssessmentAsync(office);
        it.ReportedFile.ShouldBe(Convert.ToHexStringLower(SHA256.HashData(odt)), "what is downloaded is what was written down");
        head.Text.ShouldContain("done in time");

        await head.PressAsync("Post it for everybody to read");
        var reader = await office.Visit().GoAsync("/plan/108/1");
        reader.Text.ShouldContain("辦了兩場訓練，全員通過測驗。");
        (await office.Api().GetStringAsync("/api/plan/108/assessments/1")).ShouldBe(it.Body);
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Promise>().CountAsync(p => p.Subject.StartsWith("assessment:") && p.ClosedAt == null))).ShouldBe(0, "every promise of it is kept");
        foreach (var ending in (string[])["odt", "csv", "ods", "json"])
        {
            (await office.Api().GetAsync($"/plan/108/1.{ending}")).StatusCode.ShouldBe(HttpStatusCode.OK, ending);
            (await office.Api().GetAsync($"/api/plan/108/assessments/1.{ending}")).StatusCode.ShouldBe(HttpStatusCode.OK, ending);
        }
    }

    [Fact]
    public async Task What_was_frozen_is_made_again_to_the_byte_and_what_is_keyed_in_later_stands_in_the_next_one()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var me = Actor.Staff($"{await office.IdOfAsync("clerk")}");
        await AskForRatesAsync(office, me);
        office.Clock.Reset(Deadline);
        await FreezeAsync(office);
        var it = await AssessmentAsync(office);
        var report = AssessmentReport.Read(it.Body!);
        Asked(report).ShouldBe(1);

        office.Clock.Advance(Duration.FromDays(1));
        await LateAsync(office, me);
        (await MadeAsync(office, First, it.FrozenAt!.Value)).ToJson().ShouldBe(it.Body);
        report.ToJson().ShouldBe(it.Body, "reading it and writing it again changes nothing");
        AssessmentReport.Read(System.Text.RegularExpressions.Regex.Replace(it.Body!, ",\"months\":\\[[^\\]]*\\]", "")).Rows.SelectMany(row => row.Figures).ShouldAllBe(f => f.Months.Count == 0, "one of before months were told is still read");
        var next = await MadeAsync(office, new(108, 2), office.Clock.GetCurrentInstant());
        next.Corrections.Single(c => c.Definition.Code == "care.asked").ShouldSatisfyAllConditions(c => c.Frozen.Value.ShouldBe(1), c => c.Today.Value.ShouldBe(2));
    }

    [Fact]
    public async Task A_department_that_says_nothing_is_chased_and_the_report_says_so_plainly()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(Deadline);
        await office.RunRecurringAsync();
        var head = await office.SignInAsync("head");
        (await head.GoAsync("/en/desk/chase")).Text.ShouldContain("108-1/business");
        await head.GoAsync("/en/desk/assessments/108-1");
        head.Text.ShouldContain("Overdue");
        head.Text.ShouldContain("Frozen now, the report says plainly that they said nothing");
        await head.PressAsync("Freeze it: nothing changes afterwards");
        (await head.GoAsync("/en/plan/108/1")).Text.ShouldContain("Nothing from: ");
        office.Clock.Reset(Instant.FromUtc(2019, 7, 5, 2, 0));
        await head.GoAsync("/en/desk/assessments/108-1");
        await head.PressAsync("Post it for everybody to read");
        head.Text.ShouldContain("done, late");
    }

    [Fact]
    public async Task Whoever_freezes_what_is_frozen_hears_who_did_it_and_when()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(Deadline);
        var (one, other) = (await office.SignInAsync("head"), await office.SignInAsync("head"));
        await one.GoAsync("/en/desk/assessments/108-1");
        await other.GoAsync("/en/desk/assessments/108-1");
        await one.PressAsync("Freeze it: nothing changes afterwards");
        await other.PressAsync("Freeze it: nothing changes afterwards");
        other.Errors.Single().ShouldMatch(@"^\w.* froze it on 3 July 2019 at 10:00; it stays as it is");
        other.Errors.Single().ShouldNotContain("colleague");
        one.Text.ShouldContain("Frozen by ");
    }

    [Fact]
    public async Task A_department_that_the_office_does_not_have_is_a_page_that_is_not_there()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var clerk = await office.SignInAsync("clerk");
        (await clerk.GoAsync("/en/desk/assessments/108-1/moon-base")).Text.ShouldContain("Page not found");
    }

    [Fact]
    public async Task Only_who_may_answers_freezes_or_reads()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/assessments/108-1/business");
        clerk.Page.QuerySelector("main form").ShouldBeNull("another department's statements are not theirs to write");
        office.Clock.Reset(Deadline);
        (await clerk.GoAsync("/en/desk/assessments/108-1")).Text.ShouldNotContain("Freeze it");
        (await office.Api().GetAsync("/api/plan/108/assessments/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Api().GetAsync("/plan/108/1.odt")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await office.Api().GetAsync("/api/plan/107/assessments/1")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static async Task AnswerAllAsync(TestOffice office)
    {
        var by = Actor.Staff($"{await office.IdOfAsync("supervisor")}");
        foreach (var part in (await AssessmentAsync(office)).Parts)
        {
            foreach (var row in (await office.WithAsync<AssessDesk, IReadOnlyList<AskedAnswer>>(d => d.PartAsync(First, part.Department))).Where(row => row.Answer is null))
            {
                await office.WithAsync<AssessDesk>(d => d.SayAsync(First, part.Department, row.Measure.Code, null, new("照計畫辦理。", null, 3, []), by));
            }

            await office.WithAsync<AssessDesk>(d => d.DoneAsync(First, part.Department, by));
        }
    }

    private static async Task FreezeAsync(TestOffice office)
    {
        var (seen, by) = ((await AssessmentAsync(office)).Version, Actor.Staff($"{await office.IdOfAsync("head")}"));
        await office.WithAsync<AssessDesk>(d => d.FreezeAsync(First, seen, by));
    }

    private static Task<SelfAssessment> AssessmentAsync(TestOffice office) => office.WithAsync<AssessDesk, SelfAssessment>(d => d.GetAsync(First));

    private static Task<AssessmentReport> MadeAsync(TestOffice office, HalfYear half, Instant knownAt) => office.WithAsync<MakeReport, AssessmentReport>(m => m.AsOfAsync(half, knownAt));

    private static decimal? Asked(AssessmentReport report) => report.Rows.SelectMany(row => row.Figures).First(f => f.Indicator == "care.asked").Now.Value;

    private static Task<CareCall> AskForRatesAsync(TestOffice office, Actor by) =>
        office.WithAsync<CareDesk, CareCall>(desk => desk.AskAsync(new("陳玉蘭", "0912-345-678", ["rates"], CareWay.Email, "lan@example.org"), by, by.Key.Split(':')[1]));

    // What happened in June and was keyed in during July.
    private static async Task LateAsync(TestOffice office, Actor by)
    {
        var known = await AskForRatesAsync(office, by);
        await office.WithAsync<OfficeDb>(async db =>
        {
            await db.CommitAsync(async () =>
            {
                var june = Instant.FromUtc(2019, 6, 28, 2, 0);
                var rows = db.Set<RecordedEvent>().Where(e => e.Subject == known.Key);
                await rows.ExecuteUpdateAsync(set => set.SetProperty(e => e.HappenedAt, june));
            });
        });
    }
}
