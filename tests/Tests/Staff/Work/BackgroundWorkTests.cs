using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Staff.Work;

[Trait("store", "both")]
public sealed class BackgroundWorkTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task What_was_given_up_is_seen_with_its_error_and_tried_again()
    {
        var now = office.Clock.GetCurrentInstant();
        var failed = new Delivery { Queue = "office", Id = Guid.CreateVersion7(), Event = Guid.NewGuid(), Handler = "GridDesk.Notices.SendMessage", Lane = "request:1|SendMessage", Version = 1, RecordedAt = now, DueAt = now, Attempts = 9, GivenUpAt = now, LastError = "the mail server said no" };
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => Task.FromResult(db.Add(failed))));

        var auditor = await office.SignInAsync("auditor");
        await auditor.GoAsync("/en/desk/admin/work");
        auditor.Text.ShouldContain("the mail server said no");
        auditor.Text.ShouldContain("seal-events");
        auditor.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Try now"));

        var admin = await office.SignInAsync("admin");
        await admin.GoAsync("/en/desk/admin/work");
        await admin.PressAsync("Try now");
        admin.Text.ShouldContain("Tried again");
        (await office.WithAsync<OfficeDb, Delivery>(db => db.Set<Delivery>().AsNoTracking().SingleAsync(d => d.Id == failed.Id))).GivenUpAt.ShouldBeNull();

        (await (await office.SignInAsync("clerk")).GoAsync("/desk/admin/work")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }
}
