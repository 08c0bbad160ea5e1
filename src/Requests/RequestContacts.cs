using GridDesk.Customers.Show;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests.Api;
using GridDesk.Services;

namespace GridDesk.Requests;

/// <summary>Requests and enquiries in a customer's contact history.</summary>
internal sealed class RequestContacts(OfficeDb db, EventLog events, ServiceCatalogue services, RequestAccess access) : IContactHistory
{
    private const int MostRequests = 40;

    public async Task<IReadOnlyList<Contact>> OfAsync(IReadOnlyCollection<string> accounts, string phone, CancellationToken cancel = default)
    {
        var requests = await db.Requests.AsNoTracking().Where(access.Rule)
            .Where(r => accounts.Contains(r.Particulars.ElectricityNumber!) || r.Particulars.Phone == phone)
            .OrderByDescending(r => r.Id).Take(MostRequests).ToListAsync(cancel);
        List<Contact> contacts = [];
        foreach (var request in requests)
        {
            var service = services.Version(request.Service, request.Definition);
            contacts.AddRange(PublicHistory.Of(await events.HistoryAsync(request.Key, cancel), service).Select(h => Of(request, service, h)));
        }

        var ids = requests.Select(r => r.Id).ToList();
        var byId = requests.ToDictionary(r => r.Id);
        contacts.AddRange((await db.Set<Enquiry>().AsNoTracking().Where(e => ids.Contains(e.Request)).ToListAsync(cancel))
            .Select(e => new Contact(e.At, new("問進度", "Asked how it stands"), e.Channel.Name, $"~/desk/requests/{e.Request}", byId[e.Request].Name)));
        return contacts;
    }

    private static Contact Of(ServiceRequest request, ServiceDefinition service, HistoryAnswer happened) => new(
        happened.At, new($"{service.Name.Zh}：{happened.What.Zh}", $"{service.Name.En}: {happened.What.En}"), request.Channel.Name, $"~/desk/requests/{request.Id}", request.Name);
}
