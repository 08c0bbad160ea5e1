using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

public sealed class DueDatePropertyTests
{
    [Fact]
    public void Working_hours_end_where_a_walk_over_every_minute_ends() => Agree(Duty.Hours);

    [Fact]
    public void Working_days_end_where_a_walk_over_every_minute_ends() => Agree(Duty.WorkingDays);

    [Fact]
    public void Calendar_days_end_where_a_walk_over_every_minute_ends() => Agree(Duty.CalendarDays);

    [Fact]
    public void Dates_end_where_a_walk_over_every_minute_ends() => Agree(Duty.Dates);

    [Fact]
    public void More_waiting_never_makes_a_date_earlier() =>
        (from duty in Duty.Any
         from start in Gen.Choose(0, 40 * 86400)
         from length in Gen.Choose(0, 10 * 86400)
         let begin = Duty.Utc(duty.Received) + Duration.FromSeconds(start)
         select (Duty: duty.WaitingAlso(begin, begin), More: duty.WaitingAlso(begin, begin + Duration.FromSeconds(length)))).Hold(
            pair =>
            {
                var due = pair.Duty.Due();
                var later = pair.More.Due();
                if (later is not null)
                {
                    due.ShouldNotBeNull();
                    later.At.ShouldBeGreaterThanOrEqualTo(due.At);
                }
            },
            quick: 300);

    [Fact]
    public void Waiting_longer_for_an_answer_never_makes_a_date_earlier() =>
        (from duty in Duty.Any from minutes in Gen.Choose(0, 20 * 1440) select (duty, minutes)).Hold(
            pair =>
            {
                var later = (pair.duty with { AsOf = pair.duty.AsOf.AddMinutes(pair.minutes) }).Due();
                if (later is not null)
                {
                    later.At.ShouldBeGreaterThanOrEqualTo(pair.duty.Due()!.At);
                }
            },
            quick: 300);

    [Fact]
    public void More_time_never_makes_a_date_earlier() =>
        (from duty in Duty.Any from amount in Gen.Choose(1, 9) select (duty, amount)).Hold(
            pair =>
            {
                var later = (pair.duty with { Extensions = [.. pair.duty.Extensions, pair.amount] }).Due();
                if (later is not null && pair.duty.Due() is { } due)
                {
                    later.At.ShouldBeGreaterThanOrEqualTo(due.At);
                }
            },
            quick: 300);

    [Fact]
    public void A_running_clock_does_not_ask_what_time_it_is() =>
        (from duty in Duty.Any from minutes in Gen.Choose(0, 400 * 1440) select (duty, minutes)).Hold(
            pair =>
            {
                if (pair.duty.Segments[^1].Kind is SegmentKind.Running)
                {
                    Same((pair.duty with { AsOf = pair.duty.AsOf.AddMinutes(pair.minutes) }).Due(), pair.duty.Due());
                    pair.duty.Due()?.Stopped.ShouldBeFalse();
                }
            },
            quick: 300);

    [Fact]
    public void Reckoning_again_from_what_is_stored_gives_the_same_date_days_and_sentence() =>
        Duty.Any.Hold(duty => Same((duty with { Segments = [.. duty.Segments.Select(segment => segment with { })] }).Due(), duty.Due()), quick: 300);

    [Fact]
    public void A_duty_is_stopped_only_while_a_restart_could_still_move_it() =>
        Duty.Any.Hold(
            duty =>
            {
                var muchLater = (duty with { AsOf = duty.AsOf.AddDays(90) }).Due();
                if (duty.Due() is { } due && muchLater is not null)
                {
                    var beganBeforeDue = duty.Segments[^1] is { IsStop: true } stop && stop.From < due.At;
                    if (due.Stopped)
                    {
                        beganBeforeDue.ShouldBeTrue();
                        muchLater.At.ShouldBeGreaterThan(due.At);
                    }
                    else
                    {
                        muchLater.At.ShouldBe(due.At);
                    }
                }
            },
            quick: 500);

    [Fact]
    public void The_days_run_from_the_start_to_the_due_day_and_count_up_to_the_limit() =>
        Duty.With(Gen.OneOf(Duty.WorkingDays, Duty.CalendarDays, Duty.Hours)).Hold(
            duty =>
            {
                if (duty.Due() is not { } due)
                {
                    return;
                }

                var start = duty.Calendar.Today(duty.Calendar.NextWorkingMinute(Duty.Utc(duty.Received)));
                due.Days.Select(day => day.Date).ShouldBe(Enumerable.Range(0, due.Days.Count).Select(start.PlusDays));
                due.Days[^1].Kind.ShouldBe(DueDayKind.Due);
                due.Days[^1].Date.ShouldBe(due.Day);
                var ordinals = due.Days.Select(day => day.Ordinal).OfType<int>().ToList();
                ordinals.ShouldBe(Enumerable.Range(1, ordinals.Count));
                if (duty.Limit is not WorkingHours)
                {
                    var days = duty.Limit is WorkingDays working ? working.Days : ((CalendarDays)duty.Limit).Days;
                    ordinals.Count.ShouldBe(days + duty.Extensions.Sum());
                }

                due.Days.ShouldAllBe(day => (day.Kind == DueDayKind.Off || day.Kind == DueDayKind.Waiting) == (day.Ordinal == null)
                    || day.Kind == DueDayKind.Start || day.Kind == DueDayKind.Due);
                due.Days.Where(day => day.Kind is DueDayKind.Off or DueDayKind.Waiting).ShouldAllBe(day => day.Note != null);
            },
            quick: 300);

    private static void Agree(Gen<TimeLimit> limits) =>
        Duty.With(limits).Hold(duty => (duty.Due() is { } due ? Duty.Local(due.At) : (DateTime?)null).ShouldBe(duty.Walked()));

    private static void Same(DueDate? one, DueDate? other)
    {
        (one is null).ShouldBe(other is null);
        if (one is not null && other is not null)
        {
            (one with { Days = other.Days }).ShouldBe(other);
            one.Days.ShouldBe(other.Days);
        }
    }
}
