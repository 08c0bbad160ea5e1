using System.Text.Json.Nodes;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices;
using GridDesk.Tests.Notices.Reminders;

namespace GridDesk.Tests.Plan;

/// <summary>Customers are reminded, hear of it and pay; the rows of the plan move.</summary>
[Trait("store", "both")]
public sealed class ReminderMovesTests
{
    [Fact]
    public async Task Reminders_that_go_out_arrive_and_are_followed_by_payments_move_their_rows()
    {
        await using var office = await TestOffice.OpenAsync(Carrier.OfEach);
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nobody has been reminded, which is not zero");
        await office.BillsAsync(3);
        await office.AgreeAsync(3, "05-222-0003");
        await office.RemindAsync();
        await office.DeliverAsync();
        var messages = await office.MessagesAsync();
        await office.ArrivedAsync(messages.Single(m => m.To == Reminded.Mobile(1)));
        await office.ArrivedAsync(messages.Single(m => m.To == Reminded.Mobile(2)), answered: false);
        await office.PayAsync(1);
        await office.CloseAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 2, 0));
        await office.PayAsync(2); // too late, and nothing had arrived: of bills 1 and 3 one was paid in time
        await office.CloseAsync();

        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?>
        {
            ["1.1.2.5 reminders.sms"] = 3, ["1.1.2.5 reminders.voice"] = 1, ["1.1.2.5 reminders.delivered-share"] = 50,
            ["1.1.2.5 reminders.paid-in-time-share"] = 50, ["1.2.3.4 reminders.sent"] = 4,
        }, ignoreOrder: true);
        var page = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        page.Page.GetElementById("m-1.1.2.5")!.TextContent.ShouldNotContain("nothing recorded yet");
    }

    [Fact]
    public async Task What_was_written_to_the_spool_proves_nothing_until_somebody_heard_it()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BillsAsync(2);
        await office.AgreeAsync(2, "05-222-0002");
        await office.RemindAsync();
        await office.DeliverAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null || value == 0);

        // The call centre rings up whom no company does.
        await office.ArrivedAsync((await office.MessagesAsync()).Single(m => m.To.StartsWith("05", StringComparison.Ordinal)));
        var figures = await FiguresAsync(office);
        (figures["1.1.2.5 reminders.sms"] ?? 0, figures["1.1.2.5 reminders.voice"], figures["1.2.3.4 reminders.sent"]).ShouldBe((0, 1, 1));
    }

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray()
            .SelectMany(row => row!["indicators"]!.AsArray().Select(figure => (Key: $"{row["code"]} {figure!["code"]}", Value: figure["value"]?.GetValue<decimal>())))
            .Where(figure => figure.Key.Contains(" reminders.")).ToDictionary(figure => figure.Key, figure => figure.Value);
}
