using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Noon;
using GridDesk.Staff.Certificates;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Hall.Roster;

/// <summary>Short words for a test's roster.</summary>
internal static class RosterCases
{
    extension(TestOffice office)
    {
        public async Task CertifyAsync(string person)
        {
            var id = await office.IdOfAsync(person);
            await office.WithAsync<CertificateDesk>(desk => desk.RecordAsync(id, NoonDuty.Certificate, null, Actor.Office));
        }

        /// <summary>Plans somebody from one full hour to another, today when no day is given.</summary>
        public async Task PlanAsync(string post, string person, string? deputy, int from, int until, LocalDate? on = null)
        {
            var (id, other) = (await office.IdOfAsync(person), deputy is null ? (Guid?)null : await office.IdOfAsync(deputy));
            await office.WithAsync<IServiceProvider>(async services =>
            {
                var pack = services.GetRequiredService<PackInForce>();
                var at = Post.Find(HallSettings.Of(pack, HallCases.Site), post)!.Value;
                await services.GetRequiredService<RosterDesk>().PlanAsync(HallCases.Site, new(at, id, other, new(from, 0), new(until, 0)), [on ?? pack.Calendar.Today(office.Clock.GetCurrentInstant())], Actor.Office);
            });
        }
    }
}
