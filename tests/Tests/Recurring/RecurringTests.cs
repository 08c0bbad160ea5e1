using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Recurring;

/// <summary>Counts how often it ran, and fails when told to.</summary>
public sealed class Rounds
{
    private int _run;

    public int Run => _run;

    public string? Failure { get; set; }

    public void Begin() => Interlocked.Increment(ref _run);
}

internal sealed class Round(Rounds rounds) : IRecur
{
    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        rounds.Begin();
        await Task.Delay(20, cancel);
        if (rounds.Failure is { } failure)
        {
            throw new InvalidOperationException(failure);
        }
    }
}

[Trait("store", "both")]
public sealed class RecurringTests : IAsyncLifetime
{
    private readonly Rounds _rounds = new();
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await TestOffice.OpenAsync(services => services.AddSingleton(_rounds).Every<Round>("round", Phrase.Same("round"), "0 30 8 * * *"));

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task Two_processes_run_it_once()
    {
        await using var beside = await _office.OpenBesideAsync();
        for (var day = 1; day <= 3; day++)
        {
            await Task.WhenAll(new[] { _office, beside, _office, beside }.Select(office => Task.Run(office.RunRecurringAsync)));
            _rounds.Run.ShouldBe(day);
            _office.Clock.AdvanceDays(1);
        }
    }

    [Fact]
    public async Task It_runs_by_the_offices_own_clock()
    {
        await _office.RunRecurringAsync();
        (await RowAsync()).NextAt.ShouldBe(Instant.FromUtc(2019, 6, 21, 0, 30), "half past eight in Taiwan");
    }

    [Fact]
    public async Task Missed_times_are_made_up_for_once()
    {
        await _office.RunRecurringAsync();
        _office.Clock.AdvanceDays(10);
        await _office.RunRecurringAsync();
        await _office.RunRecurringAsync();
        _rounds.Run.ShouldBe(2);
        (await RowAsync()).NextAt.ShouldBe(Instant.FromUtc(2019, 7, 1, 0, 30));
    }

    [Fact]
    public async Task A_failure_is_shown_and_the_next_time_comes_all_the_same()
    {
        _rounds.Failure = "The calendar of 2031 is not known";
        await _office.RunRecurringAsync();
        var failed = await RowAsync();
        failed.LastError.ShouldBe("The calendar of 2031 is not known");
        failed.LastAt.ShouldBe(_office.Clock.GetCurrentInstant());

        _rounds.Failure = null;
        _office.Clock.AdvanceDays(1);
        await _office.RunRecurringAsync();
        var fine = await RowAsync();
        (_rounds.Run, fine.LastError).ShouldBe((2, null));
    }

    [Fact]
    public async Task An_error_too_long_for_its_column_is_cut()
    {
        _rounds.Failure = new string('x', 5000);
        await _office.RunRecurringAsync();
        (await RowAsync()).LastError!.Length.ShouldBeLessThanOrEqualTo(2000);
    }

    [Fact]
    public async Task A_process_that_died_in_the_middle_is_replaced_after_its_lease()
    {
        await _office.RunRecurringAsync();
        _office.Clock.AdvanceDays(1);
        var now = _office.Clock.GetCurrentInstant();
        await _office.WithAsync<OfficeDb>(db => db.Set<Recurrence>().Where(r => r.Name == "round").ExecuteUpdateAsync(set => set.SetProperty(r => r.LeaseUntil, now + Duration.FromMinutes(10))));
        await _office.RunRecurringAsync();
        _rounds.Run.ShouldBe(1);
        _office.Clock.AdvanceMinutes(11);
        await _office.RunRecurringAsync();
        _rounds.Run.ShouldBe(2);
    }

    private Task<Recurrence> RowAsync() => _office.WithAsync<OfficeDb, Recurrence>(db => db.Set<Recurrence>().AsNoTracking().SingleAsync(r => r.Name == "round"));
}
