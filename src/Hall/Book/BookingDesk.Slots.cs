using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Book;

internal sealed partial class BookingDesk
{
    private static readonly Func<Refusal> Taken = () => new("booking.taken", "這個時間剛剛被別人選走了，請選別的。您填的還在。", "Somebody else has just taken this time; please choose another. What you typed is kept.", "at");

    private async Task TakeAsync(BookingPlace place, BookedTime time, Guid holder, SlotUse use, Instant? keptUntil, CancellationToken cancel)
    {
        // Times that the pack divided otherwise before lie across these; of those that begin together the key alone decides.
        if ((await times.OfAsync(place, time.Day, time.Day, cancel)).FirstOrDefault(t => t.Time.At == time.At) is not { Free: > 0 })
        {
            throw Taken();
        }

        for (var seat = 1; seat <= place.AtOnce; seat++)
        {
            var slot = new TakenSlot { Site = place.Site, Place = place.Code, At = time.At, Seat = seat, Until = time.Until, Holder = holder, Use = use, KeptUntil = keptUntil };
            if (await TakenSlot.TakeAsync(db, slot, clock.Now(), cancel))
            {
                return;
            }
        }

        throw Taken();
    }

    // Somebody may take a time over whose form took too long at the very moment in which the form is sent: the row tells who was first.
    private async Task<bool> BookKeptAsync(BookingPlace place, BookedTime time, Guid form, CancellationToken cancel) =>
        await db.TakenSlots.Where(s => s.Holder == form && s.Use == SlotUse.Form && s.Site == place.Site && s.Place == place.Code && s.At == time.At)
            .ExecuteUpdateAsync(set => set.SetProperty(s => s.Use, SlotUse.Booking).SetProperty(s => s.KeptUntil, (Instant?)null), cancel) == 1;

    private Task<TakenSlot?> KeptForAsync(Guid holder, SlotUse use, CancellationToken cancel) => db.TakenSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Holder == holder && s.Use == use, cancel);

    private Task<TakenSlot?> SlotOfAsync(Booking booking, CancellationToken cancel) =>
        db.TakenSlots.AsNoTracking().SingleOrDefaultAsync(s => s.Holder == booking.Id && s.Use == SlotUse.Booking && s.At == booking.At, cancel);

    /// <summary>Times that were kept for forms which nobody sent are free again; whoever waits for one is asked.</summary>
    public async Task ForgetFormsAsync(Instant now, CancellationToken cancel = default)
    {
        foreach (var slot in await db.TakenSlots.AsNoTracking().Where(s => s.Use == SlotUse.Form && s.KeptUntil < now).OrderBy(s => s.KeptUntil).Take(200).ToListAsync(cancel))
        {
            await db.CommitAsync(() => LetGoAsync(slot, cancel), cancel);
        }
    }

    // The first who waits and whom the time suits has it for a while; otherwise it is free.
    private async Task LetGoAsync(TakenSlot? slot, CancellationToken cancel)
    {
        if (slot is null)
        {
            return;
        }

        var (row, now) = (db.TakenSlots.Where(s => s.Site == slot.Site && s.Place == slot.Place && s.At == slot.At && s.Seat == slot.Seat && s.Holder == slot.Holder && s.Use == slot.Use), clock.Now());
        if (slot.At > now + Duration.FromMinutes(times.Rules.Soonest) && times.Stands(slot) && await FirstWaitingAsync(slot, cancel) is { } first)
        {
            // Nobody is told at night, so the time begins to run in the morning.
            var until = Instant.Min(pack.Calendar.NextWorkingMinute(now, slot.Site) + Duration.FromMinutes(times.Rules.Offer), slot.At - Duration.FromMinutes(times.Rules.Soonest));
            if (await row.ExecuteUpdateAsync(set => set.SetProperty(s => s.Holder, first.Id).SetProperty(s => s.Use, SlotUse.Offer).SetProperty(s => s.KeptUntil, (Instant?)until), cancel) == 1)
            {
                events.Record(first, first.Offer(slot.At, until), Actor.Office);
            }
        }
        else
        {
            await row.ExecuteDeleteAsync(cancel);
        }
    }

    // Whom another process is just asking is passed by.
    private async Task<Waiting?> FirstWaitingAsync(TakenSlot slot, CancellationToken cancel)
    {
        if (!db.IsPostgres)
        {
            return await db.WaitList.Where(w => w.Site == slot.Site && w.Place == slot.Place && w.State == WaitState.Waiting && w.From <= slot.At && slot.At < w.Until && w.Booking != slot.Holder).OrderBy(w => w.ListedAt).ThenBy(w => w.Id).FirstOrDefaultAsync(cancel);
        }

        var at = slot.At.ToDateTimeUtc();
        return (await db.WaitList.FromSql($"""
            SELECT * FROM booking_waits WHERE site = {slot.Site} AND place = {slot.Place} AND state = 'Waiting' AND "from" <= {at} AND {at} < until AND booking IS DISTINCT FROM {slot.Holder}
            ORDER BY listed_at, id LIMIT 1 FOR UPDATE SKIP LOCKED
            """).ToListAsync(cancel)).SingleOrDefault();
    }
}
