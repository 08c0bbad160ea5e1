using GridDesk.Hall.Roster;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Staff.Shifts;
using GridDesk.Tests.Hall.Roster;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

/// <summary>Rows 2.1.2.3 and 5.2.1.1.2: who was rostered, and the rows say so.</summary>
[Trait("store", "both")]
public sealed class RosterMovesTests
{
    [Fact]
    public async Task Hours_of_walking_about_and_of_volunteers_over_noon_are_planned_changed_and_withdrawn_and_their_rows_move()
    {
        await using var office = await TestOffice.OpenAsync();
        (await HoursAsync(office)).ShouldBe((null, null));
        await office.CertifyAsync("volunteer");
        await office.PlanAsync("floor", "greeter", null, 8, 17);
        await office.PlanAsync("counter-3", "volunteer", null, 12, 13);
        await office.PlanAsync("counter-3", "clerk", "supervisor", 8, 12);
        (await HoursAsync(office)).ShouldBe((8, 1));
        await office.WithAsync<ShiftDesk>(async desk =>
        {
            var floor = (await desk.PostedAsync("centre", Instant.FromUtc(2019, 6, 20, 0, 0), Instant.FromUtc(2019, 6, 20, 10, 0))).Where(s => s.Post == "floor").ToList();
            await desk.ChangeAsync(floor[0].Id, floor[0].From + Duration.FromHours(1), floor[0].Until, null, Actor.Office);
            await desk.WithdrawAsync(floor[1].Person.Id, floor[1].Id, Actor.Office);
        });
        (await HoursAsync(office)).ShouldBe((3, 1), "of two stretches one is an hour shorter, the other is withdrawn");
    }

    private static async Task<(decimal?, decimal?)> HoursAsync(TestOffice office)
    {
        var figures = await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(catalogue =>
            catalogue.ReadAsync(["hall.roving-hours", "hall.noon-hours"], new Interval(Instant.FromUtc(2019, 6, 1, 0, 0), Instant.FromUtc(2019, 7, 1, 0, 0)), Instant.MaxValue));
        return (figures["hall.roving-hours"].Value, figures["hall.noon-hours"].Value);
    }
}
