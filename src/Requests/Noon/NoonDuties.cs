using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;

namespace GridDesk.Requests.Noon;

/// <summary>Where the one who acts stands as a volunteer of the noon service.</summary>
public sealed class NoonDuties(StaffDirectory directory, PackInForce pack, CurrentStaff staff, IClock clock)
{
    /// <summary>At this moment.</summary>
    public async Task<NoonDuty> NowAsync(CancellationToken cancel = default)
    {
        var now = clock.Now();
        var today = pack.Calendar.Today(now);
        var shift = await directory.DutyAsync(staff.Id, Role.Volunteer, now, cancel);
        return new(now, pack.Calendar.NoonBreakOn(today, shift?.Site ?? staff.Site), shift, await directory.HoldsCertificateAsync(staff.Id, NoonDuty.Certificate, today, cancel));
    }
}
