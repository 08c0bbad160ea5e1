using System.Net;
using GridDesk.Hall;
using GridDesk.Hall.Book;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Book;

/// <summary>Somebody at home books a visit, changes their mind, and comes.</summary>
[Trait("store", "both")]
public sealed class BookingPageTests
{
    [Fact]
    public async Task A_visitor_finds_a_time_says_who_comes_moves_it_and_checks_in_at_the_entrance()
    {
        await using var office = await TestOffice.OpenAsync();
        var visitor = await office.Visit().GoAsync("/en/services/new-lv");
        await visitor.FollowAsync("Would you rather talk about it? Book the consultation room");
        visitor.Text.ShouldContain("Which day");
        await visitor.GoAsync("/en/book/new-lv?day=2019-06-21");
        await visitor.PressAsync("09:30");
        visitor.Text.ShouldContain("Friday 21 June, 09:30");
        visitor.Text.ShouldContain("Kept for you until 10:10");
        (await office.Visit().GoAsync("/en/book/new-lv?day=2019-06-21")).Page.QuerySelectorAll("main form button").Select(b => b.TextContent.Trim()).ShouldNotContain("09:30");

        await visitor.Fill("Name", "王安娜").Fill("Telephone", "12").PressAsync("Book");
        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        visitor.Errors.Single().ShouldStartWith("Enter a telephone number");
        await visitor.Fill("Telephone", "0912345678").PressAsync("Book");
        visitor.Path.ShouldStartWith("/en/book/NEW-LV/B108-00001?code=", Case.Insensitive);
        visitor.Text.ShouldContain("It is booked.");
        visitor.Text.ShouldContain("by text message (09＊＊-＊＊＊-678)");

        await visitor.FollowAsync("Move to another time");
        await visitor.GoAsync(visitor.Path + "&day=2019-06-24");
        await visitor.PressAsync("14:00");
        visitor.Text.ShouldContain("It is moved");
        var again = await office.Visit().GoAsync("/en/book/find");
        await again.Fill("Booking number", "b108-00001").Fill("Code", "AAAAAAAA").PressAsync("See my booking");
        again.Errors.Single().ShouldStartWith("There is no such booking.");
        await again.Fill("Code", visitor.Path.Split("code=")[1][..8].ToLowerInvariant()).PressAsync("See my booking");
        again.Text.ShouldContain("Monday 24 June, 14:00");
        visitor.Text.ShouldContain("Monday 24 June, 14:00");
        var code = visitor.Path.Split("code=")[1][..8];

        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 5, 50));
        var entrance = await office.Visit().GoAsync("/en/hall/centre/kiosk");
        await entrance.GoAsync(entrance.Page.QuerySelectorAll("main a").Single(a => a.TextContent.StartsWith("I have a booking")).GetAttribute("href")!);
        await entrance.Fill("Booking code", "AAAA-AAAA").PressAsync("Check in");
        entrance.Errors.Single().ShouldStartWith("No booking has this code.");
        await entrance.Fill("Booking code", code.ToLowerInvariant()).PressAsync("Check in");
        entrance.Path.ShouldStartWith("/en/hall/centre/tickets/5001?code=");
        await visitor.GoAsync(visitor.Path);
        visitor.Text.ShouldContain("Checked in");
        visitor.Text.ShouldContain("5001");
    }

    [Fact]
    public async Task A_time_that_was_lost_is_chosen_anew_in_the_same_form_and_nothing_typed_is_lost()
    {
        await using var office = await TestOffice.OpenAsync();
        var visitor = await office.Visit().GoAsync("/en/book/new-lv?day=2019-06-21");
        await visitor.PressAsync("09:30");
        office.Clock.Advance(Duration.FromMinutes(11));
        await office.BookAsync();
        await visitor.Fill("Name", "王安娜").Fill("Telephone", "02-2345-6789").Fill("E-mail", "anna@example.com").PressAsync("Book");
        visitor.Errors.Single().ShouldStartWith("Somebody else has just taken this time");
        ((AngleSharp.Html.Dom.IHtmlInputElement)visitor.Page.QuerySelector("#Name")!).Value.ShouldBe("王安娜");
        await visitor.Choose("Friday 21 June, 10:00").PressAsync("Book");
        visitor.Text.ShouldContain("Friday 21 June, 10:00");
        visitor.Text.ShouldContain("by e-mail (a＊＊＊@example.com)");
    }

    [Fact]
    public async Task Who_waits_for_a_full_day_is_offered_what_becomes_free_and_then_the_next_is()
    {
        await using var office = await TestOffice.OpenAsync();
        List<Booking> all = [];
        foreach (var minutes in (int[])[0, 30, 60, 90, 120, 270, 300, 330, 360, 390, 420])
        {
            all.Add(await office.BookAsync(new LocalDateTime(2019, 6, 21, 9, 0).PlusMinutes(minutes)));
        }

        var (first, second) = (await WaitAsync(office, "陳一"), await WaitAsync(office, "林二"));
        await office.AtBookingsAsync(desk => desk.CancelAsync(all[2].Change()));
        await first.GoAsync(first.Path);
        first.Text.ShouldContain("Friday 21 June, 10:00");
        (await second.GoAsync(second.Path)).Text.ShouldContain("You are waiting for a time on Friday 21 June");
        (await office.Visit().GoAsync("/en/book/new-lv?day=2019-06-21")).Text.ShouldContain("Every time of that day is taken.");

        office.Clock.Advance(Duration.FromMinutes(121));
        await office.TendAsync();
        (await first.GoAsync(first.Path)).Text.ShouldContain("You are on the wait list no more.");
        await second.GoAsync(second.Path);
        await second.PressAsync("I take this time");
        second.Text.ShouldContain("It is booked.");
        second.Text.ShouldContain("Friday 21 June, 10:00");
    }

    [Fact]
    public async Task Who_has_a_booking_is_told_of_an_earlier_time_and_takes_it_or_keeps_the_own()
    {
        await using var office = await TestOffice.OpenAsync();
        var (early, late) = (await office.BookAsync(), await office.BookAsync(BookingCases.Later));
        var visitor = await office.Visit().GoAsync($"/en/book/new-lv/{late.Number}?code={await office.CodeOfAsync(late.Id)}");
        await visitor.PressAsync("Tell me about an earlier time");
        visitor.Text.ShouldContain("We tell you as soon as an earlier time becomes free.");
        await office.AtBookingsAsync(desk => desk.CancelAsync(early.Change()));
        await visitor.GoAsync(visitor.Path);
        await visitor.FollowAsync("See the time that is kept for you");
        await visitor.PressAsync("I take this time");
        visitor.Text.ShouldContain("Friday 21 June, 09:30");
        (await office.HistoryOfAsync(late.Key)).OfType<BookingMoved>().Single().FromWaitList.ShouldBeTrue();
        await office.BookAsync(BookingCases.Later);

        await visitor.FollowAsync("Cancel the booking");
        await visitor.PressAsync("Cancel the booking");
        visitor.Text.ShouldContain("It is cancelled.");
        await office.BookAsync();
    }

    [Theory]
    [InlineData("/en/book/pay", HttpStatusCode.NotFound)]
    [InlineData("/en/book/nothing", HttpStatusCode.NotFound)]
    [InlineData("/en/book/new-lv?day=2019-06-22", HttpStatusCode.OK)]
    [InlineData("/en/book/new-lv?day=9999-12-31", HttpStatusCode.OK)]
    [InlineData("/en/book/new-lv?day=yesterday", HttpStatusCode.OK)]
    [InlineData("/en/book/new-lv/wait?day=9999-12-31", HttpStatusCode.NotFound)]
    [InlineData("/en/book/new-lv/B108-00099?code=AAAAAAAA", HttpStatusCode.NotFound)]
    [InlineData("/en/book/new-lv/details/0197863e-5c00-7000-8000-000000000001?at=2019-06-21T23:59:59.9", HttpStatusCode.UnprocessableEntity)]
    [InlineData("/en/book/waits/0197863e-5c00-7000-8000-000000000001?code=AAAAAAAA", HttpStatusCode.NotFound)]
    [InlineData("/en/hall/puzi/kiosk/booking", HttpStatusCode.NotFound)]
    public async Task What_is_not_there_is_said(string path, HttpStatusCode status)
    {
        await using var office = await TestOffice.OpenAsync();
        (await office.Visit().GoAsync(path)).Status.ShouldBe(status);
    }

    private static async Task<Visitor> WaitAsync(TestOffice office, string name)
    {
        var visitor = await office.Visit().GoAsync("/en/book/new-lv?day=2019-06-21");
        await visitor.FollowAsync("Tell me if one becomes free");
        await visitor.Fill("Name", name).Fill("Telephone", "02-2345-6789").PressAsync("Tell me");
        visitor.Errors.Single().ShouldBe("To tell you we need a mobile number or an e-mail address.");
        await visitor.Fill("Telephone", "0912-345-678").PressAsync("Tell me");
        visitor.Text.ShouldContain("You are waiting for a time on Friday 21 June.");
        office.Clock.AdvanceSeconds(1);
        return visitor;
    }
}
