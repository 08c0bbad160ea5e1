using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Tests.Hall;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

/// <summary>Rows 1.2.1.6, 5.2.1.2 and 5.2.1.3: tickets are taken, called, missed and finished, and the rows show it.</summary>
[Trait("store", "both")]
public sealed class HallMovesTests
{
    private const string Site = HallCases.Site;

    [Fact]
    public async Task A_morning_in_the_hall_moves_its_rows()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nobody has come yet, which is not zero");
        var clerk = await office.OpenCounterAsync(3, "clerk");
        var quick = await office.OpenCounterAsync(1, "supervisor");
        await office.TakeTicketAsync();
        await office.TakeTicketAsync(TicketKind.Senior);
        await office.TakeTicketAsync(TicketKind.Quick);
        var later = await office.TakeTicketAsync();
        After(4);
        await DoAsync(desk => desk.NextAsync(Site, 1, quick)); // 2001 waited 4 minutes
        await DoAsync(desk => desk.NextAsync(Site, 3, clerk)); // 3001, put forward
        await DoAsync(desk => desk.UndoAsync(Site, 3, clerk));
        await DoAsync(desk => desk.NextAsync(Site, 3, clerk));
        After(2);
        await DoAsync(desk => desk.FinishAsync(Site, 1, TicketOutcome.Done, quick));
        await DoAsync(desk => desk.MissAsync(Site, 3, clerk));
        await DoAsync(desk => desk.NextAsync(Site, 3, clerk)); // 1001 waited 6
        await DoAsync(desk => desk.SendOnAsync(Site, 3, 4, null, clerk)); // the wrong counter
        await DoAsync(desk => desk.NextAsync(Site, 3, clerk)); // 1002 waited 6
        await DoAsync(desk => desk.HoldAsync(Site, 3, clerk));
        await office.TakeTicketAsync(TicketKind.Senior);
        After(1);
        await DoAsync(desk => desk.CallBackAsync(Site, 3, later.Name, clerk)); // 3002 has the earlier turn
        After(3);
        await DoAsync(desk => desk.FinishAsync(Site, 3, TicketOutcome.Done, clerk));

        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?>
        {
            ["hall.tickets"] = 5, ["hall.wait-mean"] = 5, ["hall.wait-90"] = 6, ["hall.serving-mean"] = 2.5m, ["hall.serving-90"] = 3, ["hall.as-told-share"] = null, ["hall.missed-share"] = 33.3m, ["hall.out-of-turn"] = 1,
            ["hall.quick-tickets"] = 1, ["hall.ordinary-tickets"] = 2, ["hall.wait-quick-mean"] = 4, ["hall.wait-ordinary-mean"] = 6, ["hall.senior-tickets"] = 2, ["hall.wait-senior-mean"] = 4,
        }, ignoreOrder: true);
        var wrong = (await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(catalogue => catalogue.ReadAsync(["hall.wrong-counter-share"], new Interval(Instant.FromUtc(2019, 6, 1, 0, 0), Instant.FromUtc(2019, 7, 1, 0, 0)), Instant.MaxValue)))["hall.wrong-counter-share"];
        (wrong.Part, wrong.Whole).ShouldBe((1, 4), "of four who were called one was at the wrong counter");

        void After(int minutes) => office.Clock.Advance(Duration.FromMinutes(minutes));
        Task DoAsync<T>(Func<HallDesk, Task<T>> act) => office.InHallAsync(act);
    }

    [Fact]
    public async Task What_a_visitor_was_told_of_the_wait_is_kept_and_the_row_says_who_waited_so_long()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.OpenCounterAsync(3, "clerk");
        var visitor = await office.Visit().GoAsync("/en/hall/centre/kiosk?errand=XFER");
        await visitor.PressAsync(visitor.Page.QuerySelectorAll("main form button").Single(b => b.TextContent.StartsWith("65 or older")).TextContent);
        await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk)); // at once, and at once is what they were told
        await office.InHallAsync(desk => desk.FinishAsync(Site, 3, TicketOutcome.Done, clerk));
        (await office.FiguresAsync("1.2.1.6"))["hall.as-told-share"].ShouldBe(100);

        using var asked = new HttpRequestMessage(HttpMethod.Post, "/api/hall/centre/tickets") { Content = JsonContent.Create(new { kind = "senior", errands = new[] { "NEW-LV" } }) };
        asked.Headers.Add("Idempotency-Key", "a-telephone");
        var told = JsonNode.Parse(await (await office.Api().SendAsync(asked)).Content.ReadAsStringAsync())!;
        var name = told["ticket"]!.GetValue<string>();
        var kept = (await office.WithAsync((OfficeDb db) => db.Tickets.SingleAsync(t => t.Name == name))).Told.ShouldNotBeNull();
        (kept.From, kept.To).ShouldBe((told["wait"]!["from"]!.GetValue<int>(), told["wait"]!["to"]!.GetValue<int>()));
        office.Clock.Advance(Duration.FromMinutes(kept.To + 1));
        await office.InHallAsync(desk => desk.NextAsync(Site, 3, clerk));
        (await office.FiguresAsync("1.2.1.6"))["hall.as-told-share"].ShouldBe(50);
        await office.InHallAsync(desk => desk.UndoAsync(Site, 3, clerk));
        (await office.FiguresAsync("1.2.1.6"))["hall.as-told-share"].ShouldBe(100, "who was not called after all has not waited yet");
    }

    [Fact]
    public async Task A_greeter_and_a_volunteer_write_down_whom_they_helped_and_the_rows_say_so()
    {
        await using var office = await TestOffice.OpenAsync();
        (await office.FiguresAsync("2.1.2.3")).Values.ShouldAllBe(value => value == null);
        var greeter = await office.SignInAsync("greeter");
        await greeter.GoAsync("/en/desk/greet");
        await greeter.PressAsync("Write it down");
        greeter.Errors.ShouldBe(["Choose what they came for."]);
        await greeter.Choose("Pay a bill").Choose("Looked: complete").Choose("Shown to the counter").PressAsync("Write it down");
        greeter.Text.ShouldContain("Written down: 1 today.");
        await greeter.Choose("At the entrance").Choose("Tariffs and concessions").Choose("Looked: something is missing").PressAsync("Write it down");
        var volunteer = await office.SignInAsync("volunteer");
        await volunteer.GoAsync("/en/desk/greet");
        await volunteer.Choose("Walking about the hall").Choose("Pay a bill").Choose("Yes, and met").PressAsync("Write it down");
        await volunteer.Choose("Walking about the hall").Choose("Pay a bill").Choose("Yes, passed on").PressAsync("Write it down");

        (await office.FiguresAsync("2.1.2.3")).ShouldBe(new Dictionary<string, decimal?> { ["hall.roving"] = 2, ["hall.roving-hours"] = null, ["hall.own-wishes"] = 2, ["hall.own-wishes-met-share"] = 50 }, ignoreOrder: true);
        var greeted = await office.FiguresAsync("1.2.3.1");
        (greeted["hall.greeted"], greeted["hall.complete-at-check-share"]).ShouldBe((2, 50));
        (await (await office.SignInAsync("editor")).GoAsync("/en/desk/greet")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    private static Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) => office.FiguresAsync("1.2.1.6", "5.2.1.2", "5.2.1.3");
}
