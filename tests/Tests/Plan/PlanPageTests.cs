using System.Net;
using System.Net.Http.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Plan;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Plan;

[Trait("store", "both")]
public sealed class PlanPageTests(TestOffice office) : IClassFixture<TestOffice>
{
    /// <summary>Statistics that no row of the plan is bound to, on purpose.</summary>
    // Nobody counts letters in the plan; they stand on the case.
    private static readonly string[] NotInThePlan = ["requests.enquiries-post"];

    [Fact]
    public async Task Everybody_sees_all_103_rows_and_both_duties_of_this_half_year()
    {
        var visitor = await office.Visit().GoAsync("/en/plan");
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Page.QuerySelectorAll(".gd-plan__row").Length.ShouldBe(103);
        visitor.Text.ShouldContain("103 rows");
        visitor.Text.ShouldContain("Report to the Business Department");
        visitor.Text.ShouldContain("before Friday 5 July 2019");
        visitor.Text.ShouldContain("That day itself does not count: at the latest 4 July");
        visitor.Page.QuerySelectorAll("a[href*='half=1'].gd-a").ShouldNotContain(a => a.GetAttribute("href")!.StartsWith("/en/plan/108/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("/plan", "尚無證據", "可以證明這一列的是：訓練場次與時數、測驗成績")]
    [InlineData("/en/plan", "No evidence yet", "What would prove this row: Courses and hours of training, and test results")]
    public async Task A_row_without_evidence_says_so_and_what_would_prove_it(string path, string status, string proof)
    {
        var visitor = await office.Visit().GoAsync($"{path}?year=108&half=1");
        var row = string.Join(' ', visitor.Page.GetElementById("m-1.1.3.1")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        row.ShouldContain(status);
        row.ShouldContain(proof);
    }

    [Fact]
    public async Task A_half_year_that_has_not_begun_has_no_figures()
    {
        var visitor = await office.Visit().GoAsync("/en/plan?year=108&half=2");
        visitor.Text.ShouldContain("Second half: not begun yet");
        visitor.Text.ShouldContain("103 without evidence yet");
    }

    [Fact]
    public async Task Rows_are_found_by_words_department_and_evidence()
    {
        var visitor = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        await visitor.Fill("Find", "QR").PressAsync("Apply");
        visitor.Page.QuerySelectorAll(".gd-plan__row").Select(row => row.Id).ShouldBe(["m-1.2.4.5"]);
        (await office.Visit().GoAsync("/en/plan?year=108&half=1&department=hr")).Page.QuerySelectorAll(".gd-plan__row").Length.ShouldBe(9);
        (await office.Visit().GoAsync("/en/plan?year=108&half=1&q=unheard-of")).Text.ShouldContain("No row fits");
    }

    [Theory]
    [InlineData("/en/plan?year=99")]
    [InlineData("/en/plan?year=108&half=3")]
    public async Task What_there_is_no_plan_for_is_not_found(string path) =>
        (await office.Visit().GoAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task The_rows_behind_a_figure_are_for_the_staff()
    {
        (await office.Visit().GoAsync("/en/plan/108/1.1.2.3/requests.accepted?half=1")).Path.ShouldStartWith("/en/sign-in");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/plan/108/1.1.2.3/requests.accepted?half=1");
        clerk.Text.ShouldContain("How it is computed:");
        clerk.Text.ShouldContain("Nothing is recorded for this period yet");
        (await clerk.GoAsync("/en/plan/108/1.1.2.3/requests.unheard-of?half=1")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_of_the_staff_sees_the_rows_that_their_lists_show_and_how_many_more_there_are()
    {
        await using var own = new OwnOffice();
        await own.Office.InitializeAsync();
        await own.FileAsync();

        var head = await own.Office.SignInAsync("head");
        await head.GoAsync("/en/plan?year=108&half=1");
        await head.GoAsync(head.Page.QuerySelector("#m-1\\.1\\.2\\.3 .gd-stat__f a")!.GetAttribute("href")!);
        head.Page.QuerySelectorAll(".gd-table a").Single().TextContent.ShouldStartWith("CY108-");

        var volunteer = await own.Office.SignInAsync("volunteer");
        await volunteer.GoAsync("/en/plan/108/1.1.2.3/requests.accepted?half=1");
        volunteer.Text.ShouldContain("1 more row counts but is not for you to see.");
        volunteer.Text.ShouldNotContain("CY108-");

        var visitor = await own.Office.Visit().GoAsync("/en/plan?year=108&half=1");
        visitor.Page.GetElementById("m-1.1.2.3")!.TextContent.ShouldContain("1 case");
        visitor.Page.GetElementById("m-1.1.2.3")!.QuerySelectorAll("a").ShouldAllBe(a => a.GetAttribute("href")!.StartsWith("/en/plan/indicators/"));
    }

    [Fact]
    public async Task A_row_behind_a_figure_is_called_what_people_call_it()
    {
        await using var own = new OwnOffice();
        await own.Office.InitializeAsync();
        var request = await own.Office.FileAsync();
        await own.Office.DoAsync(desk => desk.CloseAsync(request.Change(), Outcome.Done, null));

        var head = await own.Office.SignInAsync("head");
        await head.GoAsync("/en/plan/108/1.1.2.1/requests.closed?half=1");
        head.Page.QuerySelectorAll(".gd-table a").Single().TextContent.ShouldBe(request.Number);
        await head.GoAsync("/en/plan/108/1.1.1.1/services.with-sop?half=1");
        head.Page.QuerySelectorAll(".gd-table a").Single().TextContent.ShouldBe("The service catalogue then in force");
    }

    [Fact]
    public async Task Every_statistic_of_the_plan_is_offered_and_every_one_offered_is_used_or_listed()
    {
        var offered = await office.WithAsync<IndicatorCatalogue, string[]>(catalogue => Task.FromResult<string[]>([.. catalogue.All.Select(i => i.Code)]));
        var bound = Plan108.Definition.Rows().SelectMany(row => row.Indicators).Distinct().ToList();
        bound.Except(offered).ShouldBeEmpty();
        offered.Except(bound).ShouldBe(NotInThePlan, ignoreOrder: true);
    }

    [Fact]
    public async Task Starting_again_leaves_the_stored_plan_alone()
    {
        await office.WithAsync<PlanSeed>(seed => seed.RunAsync(office.Clock.GetCurrentInstant()));
        await office.WithAsync<IServiceProvider>(async services =>
        {
            var happened = await services.GetRequiredService<EventLog>().HistoryAsync("plan:108");
            happened.Select(h => h.Event).OfType<PlanAdopted>().Single().Rows.ShouldBe(103);
            (await services.GetRequiredService<OfficeDb>().Plans.CountAsync(p => p.RocYear == 108)).ShouldBe(1);
        });
    }

    /// <summary>An office with one request accepted, apart from the others' empty one.</summary>
    private sealed class OwnOffice : IAsyncDisposable
    {
        public TestOffice Office { get; } = new();

        public async Task FileAsync()
        {
            using var call = new HttpRequestMessage(HttpMethod.Post, "/api/requests")
            {
                Content = JsonContent.Create(new
                {
                    service = "COMPLAINT",
                    applicant = new { name = "陳美玲", phone = "0912345678" },
                    answers = new { kind = "opinion", story = "謝謝", meeting = "skip", confidential = "normal" },
                }),
            };
            call.Headers.Add("Idempotency-Key", "one");
            (await Office.Api().SendAsync(call)).StatusCode.ShouldBe(HttpStatusCode.Created);
        }

        public ValueTask DisposeAsync() => Office.DisposeAsync();
    }
}
