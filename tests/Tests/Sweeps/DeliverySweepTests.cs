using GridDesk.Kernel.Deliveries;
using GridDesk.Tests.Deliveries;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Sweeps;

/// <summary>Each fault is planted as it would happen: by a hand in the tables, an older version, a wrong clock.</summary>
[Trait("store", "both")]
public sealed class DeliverySweepTests : IAsyncLifetime
{
    private readonly Errands _errands = new();
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ErrandOffice.OpenAsync(_errands);

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Deliveries_that_nobody_wrote_are_written_once_and_keep_their_order()
    {
        await _office.NoteAsync(await _office.FileAsync(), 1100);
        await _office.PlantAsync(db => db.Set<Delivery>().ExecuteDeleteAsync());
        (await _office.SweepAsync("missing-deliveries")).Found.ShouldBe(0, "what is so young may still be on its way");
        _office.Clock.AdvanceMinutes(11);
        await using (var beside = await _office.OpenBesideAsync())
        {
            await Task.WhenAll(_office.RunRecurringAsync(), beside.RunRecurringAsync());
        }

        (await _office.DeliveriesAsync()).Count.ShouldBe(1100);
        (await _office.SweepAsync("missing-deliveries")).MendedEver.ShouldBe(1100);
        await _office.DeliverAsync();
        _errands.Run.Select(r => r.Version).ShouldBe(Enumerable.Range(2, 1100));

        _office.Clock.AdvanceMinutes(11);
        (await _office.SweepAsync("missing-deliveries")).Found.ShouldBe(0, "those that are done are not missing");
    }

    [Fact]
    public async Task Deliveries_in_a_queue_that_a_new_version_named_otherwise_go_to_the_right_one()
    {
        await _office.NoteAsync(await _office.FileAsync());
        await _office.PlantAsync(db => db.Set<Delivery>().ExecuteUpdateAsync(set => set.SetProperty(d => d.Queue, "house")));
        _office.Clock.AdvanceMinutes(16);
        var swept = await _office.SweepAsync("stray-deliveries");
        (swept.Mended, swept.Left, (await _office.DeliveriesAsync()).Single().Queue).ShouldBe((1, 0, "office"));
        await _office.DeliverAsync();
        _errands.Run.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData("UPDATE deliveries SET handler = 'GridDesk.Letters.PrintLetter', queue = 'letters'")]
    [InlineData("DELETE FROM events WHERE name = 'request.noted'")]
    public async Task What_nobody_carries_out_any_more_is_given_up_and_shown(string fault)
    {
        await _office.NoteAsync(await _office.FileAsync());
        await _office.PlantAsync(db => db.Database.ExecuteSqlRawAsync(fault));
        await _office.DeliverAsync();
        _office.Clock.AdvanceMinutes(16);
        var swept = await _office.SweepAsync("stray-deliveries");
        (swept.Left, swept.Examples.Single().What).ShouldBe((1, (await _office.DeliveriesAsync()).Single().Lane));
        var admin = await _office.SignInAsync("admin");
        await admin.GoAsync("/en/desk/admin/work");
        admin.Text.ShouldContain("Nobody carries this out any more, or its event is gone");
        admin.Text.ShouldContain("They stand above, among the deliveries in trouble");
        (await _office.SweepAsync("stray-deliveries")).Found.ShouldBe(0, "it is given up, and found once");
    }

    [Fact]
    public async Task A_queue_whose_workers_hang_is_shown_and_one_that_is_long_or_waits_is_not()
    {
        await _office.NoteAsync(await _office.FileAsync(), 2);
        _office.Clock.AdvanceMinutes(16);
        (await _office.SweepAsync("stuck-deliveries")).Found.ShouldBe(0, "the office has just opened");
        _office.Clock.AdvanceMinutes(10);
        (await _office.SweepAsync("stuck-deliveries")).Examples.ShouldBe([new("office: 1")]);

        var first = (await _office.DeliveriesAsync()).MinBy(d => d.Version)!.Id;
        await Plant(lease: Duration.FromMinutes(2), due: Duration.Zero);
        (await _office.SweepAsync("stuck-deliveries")).Found.ShouldBe(0, "somebody is at it");
        await Plant(lease: null, due: Duration.FromHours(6));
        (await _office.SweepAsync("stuck-deliveries")).Found.ShouldBe(0, "the second waits for the first, and that for its next try");

        Task Plant(Duration? lease, Duration due) => _office.PlantAsync(db => db.Set<Delivery>().Where(d => d.Id == first).ExecuteUpdateAsync(set => set
            .SetProperty(d => d.LeaseUntil, lease == null ? null : _office.Clock.GetCurrentInstant() + lease).SetProperty(d => d.DueAt, _office.Clock.GetCurrentInstant() + due)));
    }

    [Fact]
    public async Task What_was_leased_or_put_off_while_the_clock_was_wrong_is_done_now()
    {
        await _office.NoteAsync(await _office.FileAsync());
        await _office.NoteAsync(await _office.FileAsync());
        var (wrong, ids) = (Instant.FromUtc(2036, 1, 1, 0, 0), (await _office.DeliveriesAsync()).ConvertAll(d => d.Id));
        await _office.PlantAsync(db => db.Set<Delivery>().Where(d => d.Id == ids[0]).ExecuteUpdateAsync(set => set.SetProperty(d => d.LeaseUntil, wrong)));
        await _office.PlantAsync(db => db.Set<Delivery>().Where(d => d.Id == ids[1]).ExecuteUpdateAsync(set => set.SetProperty(d => d.DueAt, wrong)));
        await _office.DeliverAsync();
        _errands.Run.ShouldBeEmpty();
        (await _office.SweepAsync("stuck-deliveries")).Mended.ShouldBe(2);
        await _office.DeliverAsync();
        _errands.Run.Count.ShouldBe(2);
    }
}
