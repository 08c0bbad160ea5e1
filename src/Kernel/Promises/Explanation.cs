using GridDesk.Kernel.Time;

namespace GridDesk.Kernel.Promises;

/// <summary>Says how a due date came about, in both languages from the same facts.</summary>
internal sealed class Explanation(
    TimeLimit limit, Phrase? basis, int extension, Instant receivedAt, long start, Reckoning reckoning, Stop? stop,
    WorkCalendar calendar)
{
    private const int NamesAtMost = 4;

    private readonly LocalDateTime _received = receivedAt.InZone(calendar.Zone).LocalDateTime;
    private readonly LocalDate _dueDay = WorkCalendar.DateOf(reckoning.Due);

    public Phrase Write()
    {
        var received = Received();
        var counting = Counting();
        var left = NotCounted();
        var due = Due();
        return new(
            $"{received.Zh}，{basis?.Zh ?? (limit is ByDate ? "" : "期限")}{counting.Zh}{left.Zh}{due.Zh}。行事曆{calendar.Edition}版。",
            $"{received.En}; {counting.En}{left.En}{due.En}. Calendar {calendar.Edition}.");
    }

    // Hours are counted by the minute, so the sentence names it; days begin with a day.
    private Phrase Received()
    {
        var day = Date(_received.Date);
        var startDay = WorkCalendar.DateOf(start);
        Phrase? from = startDay != _received.Date ? RocDate.Short(startDay) : null;
        if (limit is WorkingHours)
        {
            day = At(day, _received);
            from = start == calendar.MinuteOf(receivedAt) ? null
                : from is null ? Phrase.Same(Clock(start)) : At(from, start);
        }

        return limit is ByDate || from is null
            ? new($"{day.Zh}收件", $"Received {day.En}")
            : new($"{day.Zh}收件，{from.Zh}起算", $"Received {day.En}, counted from {from.En}");
    }

    private Phrase Counting()
    {
        var text = limit is ByDate
            ? new Phrase($"須於{limit.Text.Zh}辦妥", $"due {limit.Text.En}")
            : limit.Text;
        var by = basis is null ? "" : $" {basis.En}";
        if (extension == 0)
        {
            return text with { En = text.En + by };
        }

        var more = limit.Amount(extension);
        return new($"{text.Zh}，延長{more.Zh}", $"{text.En}{by}, extended by {more.En}");
    }

    private Phrase NotCounted()
    {
        if (limit is ByDate)
        {
            return Phrase.Same("");
        }

        var off = reckoning.Days.Where(day => day.Kind is DueDayKind.Off && !(day.Date > reckoning.MovedFrom)).ToList();
        var parts = Named([.. off.Where(day => !calendar.Day(day.Date).RegularlyOff)]);
        var regular = off.Where(day => calendar.Day(day.Date).RegularlyOff).ToList();
        if (regular.Count > 0)
        {
            parts.Add(regular.All(day => day.Date.DayOfWeek >= IsoDayOfWeek.Saturday)
                ? new("週末", "weekends") : new("例假日", "regular days off"));
        }

        foreach (var (kind, amount) in reckoning.Waited.OrderBy(waited => waited.Key))
        {
            var length = limit is WorkingHours ? Wording.Minutes(amount) : Wording.Days(amount);
            var what = Wording.Waiting(kind);
            parts.Add(new(what.Zh + length.Zh, $"{length.En} {what.En}"));
        }

        return parts switch
        {
            [] => Phrase.Same(""),
            [var only] => new($"，扣除{only.Zh}", $", not counting {only.En}"),
            [.. var most, var last] => new(
                $"，扣除{string.Join('、', parts.Select(part => part.Zh))}",
                $", not counting {string.Join(", ", most.Select(part => part.En))} and {last.En}"),
        };
    }

    /// <summary>Neighbouring days of one name are named together.</summary>
    private static List<Phrase> Named(List<DueDay> off)
    {
        var runs = new List<(LocalDate From, LocalDate To, Phrase Name)>();
        foreach (var day in off)
        {
            if (runs is [.., var run] && run.Name == day.Note && run.To.PlusDays(1) == day.Date)
            {
                runs[^1] = run with { To = day.Date };
            }
            else
            {
                runs.Add((day.Date, day.Date, day.Note!));
            }
        }

        var names = runs.Take(NamesAtMost).Select(run =>
        {
            var (from, to) = (RocDate.Short(run.From), RocDate.Short(run.To));
            return run.From == run.To
                ? new Phrase($"{from.Zh}{run.Name.Zh}", $"{from.En} ({run.Name.En})")
                : new Phrase($"{from.Zh}至{to.Zh}{run.Name.Zh}", $"{from.En} to {to.En} ({run.Name.En})");
        }).ToList();
        if (runs.Count > NamesAtMost)
        {
            names[^1] = new($"{names[^1].Zh}等{off.Count}天", $"{names[^1].En} and others ({off.Count} days in all)");
        }

        return names;
    }

    private Phrase Due()
    {
        var due = At(Date(_dueDay), reckoning.Due);
        if (reckoning.MovedFrom is { } moved)
        {
            var (day, why) = (RocDate.Short(moved), calendar.WhyOff(moved)!);
            due = new(
                $"，期滿日{day.Zh}適逢{why.Zh}，最晚{due.Zh}",
                $", the last day {day.En} being a day off ({why.En}): by {due.En}");
        }
        else
        {
            due = new($"，最晚{due.Zh}", $": by {due.En}");
        }

        if (stop is not { } open)
        {
            return due;
        }

        var restart = At(RocDate.Short(WorkCalendar.DateOf(open.To)), open.To);
        var stopped = Wording.Stopped(open.Kind);
        return new(
            $"；{stopped.Zh}，時鐘停止，如於{restart.Zh}恢復計時{due.Zh}",
            $"; the clock has stopped {stopped.En}; if it restarts on {restart.En}{due.En}");
    }

    private Phrase Date(LocalDate date) =>
        date.Year == _received.Year && _received.Year == _dueDay.Year ? RocDate.Short(date) : RocDate.Show(date);

    private static Phrase At(Phrase day, long minute) => new(day.Zh + Clock(minute), $"{day.En} {Clock(minute)}");

    private static Phrase At(Phrase day, LocalDateTime time) =>
        At(day, WorkCalendar.MinuteOf(time.Date) + time.Hour * 60 + time.Minute);

    private static string Clock(long minute) => $"{minute % 1440 / 60:00}:{minute % 60:00}";
}
