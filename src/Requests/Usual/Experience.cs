using GridDesk.Kernel.Data;
using GridDesk.Services.Show;

namespace GridDesk.Requests.Usual;

/// <summary>Tells the page of a service how long it usually takes.</summary>
internal sealed class Experience(OfficeDb db) : IServiceExperience
{
    // Fewer finished cases in the whole office say nothing about any service.
    private const int Enough = 30;

    public async Task<Phrase?> UsualTimeAsync(string service, CancellationToken cancel)
    {
        var known = await db.KnownTimes.AsNoTracking().SingleOrDefaultAsync(k => k.Service == service && k.OfficeCases >= Enough, cancel);
        return known?.Time.Text;
    }
}
