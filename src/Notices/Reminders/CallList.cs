using GridDesk.Bills;
using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Spooled;

namespace GridDesk.Notices.Reminders;

/// <summary>
/// Where no company rings customers up for the office, the call centre does, with its own dialler or by hand: the list of the calls to
/// be made goes out as a file, and comes back with what came of each.
/// </summary>
internal sealed class CallList(OfficeDb db, EventLog events, BillDirectory bills, IClock clock)
{
    /// <summary>The column that the call centre fills in.</summary>
    public static Phrase Outcome { get; } = new("結果", "Outcome");

    public static Phrase Reference { get; } = new("編號", "Reference");

    private const int Most = 20_000;
    private const int MostMistakes = 20;

    /// <summary>Calls that are to be made, of bills that are open at this moment.</summary>
    public async Task<IReadOnlyList<(Reminder Reminder, Message Call)>> ToMakeAsync(CancellationToken cancel = default)
    {
        var rows = await db.Reminders.AsNoTracking().Where(r => r.Channel == MessageChannel.Voice && r.ClosedAt == null)
            .Join(db.Messages.AsNoTracking().Where(m => m.State == MessageState.HandedOver && m.Provider == Spool.ProviderName), r => r.Message, m => m.Id, (r, m) => new { Reminder = r, Call = m })
            .OrderBy(row => row.Reminder.DueOn).ThenBy(row => row.Reminder.Id).Take(Most).ToListAsync(cancel);
        List<(Reminder, Message)> calls = [];
        foreach (var some in rows.Chunk(500))
        {
            var known = await bills.OfAsync([.. some.SelectMany(row => row.Reminder.Bills)], cancel);
            calls.AddRange(some.Where(row => row.Reminder.IsStillTrue(known.Values)).Select(row => (row.Reminder, row.Call)));
        }

        return calls;
    }

    /// <summary>Takes the list back: rows without an outcome wait on, the same outcome again changes nothing.</summary>
    /// <returns>How many calls have an outcome now that had none.</returns>
    /// <exception cref="Refusal"><c>calls.outcomes</c>: wrong rows with their line; then nothing is taken.</exception>
    /// <exception cref="Refusals">Several of them.</exception>
    public Task<int> TakeBackAsync(byte[] file, Actor by, CancellationToken cancel = default)
    {
        const string code = "calls.outcomes";
        var kind = CsvTable.KindOf(file, FileLetters.Auto);
        var head = file.Length == 0 ? "" : TextBytes.Open(file, kind).ReadLine() ?? "";
        var inEnglish = head.Contains(Reference.En, StringComparison.Ordinal);
        var (reference, outcome) = (new ColumnName([inEnglish ? Reference.En : Reference.Zh]), new ColumnName([inEnglish ? Outcome.En : Outcome.Zh]));
        IReadOnlyList<string> named = [.. reference.Names, .. outcome.Names];
        var rows = new NamedRows(CsvTable.Open(file, FileLetters.Auto, FileSeparator.Auto, quotes: true, named, code), named, []).Read();
        List<Refusal> wrong = [];
        List<(Guid Id, CallOutcome Outcome)> outcomes = [];
        foreach (var row in rows.Where(row => row.Mistake is not null || row.Cell(outcome).Length > 0))
        {
            if (row.Mistake is null && Guid.TryParse(row.Cell(reference), out var id) && OutcomeOf(row.Cell(outcome)) is { } came)
            {
                outcomes.Add((id, came));
            }
            else if (wrong.Count < MostMistakes)
            {
                var why = row.Mistake ?? new($"結果請填「{string.Join("、", Words.Select(w => w.Word.Zh))}」，編號請照原來的。", $"Write {string.Join(", ", Words.Select(w => $"“{w.Word.En}”"))} as the outcome, and leave the reference as it was.");
                wrong.Add(new(code, new Phrase($"第 {row.Line} 行：{why.Zh}", $"Line {row.Line}: {why.En}"), "outcomes"));
            }
        }

        Refusals.ThrowIfAny(wrong);
        return db.CommitAsync(() => SaveAsync(outcomes, by, cancel), cancel);
    }

    private async Task<int> SaveAsync(List<(Guid Id, CallOutcome Outcome)> outcomes, Actor by, CancellationToken cancel)
    {
        var taken = 0;
        foreach (var some in outcomes.Chunk(500))
        {
            var ids = some.Select(o => o.Id).ToList();
            var calls = await db.Messages.Where(m => ids.Contains(m.Id) && m.Channel == MessageChannel.Voice && m.Provider == Spool.ProviderName).ToDictionaryAsync(m => m.Id, cancel);
            foreach (var (id, outcome) in some.Where(o => calls.ContainsKey(o.Id)))
            {
                IEvent? happened = outcome switch
                {
                    CallOutcome.Answered => calls[id].Deliver(clock.Now()),
                    CallOutcome.NoAnswer => calls[id].Fail(FailureKind.Temporary, "沒人接 no answer", clock.Now()),
                    _ => calls[id].Fail(FailureKind.Permanent, "號碼不對 wrong number", clock.Now()),
                };
                if (happened is not null)
                {
                    events.Record(calls[id], happened, by);
                    taken++;
                }
            }
        }

        return taken;
    }

    private static CallOutcome? OutcomeOf(string word) => Words.Where(w => w.Word.Zh == word || w.Word.En.Equals(word, StringComparison.OrdinalIgnoreCase)).Select(w => (CallOutcome?)w.Outcome).FirstOrDefault();

    private static IReadOnlyList<(CallOutcome Outcome, Phrase Word)> Words { get; } = [(CallOutcome.Answered, new("接聽", "answered")), (CallOutcome.NoAnswer, new("沒人接", "no answer")), (CallOutcome.WrongNumber, new("號碼不對", "wrong number"))];
}

internal enum CallOutcome { Answered, NoAnswer, WrongNumber }
