using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Sweeps;
using GridDesk.Notices.Webhooks;
using GridDesk.Tests.Deliveries;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices.Webhooks;
using GridDesk.Web;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace GridDesk.Tests.Sweeps;

/// <summary>Whatever is written down to be done, somebody does it.</summary>
[Trait("store", "both")]
public sealed class WorkersTests
{
    [Fact]
    public async Task Every_kind_of_delivery_has_a_worker_that_takes_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var (kinds, now) = (office.App.Services.GetRequiredService<Subscriptions>().All, office.Clock.GetCurrentInstant());
        kinds.Count.ShouldBeGreaterThan(20);
        await office.PlantAsync(db =>
        {
            db.AddRange(kinds.Select((kind, number) => new Delivery { Id = Guid.CreateVersion7(), Event = Guid.NewGuid(), Handler = kind.Handler.FullName!, Lane = $"{number}", Queue = kind.Queue.Name, Version = 1, RecordedAt = now, DueAt = now }));
            return Task.CompletedTask;
        });
        var worker = office.App.Services.GetRequiredService<DeliveryWorker>();
        await worker.StartAsync(default);
        await Soon.IsSoAsync(async () => (await ErrandOffice.DeliveriesAsync(office)).All(d => d is { Attempts: > 0, LastError: not null }), "each was tried");
        await worker.StopAsync(default);
    }

    [Fact]
    public async Task What_is_written_for_a_receiver_is_taken_by_the_worker_of_the_webhooks()
    {
        await using var receiver = await HookReceiver.OpenAsync();
        await using var office = await WebhookWork.OpenAsync();
        var id = (await office.RegisterAsync(receiver)).Id;
        await office.WithAsync<WebhookDesk>(desk => desk.SendTestAsync(id));
        var worker = office.App.Services.GetRequiredService<WebhookWorker>();
        await worker.StartAsync(default);
        await Soon.IsSoAsync(() => Task.FromResult(!receiver.Taken.IsEmpty), "the receiver was called");
        await worker.StopAsync(default);
    }

    /// <summary>Whoever adds a table of work adds who works it off, and a sweep.</summary>
    [Fact]
    public async Task The_program_runs_these_workers_and_has_no_other_tables_of_work()
    {
        await using var office = await TestOffice.OpenAsync();
        var tables = await office.WithAsync<OfficeDb, List<string>>(db => Task.FromResult(db.Model.GetEntityTypes()
            .Where(e => e.FindProperty("LeaseUntil") is not null || e.FindProperty("GivenUpAt") is not null || e.FindProperty("Attempts") is not null).Select(e => e.ClrType.Name).Order().ToList()));
        tables.ShouldBe([nameof(Delivery), nameof(Recurrence), nameof(WebhookDelivery), nameof(WebhookReceiver)]);

        await using var program = OfficeProgram.Build(office.Options, builder => builder.Services.AddSingleton(TestOffice.Opening() as IClock));
        new[] { typeof(DeliveryWorker), typeof(RecurringWorker), typeof(WebhookWorker) }.ShouldBeSubsetOf(program.Services.GetServices<IHostedService>().Select(s => s.GetType()));
    }

    [Fact]
    public async Task Every_sweep_has_its_line()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var sweeps = office.App.Services.GetServices<Sweep>().ToList();
        sweeps.Count.ShouldBeGreaterThanOrEqualTo(10);
        var admin = await office.SignInAsync("admin");
        await admin.GoAsync("/en/desk/admin/work");
        foreach (var sweep in sweeps)
        {
            admin.Text.ShouldContain(sweep.Name);
        }

        office.Clock.AdvanceHours(3);
        (await admin.GoAsync("/en/desk/admin/work")).Text.ShouldContain("Overdue");
    }
}
