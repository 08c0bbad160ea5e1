using GridDesk.Customers;
using GridDesk.Requests;
using GridDesk.Requests.Handle;
using GridDesk.Staff;
using GridDesk.Staff.Access;

namespace GridDesk.Hall.Whose;

/// <summary>Who it is that was called: what the clerk may see of them. The look is recorded first.</summary>
internal sealed class WhoseReading(CustomerDirectory customers, RequestDirectory requests, SeenRequests seen, IEnumerable<ICasePanel> panels, CurrentStaff me, AccessLog looks)
{
    private const int LastMessages = 5;

    /// <summary>Null when nobody said whose it is, or this clerk may not see personal data.</summary>
    public async Task<WhoseCard?> OfAsync(Ticket ticket, CancellationToken cancel = default)
    {
        if (ticket.Whose is not { } subject || !me.Has(Right.SeePersonalData))
        {
            return null;
        }

        await looks.RecordAsync(me.Id, subject, "/desk/hall", $"ticket {ticket.Name}", cancel);
        var request = await requests.FindAsync(subject, cancel);
        var accounts = Guid.TryParse(subject.StartsWith("customer:", StringComparison.Ordinal) ? subject["customer:".Length..] : "", out var customer)
            ? await customers.AccountsOfAsync(customer, cancel)
            : await customers.OfAccountAsync(request?.ElectricityNumber, cancel) is { } known ? [known] : [];
        var (name, phone) = (accounts.FirstOrDefault()?.Name ?? request?.CustomerName, accounts.FirstOrDefault()?.Phone ?? request?.CustomerPhone);
        List<OpenRequest> open = [];
        List<CasePanelRow> messages = [];
        foreach (var one in await seen.OpenOfAsync([.. accounts.Select(a => a.ElectricityNumber)], phone, cancel))
        {
            open.Add(new(one.Id, (await requests.FindAsync(one.Key, cancel))!));
            foreach (var panel in panels)
            {
                messages.AddRange(await panel.OfAsync(one.Key, isShown: true, cancel));
            }
        }

        return new(name ?? "", phone ?? "", accounts, open, [.. messages.OrderByDescending(m => m.At).Take(LastMessages)]);
    }

    /// <summary>Electricity number with which a request of theirs begins; null when none is known.</summary>
    public async Task<string?> AccountOfAsync(Ticket ticket, CancellationToken cancel = default) =>
        ticket.Whose is not { } subject ? null
        : await requests.FindAsync(subject, cancel) is { } request ? request.ElectricityNumber
        : Guid.TryParse(subject["customer:".Length..], out var id) ? (await customers.AccountsOfAsync(id, cancel)).FirstOrDefault()?.ElectricityNumber : null;
}

/// <param name="Accounts">The first is theirs by name.</param>
/// <param name="Open">Their open requests that the clerk may see, newest first.</param>
/// <param name="Messages">The last ones about those.</param>
internal sealed record WhoseCard(string Name, string Phone, IReadOnlyList<KnownCustomer> Accounts, IReadOnlyList<OpenRequest> Open, IReadOnlyList<CasePanelRow> Messages);

internal sealed record OpenRequest(Guid Id, RequestFacts Facts);
