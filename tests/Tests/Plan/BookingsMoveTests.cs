using System.Text.Json.Nodes;
using GridDesk.Tests.Hall.Book;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

/// <summary>Row 1.2.1.11: visits are booked, people come or do not, and the row shows it.</summary>
[Trait("store", "both")]
public sealed class BookingsMoveTests
{
    [Fact]
    public async Task Visits_that_are_booked_kept_and_missed_move_the_row_of_the_consultation_room()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nobody has booked yet, which is not zero");
        var (kept, late, missed) = (await office.BookAsync(), await office.BookAsync(BookingCases.Tomorrow.PlusMinutes(30)), await office.BookAsync(BookingCases.Tomorrow.PlusMinutes(60)));
        var (atCounter, cancelled) = (await office.BookAsync(new(2019, 6, 21, 9, 40), BookingCases.AtCounters), await office.BookAsync(BookingCases.Later));
        await office.AtBookingsAsync(desk => desk.CancelAsync(cancelled.Change()));
        office.Clock.Reset(kept.At);
        await office.AtBookingsAsync(desk => desk.CheckInAsync(kept.Change()));
        await office.AtBookingsAsync(desk => desk.CheckInAsync(atCounter.Change()));
        office.Clock.Reset(missed.At + Duration.FromMinutes(20));
        await office.TendAsync();
        await office.AtBookingsAsync(desk => desk.CheckInAsync(late.Change(), mayBeLate: true));

        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?>
        {
            ["bookings.made"] = 5, ["bookings.consultations"] = 4, ["bookings.kept"] = 3, ["bookings.consultations-held"] = 2, ["bookings.missed-share"] = 25,
        }, ignoreOrder: true);
    }

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "1.2.1.11")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
