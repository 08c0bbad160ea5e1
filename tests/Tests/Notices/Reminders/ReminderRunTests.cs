using System.Net;
using GridDesk.Bills;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Reminders;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Notices.Reminders;

/// <summary>Who is reminded, of what, over which channel, and how often.</summary>
[Trait("store", "both")]
public sealed class ReminderRunTests
{
    [Fact]
    public async Task Reminded_are_those_who_agreed_of_open_bills_whose_day_has_come_and_each_once()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BillsAsync(3);
        await office.TakeInAsync(BillSheets.BillFileOf(BillSheets.BillRow(4), BillSheets.BillRow(5, "108/07/05"), BillSheets.BillRow(6, Reminded.DueTomorrow), BillSheets.BillRow(7, Reminded.DueTomorrow)));
        await office.AgreeAsync(5, "0912-555-555"); // not due yet
        await office.AgreeAsync(7, "05-2223333"); // a landline
        await office.AgreeAsync(7, "lan@example.org");
        await office.PayAsync(3);

        await office.RemindAsync();
        var messages = await office.MessagesAsync();
        messages.Select(m => (m.To, m.Channel)).ShouldBe([(Reminded.Mobile(1), MessageChannel.Sms), (Reminded.Mobile(2), MessageChannel.Sms), ("05-2223333", MessageChannel.Voice), ("lan@example.org", MessageChannel.Email)], ignoreOrder: true);
        var text = messages.Single(m => m.To == Reminded.Mobile(1)).Text;
        text.ShouldContain("19-01-＊＊＊＊-01-");
        text.ShouldContain("電費1,234元，6月21日（五）到期");
        text.ShouldContain("/contacts/");
        messages.ShouldAllBe(m => m.About.StartsWith("bill:10806-"));

        await office.RemindAsync();
        (await office.MessagesAsync()).Count.ShouldBe(4);
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(ReminderRun.KeyOf(new(2019, 6, 20))))).ShouldHaveSingleItem().Event.ShouldBe(new ReminderRunMade(new(2019, 6, 20), 2, 1, 1));
    }

    [Fact]
    public async Task The_day_begins_by_itself_at_the_packs_time_and_never_on_a_day_off()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BillsAsync(1);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 1, 29));
        await office.EveryMinuteAsync();
        (await office.MessagesAsync()).ShouldBeEmpty();
        office.Clock.AdvanceMinutes(1);
        await office.EveryMinuteAsync();
        await office.EveryMinuteAsync();
        (await office.MessagesAsync()).ShouldHaveSingleItem();

        await office.TakeInAsync(BillSheets.BillFileOf(BillSheets.BillRow(2, "108/06/24")));
        await office.AgreeAsync(2, Reminded.Mobile(2));
        office.Clock.Reset(Instant.FromUtc(2019, 6, 22, 2, 0)); // Saturday
        await office.EveryMinuteAsync();
        (await office.MessagesAsync()).ShouldHaveSingleItem();
        (await Should.ThrowAsync<Refusal>(office.RemindAsync)).Code.ShouldBe("reminder.day-off");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 2, 0));
        await office.EveryMinuteAsync();
        (await office.MessagesAsync()).Count.ShouldBe(2);
    }

    [Fact]
    public async Task A_person_is_reminded_again_the_day_before_and_not_of_what_was_paid_in_between()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BillsAsync(2, due: "108/06/25");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 2, 0));
        await office.EveryMinuteAsync();
        await office.DeliverAsync();
        await office.PayAsync(1);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 2, 0));
        await office.EveryMinuteAsync();
        (await office.MessagesAsync()).Select(m => m.To).ShouldBe([Reminded.Mobile(1), Reminded.Mobile(2), Reminded.Mobile(2)], ignoreOrder: true);
    }

    [Fact]
    public async Task Two_processes_that_begin_at_the_same_moment_remind_once()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BillsAsync(25);
        await using (var other = await office.OpenBesideAsync())
        {
            var both = await Task.WhenAll(new[] { office, other }.Select(o => Task.Run(async () =>
            {
                try
                {
                    await o.RemindAsync();
                    return true;
                }
                catch (Refusal second) when (second.Code == "conflict")
                {
                    return false; // and the recurring work tries again
                }
            })));
            both.ShouldContain(true);
        }

        await office.RemindAsync();
        (await office.MessagesAsync()).GroupBy(m => m.To).ShouldAllBe(of => of.Count() == 1);
        (await office.MessagesAsync()).Count.ShouldBe(25);
    }

    [Fact]
    public async Task The_page_shows_masked_whom_it_would_remind_and_what_became_of_those_it_did()
    {
        await using var office = await TestOffice.OpenAsync(Carrier.OfEach);
        await office.BillsAsync(2);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/reminders");
        clerk.Text.ShouldContain("2 in all");
        clerk.Text.ShouldContain("09＊＊-＊＊＊-001");
        clerk.Text.ShouldNotContain(Reminded.Mobile(1));
        await clerk.PressAsync("Remind them now");
        clerk.Status.ShouldBe(HttpStatusCode.OK);
        clerk.Text.ShouldContain("The reminders are on their way.");
        await office.DeliverAsync();
        await office.ArrivedAsync((await office.MessagesAsync())[0]);
        await office.PayAsync(1);
        await office.CloseAsync();
        await clerk.GoAsync("/en/desk/reminders");
        var row = clerk.Page.QuerySelector("main table tbody tr")!;
        string.Join('|', row.Children.Skip(1).Select(cell => cell.TextContent.Trim())).ShouldBe("2|2|0|0|0|1|0|1|0|0|0|0|1 / 1");
        (await office.SignInAsync("editor")).Http.GetAsync("/desk/reminders").Result.StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }
}
