using GridDesk.Customers.Fields;
using GridDesk.Kernel.Data;
using GridDesk.Services;

namespace GridDesk.Requests.Intake;

/// <summary>An open case of the same electricity number.</summary>
/// <param name="Same">It asks for the same service: most likely the same matter.</param>
/// <param name="MayOpen">The reader may open it.</param>
internal sealed record OpenCase(Guid Id, string Number, Phrase Service, Instant ReceivedAt, bool Same, bool MayOpen);

/// <summary>Finds what is likely the same matter, to be offered and never to block.</summary>
internal sealed class Duplicates(OfficeDb db, ServiceCatalogue services, RequestAccess access)
{
    public async Task<IReadOnlyList<OpenCase>> OfAsync(string? electricityNumber, string service, CancellationToken cancel = default)
    {
        if (!ElectricityNumber.TryParse(electricityNumber, out var number))
        {
            return [];
        }

        var open = await db.Requests.AsNoTracking().Include(r => r.Particulars).Where(r => r.Status != RequestStatus.Closed && r.Particulars.ElectricityNumber == number.Digits)
            .OrderByDescending(r => r.Id).Take(5).ToListAsync(cancel);
        return [.. open.Select(r => new OpenCase(r.Id, r.Name, services.Version(r.Service, r.Definition).Name, r.ReceivedAt, r.Service == service, access.MaySee(r))).OrderByDescending(c => c.Same)];
    }
}
