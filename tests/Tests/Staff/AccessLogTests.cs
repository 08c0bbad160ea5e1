using System.Net;
using System.Text;
using AngleSharp.Dom;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Staff;

public sealed class AccessLogTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task A_look_is_committed_when_the_page_goes_on()
    {
        var id = await office.HireAsync("looker", Role.Clerk);
        await office.WithAsync<AccessLog>(log => log.RecordAsync(id, "customer:1", "/desk/customers", "handling"));
        await office.WithAsync<OfficeDb>(async db =>
        {
            var entry = await db.Set<AccessEntry>().SingleAsync(e => e.Staff == id);
            (entry.Subject, entry.Page, entry.Purpose, entry.At).ShouldBe(("customer:1", "/desk/customers", "handling", office.Clock.Now()));
        });
    }

    [Fact]
    public async Task What_was_refused_before_does_not_slip_in_with_the_look()
    {
        var id = await office.HireAsync("clean", Role.Clerk);
        await using var scope = office.Services.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
        await Should.ThrowAsync<Refusal>(() => db.CommitAsync(async () =>
        {
            (await db.GetStaffAsync(id)).Leave();
            throw new Refusal("no", "不行", "no");
        }));
        await scope.ServiceProvider.GetRequiredService<AccessLog>().RecordAsync(id, "customer:1", "/", "x");
        await office.WithAsync<OfficeDb>(async fresh => (await fresh.GetStaffAsync(id)).Active.ShouldBeTrue());
    }

    [Fact]
    public async Task The_auditor_filters_pages_through_and_exports_the_log()
    {
        var clerk = await office.HireAsync("clerk-in-log", Role.Clerk);
        await office.HireAsync("auditor1", Role.Auditor);
        var auditor = await office.SignedInAsync("auditor1");
        await office.WithAsync<AccessLog>(async log =>
        {
            for (var n = 0; n < 130; n++)
            {
                await log.RecordAsync(clerk, $"customer:{n}", "/desk/customers", n == 7 ? "=HYPERLINK(\"x\")" : "handling");
            }
        });

        var first = await auditor.ReadAsync($"/desk/admin/access?who={clerk}");
        first.QuerySelectorAll("tbody tr").Length.ShouldBe(100);
        var second = await auditor.ReadAsync(first.QuerySelector("a[rel=next]")!.GetAttribute("href")!);
        second.QuerySelectorAll("tbody tr").Length.ShouldBe(30);
        first.QuerySelectorAll("tbody tr").Concat(second.QuerySelectorAll("tbody tr")).Select(row => row.Children[2].TextContent).ShouldBeUnique();

        (await auditor.ReadAsync("/desk/admin/access?whom=customer:42")).QuerySelectorAll("tbody tr").Length.ShouldBe(1);
        (await auditor.ReadAsync($"/desk/admin/access?who={clerk}&until=108/1/1")).QuerySelector(".gd-empty").ShouldNotBeNull();

        var csv = await auditor.GetAsync($"/desk/admin/access.csv?who={clerk}");
        csv.StatusCode.ShouldBe(HttpStatusCode.OK);
        var bytes = await csv.Content.ReadAsByteArrayAsync();
        bytes[..3].ShouldBe(Encoding.UTF8.GetPreamble());
        var text = Encoding.UTF8.GetString(bytes);
        text.Split("\r\n").Length.ShouldBe(132);
        text.ShouldContain("\"'=HYPERLINK(\"\"x\"\")\"");
        text.ShouldContain("甲clerk-in-log");
    }
}
