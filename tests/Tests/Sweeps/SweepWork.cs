using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Sweeps;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Sweeps;

internal static class SweepWork
{
    extension(TestOffice office)
    {
        /// <summary>Runs one sweep now and gives what it found.</summary>
        public async Task<SweepResult> SweepAsync(string name)
        {
            var work = office.App.Services.GetServices<RecurringWork>().Single(w => w.Name == name);
            await office.WithAsync<IServiceProvider>(services => ((IRecur)services.GetRequiredService(work.Handler)).RunAsync(office.Clock.GetCurrentInstant(), default));
            return await office.WithAsync<OfficeDb, SweepResult>(db => db.Set<SweepResult>().AsNoTracking().SingleAsync(r => r.Name == name));
        }

        public Task PlantAsync(Func<OfficeDb, Task> fault) => office.WithAsync<OfficeDb>(db => db.CommitAsync(() => fault(db)));
    }
}
