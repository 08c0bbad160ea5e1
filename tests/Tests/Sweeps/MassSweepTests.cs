using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Mass;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices.Mass;

namespace GridDesk.Tests.Sweeps;

[Trait("store", "both")]
public sealed class MassSweepTests
{
    [Fact]
    public async Task A_mass_notice_whose_delivery_was_lost_is_chosen_and_sent_all_the_same()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AgreeAsync(3);
        var notice = await office.PlanAsync(Told.Form(1, 2, 3));
        await LoseAsync();
        await office.DeliverAsync();
        (await office.NoticeAsync(notice.Id)).State.ShouldBe(MassState.Ready);

        await office.WithAsync<MassDesk>(desk => desk.StartAsync(new(notice.Id, null, Actor.Staff("1"))));
        await LoseAsync();
        await office.DeliverAsync();
        (await office.MessagesAsync()).Select(m => m.State).ShouldBe([MessageState.HandedOver, MessageState.HandedOver, MessageState.HandedOver]);

        async Task LoseAsync()
        {
            await office.PlantAsync(db => db.Set<Delivery>().Where(d => d.Queue == "mass").ExecuteDeleteAsync());
            await office.DeliverAsync();
            office.Clock.AdvanceMinutes(6);
            (await office.SweepAsync("unfed-mass-notices")).Mended.ShouldBe(1);
            (await office.SweepAsync("unfed-mass-notices")).Found.ShouldBe(0);
        }
    }
}
