using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Mass;

/// <summary>Finds whom a mass notice goes to, some hundred accounts a save; stopped at any moment, it goes on where it stood.</summary>
internal sealed class ChooseAddressees(OfficeDb db, EventLog events, ContactDirectory contacts, MessageDesk messages, IClock clock) : ICallOut<MassNoticePlanned>
{
    private const int AtOnce = 300;

    public async Task<Called> CallAsync(MassNoticePlanned happened, Happening row, CancellationToken cancel)
    {
        var notice = await db.MassNotices.AsNoTracking().SingleAsync(n => n.Id == MassNotice.IdIn(row.Subject), cancel);
        return notice.State is MassState.Choosing ? Called.NotBefore(clock.Now(), () => ChooseAsync(notice.Id, cancel)) : Called.Done();
    }

    private async Task ChooseAsync(Guid id, CancellationToken cancel)
    {
        var notice = await db.MassNotices.SingleAsync(n => n.Id == id, cancel);
        if (notice.State is not MassState.Choosing)
        {
            return;
        }

        var accounts = await PageAsync(notice, cancel);
        var template = messages.TemplateOf(notice.Template)!;
        var reach = await contacts.ReachAsync(accounts, template.Purpose, cancel);
        var known = (await KnownAsync(notice, reach, cancel)).ToDictionary(a => (a.Kind, a.Address));
        List<MassAddressee> found = [];
        var unreached = 0;
        foreach (var account in accounts)
        {
            var told = reach[account].Where(to => template.Over(to.Over) is not null).DistinctBy(to => (to.Kind, to.Address)).ToList();
            unreached += told.Count == 0 ? 1 : 0;
            db.AddRange(told.Select(to => AccountOf(notice, account, AddresseeOf(to).Id)).DefaultIfEmpty(AccountOf(notice, account, null)));
        }

        if (notice.Choose(accounts.Count, unreached, found.ToLookup(a => a.Channel), clock.Now()) is { } chosen)
        {
            await db.MassLists.Where(l => l.Notice == id).ExecuteDeleteAsync(cancel);
            events.Record(notice, chosen, Actor.Office);
        }

        MassAddressee AddresseeOf(ReachableAnswer to)
        {
            if (!known.TryGetValue((to.Kind, to.Address), out var addressee))
            {
                addressee = new() { Id = NewId(), Notice = id, Kind = to.Kind, Address = to.Address, Language = to.Language, Channel = to.Over };
                db.Add(addressee);
                found.Add(addressee);
                known.Add((to.Kind, to.Address), addressee);
            }

            return addressee;
        }
    }

    private async Task<List<string>> PageAsync(MassNotice notice, CancellationToken cancel)
    {
        var from = notice.Seen * MassList.Digits;
        var page = await db.MassLists.Where(l => l.Notice == notice.Id).Select(l => l.Numbers.Substring(from, AtOnce * MassList.Digits)).SingleAsync(cancel);
        return [.. page.Chunk(MassList.Digits).Select(digits => new string(digits))];
    }

    private Task<List<MassAddressee>> KnownAsync(MassNotice notice, ILookup<string, ReachableAnswer> reach, CancellationToken cancel)
    {
        var addresses = reach.SelectMany(to => to).Select(to => to.Address).Distinct().ToList();
        return db.MassAddressees.Where(a => a.Notice == notice.Id && addresses.Contains(a.Address)).ToListAsync(cancel);
    }

    private MassAccount AccountOf(MassNotice notice, string account, Guid? addressee) => new() { Id = NewId(), Notice = notice.Id, Account = account, Addressee = addressee };

    private Guid NewId() => Guid.CreateVersion7(clock.Now().ToDateTimeOffset());
}
