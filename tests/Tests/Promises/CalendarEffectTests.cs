using GridDesk.Kernel;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Promises;

/// <summary>What other days would do to the open promises is what reckoning each of them twice says, however few of them are looked at.</summary>
[Trait("store", "both")]
public sealed class CalendarEffectTests
{
    private const int Promises = 300;

    private static readonly Instant Now = Instant.FromUtc(2019, 6, 20, 2, 0);

    [Fact]
    public async Task Those_that_move_are_those_whose_date_differs_by_the_two_calendars()
    {
        await using var office = await TestOffice.OpenAsync();
        var pack = office.App.Services.GetRequiredService<PackInForce>();
        var random = new Random(Environment.TickCount);
        var all = Enumerable.Range(0, Promises).Select(_ => AnyPromise(random, pack.Calendar)).ToList();
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() =>
        {
            db.AddRange(all);
            return Task.CompletedTask;
        }));
        var moved = 0;
        for (var i = 0; i < 25; i++)
        {
            List<CalendarChange> changes = [];
            for (var tries = random.Next(1, 6); tries > 0; tries--)
            {
                var date = new LocalDate(2019, 5, 1).PlusDays(random.Next(100));
                var change = pack.CalendarWith(changes).IsWorkingDay(date)
                    ? new CalendarChange(CalendarChangeKind.Shut, date, new("颱風", "Typhoon"), null, random.Next(3) == 0 ? new LocalTime(13, 30) : null)
                    : new CalendarChange(CalendarChangeKind.Works, date, new("補班", "Make-up day"));
                changes.Add(change);
            }

            var then = pack.CalendarWith(changes);
            var effect = await office.WithAsync<OfficeDb, CalendarEffect>(db => CalendarEffect.OfAsync(db, pack.Calendar, then, changes.Min(c => c.Date), Now));
            var expected = all.Where(p => p.ClosedAt is null).Select(p => (p.Id, Before: p.Binding(pack.Calendar, Now), After: p.Binding(then, Now), p.Told))
                .Where(p => p.Before?.At != p.After?.At)
                .Select(p => (p.Id, p.Before!.Day, p.After!.Day, p is { After.Stopped: false, Told: { } told } && p.After.Day > told)).ToHashSet();
            effect.Moves.Select(m => (m.Id, m.Before, m.After, m.MustTell)).ToHashSet().ShouldBe(expected, ignoreOrder: true, string.Join('\n', changes));
            effect.Open.ShouldBe(all.Count(p => p.ClosedAt is null));
            moved += expected.Count;
        }

        moved.ShouldBeGreaterThan(Promises);
    }

    private static Promise AnyPromise(Random random, WorkCalendar calendar)
    {
        TimeLimit AnyLimit() => random.Next(4) switch
        {
            0 => new WorkingHours(random.Next(1, 60)),
            1 => new CalendarDays(random.Next(1, 60)),
            2 => new ByDate(new LocalDate(2019, 5, 1).PlusDays(random.Next(100)), random.Next(2) == 0),
            _ => new WorkingDays(random.Next(1, 25)),
        };
        var received = Now - Duration.FromMinutes(random.Next(60 * 1440));
        var promise = new Promise
        {
            Id = Guid.NewGuid(),
            Subject = $"test:{random.Next()}",
            Kind = "test",
            Department = "service-centre",
            ReceivedAt = received,
            Policy = new("1", random.Next(3) == 0 ? AnyLimit() : null, random.Next(8) > 0 ? AnyLimit() : null) { MaxExtension = 20 },
            Calendar = calendar.Edition,
        };
        var day = promise.Start(calendar, "clerk", received);
        if (random.Next(3) > 0 && day is { } told)
        {
            promise.Tell(told.PlusDays(random.Next(3) == 0 ? random.Next(3) : 0), calendar, received);
        }

        var at = received;
        for (var i = random.Next(3); i > 0; i--)
        {
            at += Duration.FromMinutes(random.Next(5 * 1440));
            promise.Stop(SegmentKind.WaitingForCustomer, null, calendar, "clerk", at);
            if (i == 1 && random.Next(2) == 0)
            {
                break;
            }

            at += Duration.FromMinutes(random.Next(10 * 1440));
            promise.Resume(calendar, "clerk", at);
        }

        if (random.Next(5) == 0)
        {
            promise.Extend(random.Next(1, 9), new("等料", "Waiting for material"), calendar, "clerk", at);
        }

        if (random.Next(10) == 0)
        {
            promise.Close(at);
        }

        return promise;
    }
}
