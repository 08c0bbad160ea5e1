using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall.Roster;

/// <summary>Volunteers at counters over noon: who they call, and what they may not do (plan row 5.2.1.1.2).</summary>
[Trait("store", "both")]
public sealed class NoonCounterTests
{
    private static readonly Instant Noon = Instant.FromUtc(2019, 6, 20, 4, 10);

    [Fact]
    public async Task Over_noon_a_volunteer_opens_a_counter_calls_everybody_but_who_only_pays_and_takes_in()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.CertifyAsync("volunteer");
        await office.PlanAsync("counter-3", "volunteer", null, 12, 13);
        office.Clock.Reset(Noon);
        var pays = await office.ComeAsync("PAY", TicketKind.Senior);
        var moves = await office.ComeAsync("NEW-LV", TicketKind.Ordinary);
        var volunteer = await office.SignInAsync("volunteer");
        await volunteer.GoAsync("/en/desk/hall");
        volunteer.Page.QuerySelectorAll("main tbody th[scope=row]").Take(2).Select(th => th.TextContent.Trim()[..1]).ShouldBe(["1", "3"], "the counters of the noon service");
        await volunteer.PressAsync("Open counter 3");
        volunteer.Text.ShouldContain("1 waiting");
        (await office.WithAsync<HallState, Prospect?>(hall => hall.OfAsync(pays)))!.Wait.ShouldBeNull("nobody is there who takes a payment");
        (await office.WithAsync<HallState, Prospect?>(hall => hall.OfAsync(moves)))!.Ahead.ShouldBe(0, "the senior who pays is not before them");

        (await office.Visit().GoAsync("/en/hall/centre/kiosk?errand=PAY")).Page.QuerySelectorAll("main form button").ShouldAllBe(line => line.TextContent.Contains("no counter open yet"));
        (await office.Visit().GoAsync("/en/hall/centre/kiosk?errand=NEW-LV")).Page.QuerySelectorAll("main form button").ShouldAllBe(line => line.TextContent.Contains("minutes"));

        await volunteer.PressAsync("Call the next");
        volunteer.Text.ShouldContain($"Ticket {moves.Name}");
        await volunteer.PressAsync("Take in: New low-voltage supply");
        volunteer.Path.ShouldContain("/desk/intake/NEW-LV");
        volunteer.Text.ShouldContain("papers only", customMessage: "what may be finished the form decides");
        await volunteer.GoAsync("/en/desk/hall");
        await volunteer.PressAsync("Finished");
        await volunteer.PressAsync("Call the next");
        volunteer.Text.ShouldContain("Counter 3", customMessage: "whoever pays is not called");

        await volunteer.PressAsync("Close the counter");
        office.Clock.Reset(Noon + Duration.FromHours(1));
        var clerk = await office.OpenCounterAsync(3, "supervisor");
        (await office.InHallAsync(desk => desk.NextAsync("centre", 3, clerk)))!.Name.ShouldBe(pays.Name, "only noon was planned, so the counter is anybody's again");
    }

    [Fact]
    public async Task A_volunteer_opens_no_other_counter_at_no_other_time_and_not_without_certificate_and_shift()
    {
        await using var office = await TestOffice.OpenAsync();
        var volunteer = await office.SignInAsync("volunteer");
        await Refused("2", "Counter 2 has no noon service; volunteers open 1 or 3.");
        await Refused("3", "Volunteers call over noon only: 12:00 to 13:00.");
        office.Clock.Reset(Noon);
        volunteer = await office.SignInAsync("volunteer");
        await Refused("3", "You have no volunteer shift here now");
        await office.PlanAsync("entrance", "volunteer", null, 12, 13);
        await Refused("3", "Opening a counter needs the certificate of the noon service.");
        await office.CertifyAsync("volunteer");
        await OpenAsync("3");
        volunteer.Text.ShouldContain("Counter 3", customMessage: "nobody was planned for it today");

        var clerk = await office.OpenCounterAsync(4, "clerk", "午休加開");
        await office.ComeAsync("XFER", TicketKind.Senior);
        await volunteer.PressAsync("Call the next");
        office.Clock.Reset(Noon + Duration.FromHours(1));
        await volunteer.PressAsync("Finished");
        volunteer.Errors.ShouldBeEmpty("whoever was called is served to the end");
        await office.ComeAsync("XFER", TicketKind.Senior);
        await volunteer.PressAsync("Call the next");
        volunteer.Errors.Single().ShouldContain("Close the counter and leave it to a colleague.");
        await volunteer.GoAsync("/en/desk/hall");
        Counter("4");
        await volunteer.PressAsync("Close the counter");
        volunteer.Errors.Single().ShouldBe("This is not the counter that you opened.");
        (await office.InHallAsync(desk => desk.NextAsync("centre", 4, clerk))).ShouldNotBeNull();

        async Task Refused(string counter, string sentence)
        {
            await OpenAsync(counter);
            volunteer.Errors.Single().ShouldStartWith(sentence);
        }

        async Task OpenAsync(string counter)
        {
            await volunteer.GoAsync("/en/desk/hall");
            Counter(counter);
            await volunteer.PressAsync("Open counter");
        }

        void Counter(string number)
        {
            foreach (var hidden in volunteer.Page.QuerySelectorAll("input[name=Counter]"))
            {
                hidden.SetAttribute("value", number);
            }
        }
    }

    [Fact]
    public void Whatever_a_volunteer_s_counter_serves_it_never_calls_what_staff_alone_may_do() =>
        Prop.ForAll<TicketKind, bool, bool>((kind, staffOnly, volunteer) =>
        {
            CounterDefinition counter = new(3, Phrase.Same("三"), Enum.GetValues<TicketKind>()) { HasVolunteer = volunteer };
            Waiter who = new(Guid.NewGuid(), kind, "counter", null, Noon, 1) { StaffOnly = staffOnly };
            return WaitForecast.MayCall(counter, who) == !(volunteer && staffOnly);
        }).QuickCheckThrowOnFailure();
}

file static class Comers
{
    extension(TestOffice office)
    {
        /// <summary>Somebody takes a ticket as they would at the entrance.</summary>
        public async Task<Ticket> ComeAsync(string errand, TicketKind kind)
        {
            var visit = await office.WithAsync<VisitReading, Visit>(reading => Task.FromResult(reading.Read(HallCases.Site, kind, [errand], Language.English, TicketWay.Kiosk, new(2019, 6, 20))));
            return await office.InHallAsync(desk => desk.TakeAsync(HallCases.Site, visit, Actor.Customer));
        }
    }
}
