using System.Collections.Concurrent;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Routing;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;
using IClock = NodaTime.IClock;

namespace GridDesk.Tests.Notices.Routing;

/// <summary>For a day nobody takes a message; then all is caught up with, in order, and no faster than the provider allows.</summary>
[Trait("store", "both")]
public sealed class DayOfSilenceTests
{
    private const int Cases = 8;
    private const int OfEach = 4;
    private const int PerSecond = 25;

    [Fact]
    public async Task After_a_day_nothing_is_lost_each_case_keeps_its_order_and_the_pace_is_kept()
    {
        var (company, clock) = (new Company(), new HurriedClock());
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel([company])).AddSingleton<IClock>(clock));
        for (var n = 0; n < OfEach; n++)
        {
            for (var of = 0; of < Cases; of++)
            {
                await QueueAsync(office, of, n);
            }
        }

        for (var hour = 0; hour < 24; hour++)
        {
            await office.DeliverAsync();
            await AdjustAsync(office, clock);
            clock.Hurry(Duration.FromHours(1));
        }

        company.Taken.ShouldBeEmpty();
        company.IsGone = false;
        for (var minute = 0; minute < 5 && company.Taken.Count < Cases * OfEach; minute++)
        {
            await AdjustAsync(office, clock);
            await office.DeliverAsync();
            clock.Hurry(Duration.FromSeconds(50));
        }

        company.Taken.Count.ShouldBe(Cases * OfEach);
        for (var of = 0; of < Cases; of++)
        {
            company.Taken.Where(t => t.To == Mobile(of)).Select(t => t.Text).ShouldBe(Enumerable.Range(0, OfEach).Select(n => $"{n}"));
        }

        var times = company.Taken.Select(t => t.At).ToList();
        times.Zip(times.Skip(PerSecond), (one, later) => later - one).ShouldAllBe(between => between > TimeSpan.FromSeconds(0.9), $"never {PerSecond + 1} within a second");
    }

    private static string Mobile(int of) => $"0912-000-{of:000}";

    private static Task AdjustAsync(TestOffice office, HurriedClock clock) => office.WithAsync<AdjustRoutes>(run => run.RunAsync(clock.GetCurrentInstant(), default));

    private static Task QueueAsync(TestOffice office, int of, int n) => office.WithAsync<IServiceProvider>(services =>
    {
        var desk = services.GetRequiredService<MessageDesk>();
        return services.GetRequiredService<OfficeDb>().CommitAsync(() => desk.QueueAsync(desk.TemplateOf("plain")!,
            new($"case:{of}", MessageChannel.Sms, Mobile(of), Language.Chinese, $"{of}-{n}"), new Dictionary<string, string> { ["text"] = $"{n}" }, Actor.Office));
    });

    /// <summary>Goes on like any clock, from where a test puts it: the pace is kept in real seconds.</summary>
    private sealed class HurriedClock : IClock
    {
        private Duration _ahead = TestOffice.Opening().GetCurrentInstant() - SystemClock.Instance.GetCurrentInstant();

        public void Hurry(Duration by) => _ahead += by;

        public Instant GetCurrentInstant() => SystemClock.Instance.GetCurrentInstant() + _ahead;
    }

    private sealed class Company : IMessageProvider
    {
        private readonly System.Diagnostics.Stopwatch _watch = System.Diagnostics.Stopwatch.StartNew();

        public bool IsGone { get; set; } = true;

        public ConcurrentQueue<(string To, string Text, TimeSpan At)> Taken { get; } = [];

        public string Name => "sms-1";

        public MessageChannel Channel => MessageChannel.Sms;

        public double? PerSecond => DayOfSilenceTests.PerSecond;

        public Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
        {
            if (IsGone)
            {
                return Task.FromResult(new Handed(FailureKind.Technical, Reason: "gone"));
            }

            Taken.Enqueue((message.To, message.Text, _watch.Elapsed));
            return Task.FromResult(new Handed(null, $"{message.Id}"));
        }
    }
}
