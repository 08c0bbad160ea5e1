using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Noon;

/// <summary>How it was before volunteers served over noon (plan row 5.2.1.1.1): counted in a stretch of days, with where the numbers come from.</summary>
internal sealed class NoonBaseline : Subject
{
    public required Guid Id { get; init; }
    public required LocalDate From { get; init; }

    /// <summary>The last day.</summary>
    public required LocalDate Until { get; init; }

    /// <summary>How many working days lie between, so that it compares with other stretches.</summary>
    public required int WorkingDays { get; init; }

    public required int TurnedAway { get; init; }
    public required int Complaints { get; init; }
    public required string Source { get; init; }
    public required Instant RecordedAt { get; init; }

    public override string Key => $"noon-baseline:{Id:N}";

    /// <summary>Visitors turned away in a day, to one decimal.</summary>
    public decimal PerDay => Math.Round((decimal)TurnedAway / WorkingDays, 1);

    /// <exception cref="Refusal"><c>noon.baseline-days</c>, <c>noon.baseline-number</c>, <c>noon.baseline-source</c></exception>
    public static NoonBaseline Of(LocalDate from, LocalDate until, int turnedAway, int complaints, string source, WorkCalendar calendar, Instant now)
    {
        if (until < from || until > calendar.Today(now))
        {
            throw new Refusal("noon.baseline-days", "最後一天不能早於第一天，也不能晚於今天。", "The last day cannot be before the first, nor after today.", "until");
        }

        if (turnedAway is < 0 or > 1_000_000 || complaints is < 0 or > 1_000_000)
        {
            throw new Refusal("noon.baseline-number", "請填 0 到 1,000,000 的整數。", "Enter whole numbers from 0 to 1,000,000.", turnedAway is < 0 or > 1_000_000 ? "turnedAway" : "complaints");
        }

        if (string.IsNullOrWhiteSpace(source))
        {
            throw new Refusal("noon.baseline-source", "請寫這些數字從哪裡來，例如櫃檯登記簿。", "Write where these numbers come from, such as the counter’s register.", "source");
        }

        var days = Working(from, until, calendar);
        return days > 0
            ? new() { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), From = from, Until = until, WorkingDays = days, TurnedAway = turnedAway, Complaints = complaints, Source = source.Trim(), RecordedAt = now }
            : throw new Refusal("noon.baseline-days", "這段時間裡沒有上班日，沒辦法比較。", "There is no working day in this stretch, so nothing can be compared.", "until");
    }

    // Years before the office's calendars begin count Monday to Friday: a baseline may be older than they are.
    private static int Working(LocalDate from, LocalDate until, WorkCalendar calendar)
    {
        try
        {
            return calendar.WorkingDaysIn(from, until);
        }
        catch (Refusal)
        {
            return Enumerable.Range(0, Period.DaysBetween(from, until) + 1).Count(n => from.PlusDays(n).DayOfWeek is not (IsoDayOfWeek.Saturday or IsoDayOfWeek.Sunday));
        }
    }
}

/// <summary>How many visitors could not be helped over noon on one day at one site.</summary>
internal sealed class NoonDay : Subject
{
    public required string Site { get; init; }
    public required LocalDate Day { get; init; }
    public int TurnedAway { get; private set; }

    public override string Key => $"noon-day:{Site}:{Day:uuuuMMdd}";

    /// <exception cref="Refusal"><c>noon.turned-away</c></exception>
    public NoonTurnedAwayCounted Count(int visitors)
    {
        TurnedAway = visitors is >= 0 and <= 10_000 ? visitors
            : throw new Refusal("noon.turned-away", "請填 0 到 10,000 的整數。", "Enter a whole number from 0 to 10,000.", "visitors");
        return new(Site, Day, visitors);
    }
}
