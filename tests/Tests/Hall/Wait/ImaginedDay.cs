using GridDesk.Hall;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Wait;

/// <summary>
/// A day of a hall as it might be: people come by the hour with a rush at noon, each is served for as long as it takes, ten do not come
/// when they are called, and a counter is shut for an hour in the morning. It says when somebody comes and when a clerk presses; whom a
/// clerk gets, and what the visitor was told, the program says. Nothing here knows how that is worked out.
/// </summary>
internal sealed class ImaginedDay(TestOffice office, LocalDate day, IReadOnlyDictionary<int, Actor> clerks, Random random)
{
    public static readonly DateTimeZone Zone = DateTimeZoneProviders.Tzdb["Asia/Taipei"];

    private const int Shut = 3;
    private const int NobodyCame = 10;

    private static readonly int[] PerHour = [22, 32, 34, 30, 46, 36, 30, 28, 18];

    private readonly PriorityQueue<Func<Task>, Instant> _next = new();
    private readonly Dictionary<Guid, Told> _told = [];
    private readonly HashSet<int> _idle = [];
    private readonly HashSet<int> _away = [];
    private int _came;
    private bool _isShut;

    /// <summary>What a visitor was told on coming, in minutes, and how long they then waited.</summary>
    public sealed record Told(int Hour, int From, int To, Instant At)
    {
        public Duration? Waited { get; set; }
        public bool Holds => Waited is { } waited && waited.TotalMinutes >= From && waited.TotalMinutes <= To;
    }

    /// <summary>Everybody who was called, as the day went.</summary>
    public async Task<IReadOnlyList<Told>> GoAsync()
    {
        foreach (var (hour, many) in PerHour.Index())
        {
            for (var minute = Between(many); minute < 60; minute += Between(many))
            {
                _next.Enqueue(ComeAsync, At(8 + hour, minute));
            }
        }

        while (_away.Count < NobodyCame)
        {
            _away.Add(random.Next(PerHour.Sum()));
        }

        _idle.UnionWith(clerks.Keys);
        _next.Enqueue(() => { _isShut = true; return Task.CompletedTask; }, At(10, 30));
        _next.Enqueue(() => { _isShut = false; return OpenAsync(); }, At(11, 30));
        while (_next.TryDequeue(out var act, out var at))
        {
            office.Clock.Reset(at);
            await act();
        }

        return [.. _told.Values.Where(told => told.Waited is not null)];
    }

    private async Task ComeAsync()
    {
        var kind = random.Next(100) switch { < 30 => TicketKind.Quick, < 50 => TicketKind.Senior, _ => TicketKind.Ordinary };
        var visit = HallCases.VisitOf(kind);
        visit = visit with { Told = (await office.WithAsync((HallState hall) => hall.OfVisitAsync(HallCases.Site, visit))).Wait };
        var ticket = await office.InHallAsync(desk => desk.TakeAsync(HallCases.Site, visit, Actor.Customer));
        if (visit.Told is { } wait)
        {
            _told[ticket.Id] = new(office.Clock.GetCurrentInstant().InZone(Zone).Hour, wait.From, wait.To, ticket.TakenAt);
        }

        foreach (var number in _idle)
        {
            _next.Enqueue(() => PressAsync(number), Later(random.Next(3, 25)));
        }

        _idle.Clear();
    }

    private async Task PressAsync(int number)
    {
        if (number == Shut && _isShut)
        {
            await office.InHallAsync(async desk => { await desk.PauseAsync(HallCases.Site, number, clerks[number]); return true; });
            return;
        }

        if (await office.InHallAsync(desk => desk.NextAsync(HallCases.Site, number, clerks[number])) is not { } ticket)
        {
            _idle.Add(number);
            return;
        }

        if (_told.TryGetValue(ticket.Id, out var told))
        {
            told.Waited = office.Clock.GetCurrentInstant() - told.At;
        }

        var isAway = _away.Contains(_came++);
        _next.Enqueue(() => EndAsync(number, isAway), Later(isAway ? random.Next(60, 120) : Served(ticket.Kind)));
    }

    private async Task EndAsync(int number, bool isAway)
    {
        await office.InHallAsync(desk => isAway ? desk.MissAsync(HallCases.Site, number, clerks[number]) : desk.FinishAsync(HallCases.Site, number, TicketOutcome.Done, clerks[number]));
        _next.Enqueue(() => PressAsync(number), Later(random.Next(5, 45)));
    }

    private async Task OpenAsync()
    {
        var staff = Actor.StaffIn(clerks[Shut].Key)!.Value;
        await office.WithAsync<HallDesk>(desk => desk.OpenAsync(HallCases.Site, Shut, new(staff, [], MayOverrule: false), null, clerks[Shut]));
        await PressAsync(Shut);
    }

    // Most take about as long as usual, and now and then one takes very much longer.
    private int Served(TicketKind kind)
    {
        var usual = kind switch { TicketKind.Quick => 150, TicketKind.Senior => 420, _ => 330 };
        var chance = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        return (int)(usual * Math.Exp(0.5 * chance));
    }

    private double Between(int perHour) => -Math.Log(1 - random.NextDouble()) * 60 / perHour;

    private Instant At(int hour, double minute) => day.At(new(hour, 0)).InZoneStrictly(Zone).ToInstant() + Duration.FromMinutes(minute);

    private Instant Later(int seconds) => office.Clock.GetCurrentInstant() + Duration.FromSeconds(seconds);
}
