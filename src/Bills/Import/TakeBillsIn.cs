using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Bills.Import;

/// <summary>
/// Takes in the rows of files, a thousand a save, in the order in which the files came. After a few saves it lets other work have
/// its turn and goes on a second later where it stood; stopped in the middle of a save it does that one again. A row that says what
/// is known changes nothing, so that a file may come twice.
/// </summary>
internal sealed class TakeBillsIn(OfficeDb db, EventLog events, FileStore files, BillDesk desk) : IRecur
{
    public const int Batch = 1000;

    private const int BatchesAtOnce = 10;

    public Task RunAsync(Instant now, CancellationToken cancel) => RunAsync(now, BatchesAtOnce, cancel);

    public async Task RunAsync(Instant now, int batches, CancellationToken cancel)
    {
        var next = await db.BillFiles.AsNoTracking().Where(f => f.DoneAt == null && f.Failure == null).OrderBy(f => f.Id).FirstOrDefaultAsync(cancel);
        if (next is null)
        {
            return;
        }

        try
        {
            foreach (var lines in KeptLines.Read<BillLine>(await files.ReadAsync(next.Kept, cancel), next.Handled).Chunk(Batch).Take(batches))
            {
                using var turn = await BillTurns.EnterAsync(db, [.. lines.Select(l => l.Line.Number).OfType<string>()], cancel);
                await TakeAsync(next.Id, lines, now, cancel);
                db.ChangeTracker.Clear();
            }
        }
        catch (Refusal refused) when (refused.Code == "conflict")
        {
            // Somebody paid one of these at the counter at the same moment; the batch is done again at the next turn.
        }
        catch (Exception broken) when (broken is IOException or InvalidDataException or System.Text.Json.JsonException)
        {
            // What is stored of it is gone or damaged: trying again would not mend it.
            await db.CommitAsync(async () => (await db.BillFiles.SingleAsync(f => f.Id == next.Id, cancel)).Fail(broken.Message), cancel);
        }
    }

    private Task TakeAsync(Guid id, (int Place, BillLine Line)[] lines, Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var file = await db.BillFiles.SingleAsync(f => f.Id == id, cancel);
        var numbers = lines.Select(l => l.Line.Number).OfType<string>().Distinct().ToList();
        var known = await db.Bills.Where(b => numbers.Contains(b.Number)).ToDictionaryAsync(b => b.Number, cancel);
        var (taken, broken) = (new Dictionary<TakenAs, int>(), 0);
        foreach (var (place, line) in lines)
        {
            var mistakes = line.Mistakes;
            try
            {
                if (mistakes.Count == 0)
                {
                    var how = Take(line, known, new Actor(file.By));
                    taken[how] = taken.GetValueOrDefault(how) + 1;
                    continue;
                }
            }
            catch (Refusal refused)
            {
                mistakes = [new("", refused.Reason)];
            }

            broken++;
            db.AddRange(mistakes.Select((m, nth) => new BillFileMistake { File = id, Place = place, Nth = nth, Line = line.Line, Column = Cut(m.Column, 100), Zh = Cut(m.Reason.Zh, BillTables.LongestReason), En = Cut(m.Reason.En, BillTables.LongestReason) }));
        }

        if (file.Handle(taken.GetValueOrDefault(TakenAs.Added), taken.GetValueOrDefault(TakenAs.Changed), taken.GetValueOrDefault(TakenAs.Same), broken, now) is { } done)
        {
            events.Record(file, done, Actor.Office);
        }
    }, cancel);

    private TakenAs Take(BillLine line, Dictionary<string, Bill> known, Actor by)
    {
        if (line.Payment is { } paid)
        {
            return desk.Pay(known.GetValueOrDefault(paid.Number), paid.At, new Money(paid.Cents), paid.Channel, by) ? TakenAs.Added : TakenAs.Same;
        }

        var (bill, taken) = desk.Take(known.GetValueOrDefault(line.Bill!.Number), line.Bill.Facts, line.Bill.Cancelled, by);
        if (bill is not null)
        {
            known[bill.Number] = bill;
        }

        return taken;
    }

    private static string Cut(string text, int most) => text.Length <= most ? text : text[..(most - 1)] + "…";
}
