using System.Collections.Concurrent;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Web;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Deliveries;

/// <summary>What the handlers of these tests saw, and what they were told to do.</summary>
public sealed class Errands
{
    public ConcurrentQueue<(string Subject, int Version)> Run { get; } = [];

    public ConcurrentDictionary<Guid, int> Inside { get; } = [];

    public ConcurrentQueue<string> Overlaps { get; } = [];

    public Func<Happening, Task> Act { get; set; } = _ => Task.CompletedTask;
}

/// <summary>Leaves a row for every note, so that a delivery carried out twice is seen.</summary>
internal sealed class OnNoted(Errands errands, OfficeDb db) : IHandle<RequestNoted>
{
    public async Task HandleAsync(RequestNoted happened, Happening row, CancellationToken cancel)
    {
        if (errands.Inside.AddOrUpdate(row.Id, 1, (_, inside) => inside + 1) > 1)
        {
            errands.Overlaps.Enqueue($"{row.Subject} {row.Version}");
        }

        try
        {
            db.Add(new KeptAnswer { Caller = "errand", Key = $"{row.Id}-{Guid.NewGuid()}", Asked = row.Subject, Status = row.Version, Body = "", At = row.RecordedAt });
            await errands.Act(row);
            errands.Run.Enqueue((row.Subject, row.Version));
        }
        finally
        {
            errands.Inside.AddOrUpdate(row.Id, 0, (_, inside) => inside - 1);
        }
    }
}

/// <summary>Fails before it has even begun to wait.</summary>
internal sealed class OnStepReached : IHandle<RequestStepReached>
{
    public Task HandleAsync(RequestStepReached happened, Happening row, CancellationToken cancel) => throw new InvalidOperationException("The letter box is closed");
}

internal static class ErrandOffice
{
    public static Task<TestOffice> OpenAsync(Errands errands) =>
        TestOffice.OpenAsync(services => services.AddSingleton(errands).On<RequestNoted, OnNoted>().On<RequestStepReached, OnStepReached>());

    /// <summary>Writes several notes in one save, as at one moment.</summary>
    public static Task NoteAsync(this TestOffice office, ServiceRequest request, int notes = 1) => office.WithAsync<IServiceProvider>(async services =>
    {
        var db = services.GetRequiredService<OfficeDb>();
        await db.CommitAsync(async () =>
        {
            var tracked = await db.Set<ServiceRequest>().SingleAsync(r => r.Id == request.Id);
            for (var n = 0; n < notes; n++)
            {
                services.GetRequiredService<EventLog>().Record(tracked, new RequestNoted($"{n}"), OfficeCases.Clerk);
            }
        });
    });

    public static Task<List<Delivery>> DeliveriesAsync(this TestOffice office) =>
        office.WithAsync<OfficeDb, List<Delivery>>(db => db.Set<Delivery>().AsNoTracking().OrderBy(d => d.Id).ToListAsync());

    public static Task<List<(string Subject, int Version)>> LeftAsync(this TestOffice office) => office.WithAsync<OfficeDb, List<(string, int)>>(async db =>
        [.. (await db.Set<KeptAnswer>().AsNoTracking().Where(a => a.Caller == "errand").ToListAsync()).Select(a => (a.Asked, a.Status))]);
}
