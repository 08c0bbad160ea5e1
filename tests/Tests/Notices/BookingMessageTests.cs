using GridDesk.Hall.Book;
using GridDesk.Kernel.Data;
using GridDesk.Notices;
using GridDesk.Tests.Hall.Book;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Notices;

/// <summary>Whoever booked a visit hears of it, and of nothing that is not true any more.</summary>
[Trait("store", "both")]
public sealed class BookingMessageTests
{
    private static readonly LocalDateTime Monday = new(2019, 6, 24, 14, 0);

    [Fact]
    public async Task It_is_confirmed_reminded_of_and_both_follow_a_change()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync(Monday);
        var made = (await SentAsync(office)).Single();
        (made.Template, made.To, made.Language, made.State).ShouldBe(("booking-made", "anna@example.com", Language.English, MessageState.HandedOver));
        made.Text.ShouldContain("Monday 24 June, 14:00");
        made.Text.ShouldContain($"/en/book/new-lv/{booking.Number}?code={await office.CodeOfAsync(booking.Id)}");

        await office.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), Monday.PlusDays(1), BookingWay.Online));
        (await SentAsync(office)).Single().Text.ShouldContain("Tuesday 25 June, 14:00");

        office.Clock.Reset(Instant.FromUtc(2019, 6, 23, 6, 5));
        await office.TendAsync();
        (await SentAsync(office)).ShouldBeEmpty("the time that was moved is not reminded of");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 6, 5));
        await office.TendAsync();
        var reminder = (await SentAsync(office)).Single();
        (reminder.Template, reminder.Text.Contains("Tuesday 25 June, 14:00")).ShouldBe(("booking-reminder", true));

        await office.AtBookingsAsync(desk => desk.CancelAsync(booking.Change()));
        (await SentAsync(office)).Single().Template.ShouldBe("booking-cancelled");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 25, 4, 5));
        await office.TendAsync();
        (await SentAsync(office)).ShouldBeEmpty("nobody is reminded of what was cancelled");
    }

    [Fact]
    public async Task A_reminder_that_waits_while_the_visit_is_moved_does_not_leave()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync(Monday);
        await SentAsync(office);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 23, 6, 5));
        await office.TendAsync();
        await office.AtBookingsAsync(desk => desk.MoveAsync(booking.Change(), Monday.PlusHours(1), BookingWay.Online));
        await office.DeliverAsync();
        var messages = await office.WithAsync<OfficeDb, List<Message>>(db => db.Messages.AsNoTracking().ToListAsync());
        messages.Single(m => m.Template == "booking-reminder").Stopped.ShouldBe(StopReason.Settled);
        messages.Single(m => m.Template == "booking-moved").State.ShouldBe(MessageState.HandedOver);
    }

    [Fact]
    public async Task A_mobile_gets_text_messages_in_the_language_of_the_visitor_and_a_landline_none()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BookAsync(contact: new("陳玉蘭", "0912-345-678", null, Language.Chinese));
        await office.BookAsync(BookingCases.Later, contact: new("林美", "02-2345-6789", null, Language.Chinese));
        var text = (await SentAsync(office)).Single();
        (text.Channel, text.To).ShouldBe((MessageChannel.Sms, "0912-345-678"));
        text.Text.ShouldContain("6月21日（五） 09:30已預約");
    }

    [Fact]
    public async Task A_typhoon_day_cancels_its_visits_and_says_so()
    {
        await using var office = await TestOffice.OpenAsync();
        var booking = await office.BookAsync();
        await SentAsync(office);
        await office.ShutAsync(BookingCases.Tomorrow.Date);
        await office.TendAsync();
        (await office.HistoryOfAsync(booking.Key)).OfType<BookingCancelled>().Single().Why.ShouldBe(CancelReason.Shut);
        (await SentAsync(office)).Single().Text.ShouldContain("we are shut on Friday 21 June");
        (await Should.ThrowAsync<Refusal>(() => office.BookAsync())).Code.ShouldBe("booking.closed-day");
    }

    [Fact]
    public async Task Whoever_waits_hears_what_became_free_and_nothing_when_it_was_too_late()
    {
        await using var office = await TestOffice.OpenAsync();
        var (early, late) = (await office.BookAsync(), await office.BookAsync(BookingCases.Later));
        await office.AtBookingsAsync(desk => desk.WaitForEarlierAsync(late.Change()));
        await SentAsync(office);
        await office.AtBookingsAsync(desk => desk.CancelAsync(early.Change()));
        var offered = (await SentAsync(office)).Single(m => m.Template == "booking-offered");
        offered.Text.ShouldContain("a time that you waited for has become free: Friday 21 June, 09:30");
        offered.Text.ShouldContain("kept for you until Thursday 20 June, 12:00");
        offered.Text.ShouldContain("/en/book/waits/");
    }

    // What was handed over since this was asked last.
    private static async Task<IReadOnlyList<Message>> SentAsync(TestOffice office)
    {
        var before = await office.WithAsync<OfficeDb, List<Guid>>(db => db.Messages.Where(m => m.State == MessageState.HandedOver).Select(m => m.Id).ToListAsync());
        await office.DeliverAsync();
        return await office.WithAsync<OfficeDb, List<Message>>(db => db.Messages.AsNoTracking().Where(m => m.State == MessageState.HandedOver && !before.Contains(m.Id)).ToListAsync());
    }
}
