using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;

namespace GridDesk.Notices.Phone;

/// <summary>Every night: a device that nobody used for more than a year is forgotten, and one on which nothing was ever kept after a month.</summary>
internal sealed class ForgetDevices(OfficeDb db, PhoneDesk desk) : IRecur
{
    private const int AtOnce = 500;

    public async Task RunAsync(Instant now, CancellationToken cancel)
    {
        var (year, month) = (now - Duration.FromDays(400), now - Duration.FromDays(30));
        var kept = db.KeptCases;
        var old = await db.Devices.Where(d => d.SeenAt < year || (d.SeenAt < month && !kept.Any(k => k.Device == d.Id))).OrderBy(d => d.SeenAt).Take(AtOnce).ToListAsync(cancel);
        foreach (var device in old)
        {
            await desk.ForgetAsync(device, cancel);
        }
    }
}
