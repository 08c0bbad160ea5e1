using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests.Noon;
using GridDesk.Staff;
using GridDesk.Staff.Certificates;
using GridDesk.Staff.Shifts;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Noon;

/// <summary>The volunteer of a test's office.</summary>
internal static class Volunteering
{
    /// <summary>Ten past twelve.</summary>
    public static readonly Instant Noon = Instant.FromUtc(2019, 6, 20, 4, 10);

    /// <summary>Signed in over noon, on a shift at another site than usual.</summary>
    public static async Task<Visitor> VolunteerAsync(this TestOffice office, bool certified)
    {
        office.Clock.Reset(Noon);
        var id = await office.IdOfAsync("volunteer");
        if ((await office.WithAsync<StaffDirectory, Duty?>(staff => staff.DutyAsync(id, Role.Volunteer, Noon))) is null)
        {
            await office.WithAsync<ShiftDesk>(desk => desk.PlanAsync(id, "puzi", Role.Volunteer, Noon - Duration.FromMinutes(30), Noon + Duration.FromMinutes(80), Actor.Office));
        }

        await office.WithAsync<CertificateDesk>(async desk =>
        {
            foreach (var had in await office.WithAsync<OfficeDb, List<Guid>>(db => db.Set<Certificate>().Where(c => c.Staff == id).Select(c => c.Id).ToListAsync()))
            {
                await desk.WithdrawAsync(id, had, Actor.Office);
            }

            if (certified)
            {
                await desk.RecordAsync(id, NoonDuty.Certificate, new LocalDate(2019, 12, 31), Actor.Office);
            }
        });
        return await office.SignInAsync("volunteer");
    }
}
