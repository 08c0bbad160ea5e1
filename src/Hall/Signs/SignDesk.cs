using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Time;

namespace GridDesk.Hall.Signs;

/// <summary>Hangs signs and looks, every few minutes, whether those that hang still say what is so.</summary>
internal sealed class SignDesk(OfficeDb db, EventLog events, LiveSigns live, PackInForce pack, IClock clock) : IRecur
{
    /// <summary>What each sign of a hall has to say, and the one that hangs; null where none does. One that hangs for what the hall has no more has nothing to say.</summary>
    public async Task<IReadOnlyList<(LiveSign Live, Sign? Hung)>> OfAsync(string site, CancellationToken cancel = default)
    {
        var hung = await db.Signs.AsNoTracking().Where(s => s.Site == site).ToListAsync(cancel);
        var so = await live.OfAsync(HallSettings.Of(pack, site), pack.Calendar.Today(clock.Now()), cancel);
        return [.. so.Select(l => (l, hung.FirstOrDefault(s => s.Code == l.Code))), .. hung.Where(s => so.All(l => l.Code != s.Code)).Select(s => (LiveSign.OfNothing(s.Code), (Sign?)s))];
    }

    /// <summary>The print hangs; whoever owed it owes it no more.</summary>
    /// <param name="mark">Of the text that was printed.</param>
    /// <exception cref="Refusal"><c>not-found</c>; <c>sign.changed</c>: what it has to say changed since it was printed; <c>conflict</c></exception>
    public async Task HangAsync(string site, string code, string? mark, Actor by, CancellationToken cancel = default)
    {
        try
        {
            await HangOnceAsync(site, code, mark, by, cancel);
        }
        catch (DbUpdateException problem) when (problem.IsTaken("signs", "site"))
        {
            throw new Refusal("conflict", "剛剛有別人也掛了這張，請重新看過。", "Somebody else has hung this one at the same moment; please look again.");
        }
    }

    /// <summary>A sign is gone whose counter the hall has no more; nobody owes it any more.</summary>
    /// <exception cref="Refusal"><c>not-found</c>; <c>sign.changed</c>: the hall has it again.</exception>
    public Task TakeDownAsync(string site, string code, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var now = clock.Now();
        if ((await live.OfAsync(HallSettings.Of(pack, site), pack.Calendar.Today(now), cancel)).Any(l => l.Code == code))
        {
            throw new Refusal("sign.changed", "現在又需要這張了，請照下面的內容印出來掛。", "It is needed again: print it as it stands below, and hang it.");
        }

        var sign = await db.Signs.SingleOrDefaultAsync(s => s.Site == site && s.Code == code, cancel) ?? throw new Refusal("not-found", "沒有這張標示。", "There is no such sign.");
        events.Record(sign, new SignTakenDown(site, code), by);
        await CloseAsync(sign, now, cancel);
        db.Remove(sign);
    }, cancel);

    private Task HangOnceAsync(string site, string code, string? mark, Actor by, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var now = clock.Now();
        var text = (await live.OfAsync(HallSettings.Of(pack, site), pack.Calendar.Today(now), cancel)).FirstOrDefault(l => l.Code == code) ?? throw new Refusal("not-found", "沒有這張標示。", "There is no such sign.");
        if (text.Mark != mark)
        {
            throw new Refusal("sign.changed", "印好之後內容又變了。請照下面的新內容再印一次。", "What it has to say has changed since it was printed. Print it again as it stands below.");
        }

        var sign = await db.Signs.SingleOrDefaultAsync(s => s.Site == site && s.Code == code, cancel);
        if (sign is null)
        {
            db.Add(sign = new Sign { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Site = site, Code = code });
        }

        events.Record(sign, sign.Hang(text.Text, pack.Calendar, now), by);
        await CloseAsync(sign, now, cancel);
    }, cancel);

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        foreach (var hall in HallSettings.Find(pack)?.Halls ?? [])
        {
            await CompareAsync(hall, now, cancel);
        }
    }

    private Task CompareAsync(HallDefinition hall, Instant now, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var (site, so) = (hall.Site, (await live.OfAsync(hall, pack.Calendar.Today(now), cancel)).ToDictionary(l => l.Code));
        foreach (var sign in await db.Signs.Where(s => s.Site == site).ToListAsync(cancel))
        {
            if (sign.Compare(so.GetValueOrDefault(sign.Code, LiveSign.OfNothing(sign.Code)).Text, now) is { } found)
            {
                events.Record(sign, found, Actor.Office);
                await (found is SignRightAgain ? CloseAsync(sign, now, cancel) : OweAsync(sign, now, cancel));
            }
        }
    }, cancel);

    private async Task OweAsync(Sign sign, Instant now, CancellationToken cancel)
    {
        if (HallSettings.Find(pack)?.Signs is { } rules && !await Owed(sign).AnyAsync(cancel))
        {
            db.Add(sign.Owed(rules.Department, rules.Days, pack.Calendar, Actor.Office.Key, now));
        }
    }

    private async Task CloseAsync(Sign sign, Instant now, CancellationToken cancel)
    {
        foreach (var owed in await Owed(sign).ToListAsync(cancel))
        {
            owed.Close(now);
        }
    }

    private IQueryable<Promise> Owed(Sign sign)
    {
        var key = sign.Key;
        return db.Set<Promise>().Where(p => p.Subject == key && p.Kind == Sign.PromiseKind && p.ClosedAt == null);
    }
}
