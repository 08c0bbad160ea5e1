using System.Net;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Requests;
using GridDesk.Requests.Work;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Work;

/// <summary>What each department has to do; departments, never people.</summary>
[Trait("store", "both")]
public sealed class WorkloadTests
{
    [Fact]
    public async Task Each_department_says_what_is_open_late_due_waiting_and_what_came_and_went()
    {
        await using var office = await TestOffice.OpenAsync();
        var old = await office.FileAsync("甲");
        office.Clock.AdvanceDays(40);
        var (done, waits, _, theirs) = (await office.FileAsync("乙"), await office.FileAsync("丙"), await office.FileAsync("丁"), await office.FileAsync("戊"));
        await office.DoAsync(desk => desk.CloseAsync(new(done.Id, null, Actor.Office), Outcome.Done, null));
        await office.DoAsync(desk => desk.AskForAsync(new(waits.Id, null, Actor.Office), [new("document", "x", new("照片", "Photo"))]));
        await office.DoAsync(async desk => await desk.AssignAsync(new(theirs.Id, null, Actor.Office), $"{await office.IdOfAsync("supervisor")}", "billing"));
        old.Number.ShouldNotBeNull();

        var supervisor = await office.SignInAsync("supervisor");
        (await CellsAsync(supervisor)).ShouldBe(
        [
            // open, overdue, due this week, waiting, received and closed in 30 days, days since receipt
            "Service Centre|3|1|1|1|3|1|0",
            "Billing Unit|1|0|1|0|1|0|0",
            "Whole office|4|1|2|1|4|1|0",
        ], ignoreOrder: true);
        var csv = await supervisor.Http.GetStringAsync("/en/desk/workload.csv");
        csv.ShouldContain("\"Service Centre\",\"3\",\"1\"");
        csv.ShouldNotContain(await office.WithAsync<GridDesk.Staff.StaffDirectory, string>(async directory => (await directory.MembersAsync("service-centre"))[0].Name));
        (await supervisor.Http.GetAsync("/desk/workload.ods")).StatusCode.ShouldBe(HttpStatusCode.OK);
        await supervisor.GoAsync("/en/desk/workload");
        await supervisor.GoAsync(supervisor.Page.QuerySelector("main tbody tr td a[href*=late]")!.GetAttribute("href")!);
        supervisor.Text.ShouldContain(old.Number!);

        (await CellsAsync(await office.SignInAsync("clerk"))).ShouldBe(["Service Centre|3|1|1|1|3|1|0"]);
        (await (await office.SignInAsync("greeter")).Http.GetAsync("/desk/workload")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Every_list_of_the_desk_is_a_file_for_those_who_may_open_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var head = await office.SignInAsync("head");
        var supervisor = await office.SignInAsync("supervisor");
        foreach (var list in (string[])["promises", "workload", "chase", "tasks", "supply", "handovers", "tell", "procedures"])
        {
            foreach (var ending in (string[])["csv", "ods"])
            {
                (await supervisor.Http.GetAsync($"/desk/{list}.{ending}")).StatusCode.ShouldBe(HttpStatusCode.OK, list);
                (await head.Http.GetAsync($"/desk/{list}.{ending}")).StatusCode.ShouldBe(list == "tell" ? HttpStatusCode.Forbidden : HttpStatusCode.OK, list);
            }

            (await supervisor.Http.GetStringAsync($"/desk/{list}")).Contains($"/desk/{list}.ods", StringComparison.Ordinal).ShouldBe(list != "procedures", $"{list}: offered on the page, once there is something");
        }
    }

    [Theory]
    [InlineData(new int[0], null), InlineData(new[] { 3 }, 3.0), InlineData(new[] { 1, 2, 9 }, 2.0), InlineData(new[] { 1, 2, 3, 9 }, 2.5)]
    public void The_median_is_the_middle_or_between_the_two_middles(int[] sorted, double? expected) => Workload.Median(sorted).ShouldBe((decimal?)expected);

    private static async Task<IReadOnlyList<string>> CellsAsync(Visitor visitor)
    {
        await visitor.GoAsync("/en/desk/workload");
        return [.. visitor.Page.QuerySelectorAll("main .gd-scroll tbody tr").Select(row => string.Join('|', row.Children.Select(cell => string.Join(' ', cell.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))))];
    }
}
