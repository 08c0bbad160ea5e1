using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Deliveries;

[Trait("store", "both")]
public sealed class DeliveryTests : IAsyncLifetime
{
    private readonly Errands _errands = new();
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await ErrandOffice.OpenAsync(_errands);

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Everything_is_carried_out_once_and_in_order_even_when_it_happened_at_one_moment()
    {
        var one = await _office.FileAsync();
        var other = await _office.FileAsync();
        await _office.NoteAsync(one, 12);
        await _office.NoteAsync(other, 12);
        await _office.DeliverAsync();

        foreach (var request in new[] { one, other })
        {
            _errands.Run.Where(r => r.Subject == request.Key).Select(r => r.Version).ShouldBe(Enumerable.Range(2, 12));
        }

        (await _office.LeftAsync()).Count.ShouldBe(24);
        await _office.DeliverAsync();
        _errands.Run.Count.ShouldBe(24);
    }

    [Fact]
    public async Task What_was_not_saved_is_not_carried_out()
    {
        await Should.ThrowAsync<Refusal>(() => _office.DoAsync(desk => desk.NoteAsync(new(Guid.NewGuid(), null, OfficeCases.Clerk), "x")));
        (await _office.DeliveriesAsync()).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_failure_leaves_nothing_behind_delays_only_its_own_lane_and_is_tried_again()
    {
        var (failing, fine) = (await _office.FileAsync(), await _office.FileAsync());
        _errands.Act = row => row.Subject == failing.Key ? throw new TimeoutException("The printer does not answer") : Task.CompletedTask;
        await _office.NoteAsync(failing, 2);
        await _office.NoteAsync(fine, 2);
        await _office.DeliverAsync();

        _errands.Run.Select(r => r.Subject).ShouldBe([fine.Key, fine.Key]);
        (await _office.LeftAsync()).ShouldAllBe(left => left.Subject == fine.Key);
        var open = (await _office.DeliveriesAsync()).Where(d => d.DoneAt is null).ToList();
        open.Count.ShouldBe(2);
        open.ShouldContain(d => d.Attempts == 1 && d.LastError == "The printer does not answer");

        _errands.Act = _ => Task.CompletedTask;
        _office.Clock.AdvanceSeconds(1);
        await _office.DeliverAsync();
        _errands.Run.Where(r => r.Subject == failing.Key).Select(r => r.Version).ShouldBe([2, 3]);
        (await _office.DeliveriesAsync()).ShouldAllBe(d => d.DoneAt != null && d.LastError == null);
    }

    [Fact]
    public async Task The_error_that_is_shown_is_the_handlers_own()
    {
        var request = await _office.FileAsync();
        await _office.DoAsync(desk => desk.GoToAsync(request.Change(), "checkPapers"));
        await _office.DeliverAsync();
        (await _office.DeliveriesAsync()).Where(d => d.DoneAt is null).ShouldHaveSingleItem().LastError.ShouldBe("The letter box is closed");
    }

    [Fact]
    public async Task It_is_tried_with_growing_pauses_for_five_days_and_then_left_to_a_person()
    {
        _errands.Act = _ => throw new TimeoutException("nobody there");
        var request = await _office.FileAsync();
        await _office.NoteAsync(request, 2);
        List<Duration> pauses = [];
        for (var tries = 0; tries < 100 && (await FirstAsync()).GivenUpAt is null; tries++)
        {
            await _office.DeliverAsync();
            var delivery = await FirstAsync();
            var pause = delivery.DueAt - _office.Clock.GetCurrentInstant();
            pauses.Add(pause);
            _office.Clock.Advance(pause);
        }

        pauses.ShouldBe(pauses.Order());
        pauses[0].ShouldBe(Duration.FromSeconds(1));
        var first = await FirstAsync();
        first.Attempts.ShouldBe(pauses.Count);
        (first.GivenUpAt!.Value - first.RecordedAt).ShouldBeInRange(Duration.FromDays(5), Duration.FromDays(5.5));
        first.LastError.ShouldBe("nobody there");

        _errands.Act = _ => Task.CompletedTask;
        _office.Clock.AdvanceSeconds(1);
        await _office.DeliverAsync();
        _errands.Run.Select(r => r.Version).ShouldBe([3], "what comes after it in its lane goes on");

        async Task<Delivery> FirstAsync() => (await _office.DeliveriesAsync()).MinBy(d => d.Version)!;
    }

    [Fact]
    public async Task A_worker_whose_lease_was_taken_over_can_neither_finish_nor_fail_it()
    {
        await _office.NoteAsync(await _office.FileAsync());
        var slow = (await ClaimAsync())!;
        (await ClaimAsync()).ShouldBeNull("it is in somebody's hands");

        _office.Clock.Advance(DeliveryClaims.Lease + Duration.FromSeconds(1));
        var next = (await ClaimAsync())!;
        next.Fence.ShouldBe(slow.Fence + 1);

        await _office.WithAsync<OfficeDb>(db => DeliveryClaims.FailAsync(db, slow, "too late", Now, default));
        (await _office.WithAsync<OfficeDb, bool>(db => db.CommitAsync(() => DeliveryClaims.CompleteAsync(db, slow, Now, default)))).ShouldBeFalse();
        (await _office.DeliveriesAsync()).ShouldHaveSingleItem().LastError.ShouldBeNull();
        (await _office.WithAsync<OfficeDb, bool>(db => db.CommitAsync(() => DeliveryClaims.CompleteAsync(db, next, Now, default)))).ShouldBeTrue();
    }

    [Fact]
    public async Task What_a_worker_did_whose_lease_was_taken_over_is_not_saved()
    {
        Assert.SkipUnless(TestOffice.OnPostgres, "SQLite has one writer at a time");
        var (started, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var slowly = true;
        _errands.Act = _ =>
        {
            if (!slowly)
            {
                return Task.CompletedTask;
            }

            slowly = false;
            started.SetResult();
            return go.Task;
        };
        await _office.NoteAsync(await _office.FileAsync());
        var slow = _office.App.Services.GetRequiredService<DeliveryWorker>().DeliverNextAsync();
        await started.Task;
        _office.Clock.Advance(DeliveryClaims.Lease + Duration.FromSeconds(1));

        await using var beside = await _office.OpenBesideAsync();
        await beside.DeliverAsync();
        go.SetResult();
        await slow;

        (await _office.LeftAsync()).Count.ShouldBe(1);
        (await _office.DeliveriesAsync()).ShouldHaveSingleItem().DoneAt.ShouldNotBeNull();
    }

    [Fact]
    public async Task Two_processes_share_the_work_and_never_do_one_thing_at_the_same_time()
    {
        _errands.Act = _ => Task.Delay(Random.Shared.Next(4));
        for (var n = 0; n < 8; n++)
        {
            await _office.NoteAsync(await _office.FileAsync(), 6);
        }

        await using var beside = await _office.OpenBesideAsync();
        await Task.WhenAll(new[] { _office, beside, _office, beside }.Select(office => Task.Run(async () =>
        {
            // A worker that finds nothing may only be waiting for a lane that is in other hands.
            while ((await _office.DeliveriesAsync()).Any(d => d.DoneAt is null))
            {
                await office.DeliverAsync();
            }
        })));

        _errands.Overlaps.ShouldBeEmpty();
        (await _office.LeftAsync()).Count.ShouldBe(48);
        _errands.Run.GroupBy(r => r.Subject).ShouldAllBe(lane => lane.Select(r => r.Version).SequenceEqual(Enumerable.Range(2, 6)));
        (await _office.DeliveriesAsync()).ShouldAllBe(d => d.Attempts == 1);
    }

    private Instant Now => _office.Clock.GetCurrentInstant();

    private Task<Delivery?> ClaimAsync() => _office.WithAsync<OfficeDb, Delivery?>(async db => (await DeliveryClaims.ClaimAsync(db, null, 1, Now, default)).SingleOrDefault());
}
