using System.Net;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Plan;

[Trait("store", "both")]
public sealed class IndicatorPageTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Everybody_finds_every_statistic_under_what_it_proves_and_what_proves_nothing_says_so()
    {
        var visitor = await office.Visit().GoAsync("/en/plan/indicators");
        var all = await office.WithAsync<IndicatorCatalogue, int>(catalogue => Task.FromResult(catalogue.All.Count));
        visitor.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(all);
        visitor.Page.QuerySelectorAll("caption")[^1].TextContent.ShouldBe("Not used by the plan");
        visitor.Page.QuerySelectorAll("table")[^1].TextContent.ShouldContain("Progress enquiries: post");
        await visitor.Fill("Find", "QR slips").PressAsync("Apply");
        visitor.Page.QuerySelectorAll("tbody tr").Length.ShouldBe(2);
        await visitor.FollowAsync("Slips with a QR code");
        visitor.Text.ShouldContain("Slips with a QR code printed in the period.");
        (await office.Visit().GoAsync("/en/plan/indicators?q=unheard-of")).Text.ShouldContain("No statistic fits");
    }

    [Fact]
    public async Task Its_page_says_what_it_means_where_it_comes_from_and_who_answers_for_it()
    {
        var visitor = await office.Visit().GoAsync("/en/plan/indicators/requests.closed");
        visitor.Text.ShouldContain("Cases finished in the period. A closing that was reversed does not count");
        visitor.Text.ShouldContain("request.closed request.reversed");
        visitor.Text.ShouldContain("Service Centre");
        visitor.Text.ShouldContain("Nothing that counts has been recorded in this half-year.");
        visitor.Page.QuerySelectorAll(".gd-pair tbody tr").Length.ShouldBe(12);
        await visitor.FollowAsync("1.1.2.1 Handle cases faster and finish each within its time limit");
        visitor.Page.GetElementById("m-1.1.2.1").ShouldNotBeNull();
        visitor.Page.QuerySelector("#m-1\\.1\\.2\\.1 a[href='/en/plan/indicators/requests.closed']").ShouldNotBeNull("and the way back");

        (await office.Visit().GoAsync("/en/plan/indicators/requests.enquiries-post")).Text.ShouldContain("No department: no row of the plan uses it.");
        (await office.Visit().GoAsync("/en/plan/indicators/services.with-sop")).Text.ShouldContain("it is not told by department");
        (await office.Visit().GoAsync("/en/plan/indicators/requests.unheard-of")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Each_month_and_each_department_opens_its_rows_for_the_staff_and_for_nobody_else()
    {
        await using var own = await TestOffice.OpenAsync();
        var (one, other) = (await own.FileAsync(OfficeCases.Transfer("甲")), await own.FileAsync(OfficeCases.Transfer("乙")));
        await own.DoAsync(desk => desk.AssignAsync(other.Change(), null, "billing"));
        await own.DoAsync(desk => desk.CloseAsync(other.Change() with { Version = null }, Outcome.Done, null));
        await own.DoAsync(desk => desk.CloseAsync(one.Change(), Outcome.Done, null));

        var head = await own.SignInAsync("head");
        await head.GoAsync("/en/plan/indicators/requests.closed");
        head.Text.ShouldContain("First half of 2019 so far2 cases");
        await head.FollowAsync("Jun");
        head.Path.ShouldBe("/en/plan/indicators/requests.closed/rows?from=2019-06-01&to=2019-06-30");
        Labels(head).ShouldBe([other.Number, one.Number], ignoreOrder: true);
        var csv = await head.Http.GetStringAsync(head.Page.QuerySelectorAll("a").First(a => a.TextContent == "CSV").GetAttribute("href")!);
        csv.ShouldContain(one.Number!);

        await head.GoAsync("/en/plan/indicators/requests.closed");
        await head.GoAsync(head.Page.QuerySelector("a[href*='department=billing']")!.GetAttribute("href")!);
        head.Text.ShouldContain("Cases closed: Billing Unit");
        Labels(head).ShouldBe([other.Number]);
        await head.GoAsync("/en/plan/indicators/requests.closed-in-time");
        head.Text.ShouldContain("2 / 2", customMessage: "a handful is told by its counts");

        var volunteer = await own.SignInAsync("volunteer");
        await volunteer.GoAsync("/en/plan/indicators/requests.closed/rows");
        volunteer.Text.ShouldContain("2 more rows count but are not for you to see.");
        var visitor = await own.Visit().GoAsync("/en/plan/indicators/requests.closed");
        visitor.Text.ShouldContain("2 cases");
        visitor.Page.QuerySelectorAll("a[href*='/rows']").ShouldBeEmpty();
        (await visitor.GoAsync("/en/plan/indicators/requests.closed/rows")).Path.ShouldStartWith("/en/sign-in");
    }

    [Theory]
    [InlineData("from=tomorrow", "Write a date such as 2019-01-31.")]
    [InlineData("from=2019-06-02&to=2019-06-01", "“to” must not be before “from”.")]
    [InlineData("department=kitchen", "There is no such department")]
    public async Task A_wrong_question_gets_a_sentence(string query, string sentence)
    {
        var head = await office.SignInAsync("head");
        await head.GoAsync($"/en/plan/indicators/requests.closed/rows?{query}");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Text.ShouldContain(sentence);
    }

    [Fact]
    public async Task A_trend_is_told_only_where_it_is_more_than_chance()
    {
        await using var own = await TestOffice.OpenAsync();
        await own.FileAsync(OfficeCases.Transfer("前"));
        own.Clock.Reset(Instant.FromUtc(2019, 12, 20, 2, 0));
        await own.FileAsync(OfficeCases.Transfer("甲"));
        var visitor = await own.Visit().GoAsync("/en/plan/indicators/requests.accepted");
        visitor.Text.ShouldNotContain("by more than chance");
        for (var n = 0; n < 8; n++)
        {
            await own.FileAsync(OfficeCases.Transfer($"乙{n}"));
        }

        await visitor.GoAsync("/en/plan/indicators/requests.accepted");
        visitor.Text.ShouldContain("Higher than in the last half-year, by more than chance.");
    }

    private static IEnumerable<string> Labels(Visitor visitor) => visitor.Page.QuerySelectorAll("main .gd-table a").Select(a => a.TextContent);
}
