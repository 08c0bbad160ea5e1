using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Requests.Tell;
using GridDesk.Requests.Usual;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Tell;

/// <summary>Customers hear of their request before they have to ask.</summary>
[Trait("store", "both")]
public sealed class TellTests
{
    [Fact]
    public async Task A_long_silence_is_broken_once_and_never_while_the_customer_is_waited_for()
    {
        await using var office = await TestOffice.OpenAsync();
        var silent = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("甲"));
        var waiting = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("乙"));
        await office.DoAsync(desk => desk.AskForAsync(new(waiting.Id, null, Actor.Office), [new("document", "relation", new("租約", "Lease"))]));
        await BreakAsync(office, days: 7);
        (await NoticesAsync(office)).ShouldBeEmpty("five working days are usual");
        await BreakAsync(office, days: 1);
        await BreakAsync(office, days: 1);
        (await NoticesAsync(office)).ShouldBe([(silent.Id, NoticeReason.LongSilence)]);

        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain("We are still working on your request");
        var id = (await office.WithAsync<OfficeDb, DueNotice>(db => db.DueNotices.SingleAsync())).Id;
        await clerk.PressAsync("Counter");
        await Should.ThrowAsync<Kernel.Refusal>(() => office.WithAsync<OfficeDb>(async db => (await db.DueNotices.SingleAsync()).Tell(EnquiryChannel.Phone, office.Clock.GetCurrentInstant())));
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync($"notice:{id:N}"))).Select(h => h.Event.GetType()).ShouldBe([typeof(NoticeRaised), typeof(NoticeTold)]);
        await BreakAsync(office, days: 6);
        (await NoticesAsync(office)).Count.ShouldBe(2, "after five working days of further silence they are told again");
    }

    [Fact]
    public async Task Whoever_heard_of_it_otherwise_meanwhile_need_not_be_told_that_the_work_goes_on()
    {
        await using var office = await TestOffice.OpenAsync();
        var (rang, silent) = (await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("甲")), await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("乙")));
        await BreakAsync(office, days: 8);
        (await NoticesAsync(office)).Count.ShouldBe(2);
        office.Clock.Advance(Duration.FromMinutes(20));
        await office.WithAsync<RequestDesk>(desk => desk.LogEnquiryAsync(rang, EnquiryChannel.Phone, selfService: false, Actor.Office));
        await BreakAsync(office, days: 1);
        (await office.WithAsync<OfficeDb, List<Guid>>(db => db.DueNotices.Where(n => n.LapsedAt == null).Select(n => n.Request).ToListAsync())).ShouldBe([silent.Id]);
    }

    [Fact]
    public async Task What_is_closed_needs_no_telling_and_somebody_else_s_department_is_not_listed()
    {
        await using var office = await TestOffice.OpenAsync();
        var closed = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("甲"));
        var theirs = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("乙"));
        await office.DoAsync(async desk => await desk.AssignAsync(new(theirs.Id, null, Actor.Office), $"{await office.IdOfAsync("supervisor")}", "billing"));
        await BreakAsync(office, days: 8);
        (await NoticesAsync(office)).Count.ShouldBe(2);
        await office.DoAsync(desk => desk.CloseAsync(new(closed.Id, null, Actor.Office), Outcome.Done, null));
        await BreakAsync(office, days: 1);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/tell");
        clerk.Text.ShouldContain("Nobody has to be told anything");
        var notice = await office.WithAsync<OfficeDb, DueNotice>(db => db.DueNotices.SingleAsync(n => n.Request == theirs.Id));
        await clerk.GoAsync($"/en/desk/requests/{closed.Id}?do=note");
        var token = clerk.Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await clerk.Http.PostAsync($"/en/desk/tell?id={notice.Id}", new FormUrlEncodedContent([new("Channel", "Phone"), new("__RequestVerificationToken", token)]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task The_office_learns_overnight_how_long_a_service_takes_and_says_so_to_customers()
    {
        await using var office = await TestOffice.OpenAsync();
        for (var i = 0; i < 32; i++)
        {
            var request = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer($"客{i}"));
            office.Clock.Advance(Duration.FromDays(i % 4 == 0 ? 3 : 1));
            await office.DoAsync(desk => desk.CloseAsync(new(request.Id, null, Actor.Office), Outcome.Done, null));
        }

        var visitor = office.Visit();
        await visitor.GoAsync("/en/services/xfer");
        visitor.Text.ShouldNotContain("usually");
        await office.WithAsync<LearnTimes>(learn => learn.RunAsync(office.Clock.GetCurrentInstant(), default));
        await visitor.GoAsync("/en/services/xfer");
        visitor.Text.ShouldContain("usually done on the same or the next working day (four in five of the last year’s cases)");
        var known = await office.WithAsync<OfficeDb, KnownTime>(db => db.KnownTimes.SingleAsync(k => k.Service == "XFER"));
        (known.Cases, known.OfficeCases).ShouldBe((32, 32));
    }

    private static async Task BreakAsync(TestOffice office, int days)
    {
        office.Clock.Advance(Duration.FromDays(days));
        await office.WithAsync<BreakSilence>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));
    }

    private static Task<List<(Guid, NoticeReason)>> NoticesAsync(TestOffice office) => office.WithAsync<OfficeDb, List<(Guid, NoticeReason)>>(async db =>
        [.. (await db.DueNotices.OrderBy(n => n.RaisedAt).ThenBy(n => n.Id).ToListAsync()).Select(n => (n.Request, n.Reason))]);
}
