using System.Text.Json.Nodes;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GridDesk.Hall;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Hall;

/// <summary>A visit with two errands goes from one counter to another.</summary>
[Trait("store", "both")]
public sealed class SendOnTests
{
    [Fact]
    public async Task Whoever_has_a_second_errand_is_sent_on_for_it_and_was_at_no_wrong_counter()
    {
        await using var office = await TestOffice.OpenAsync();
        var visitor = await office.Visit().GoAsync("/en/hall/centre/kiosk?errand=XFER&errand=NEW-LV");
        await visitor.PressAsync("Ordinary");
        await office.OpenCounterAsync(4, "supervisor");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/hall");
        await clerk.PressAsync("Open counter 3");
        await clerk.PressAsync("Call the next");
        clerk.Page.QuerySelector<IHtmlSelectElement>("select[name=Errand]")!.Value.ShouldBe("XFER", "it is still to be dealt with");
        await clerk.Fill("What for", "NEW-LV").Fill("Counter number", "4").PressAsync("Send on");
        clerk.Errors.ShouldBeEmpty();
        await office.InHallAsync(desk => desk.NextAsync(HallCases.Site, 4, Actor.Office));
        await office.InHallAsync(desk => desk.SendOnAsync(HallCases.Site, 4, null, null, Actor.Office));
        (await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Name == "ticket.sent-on").OrderBy(e => e.Version).Select(e => e.Body).ToListAsync()))
            .Select(body => JsonNode.Parse(body)!).Select(body => ($"{body["errand"]}", (bool)body["wrong"]!)).ShouldBe([("NEW-LV", false), ("NEW-LV", true)], "the first is another errand, the second the same at another counter");
    }
}
