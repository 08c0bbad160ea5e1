using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Notices;
using GridDesk.Notices.Receipts;
using GridDesk.Requests;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices.Reminders;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Sweeps;

/// <summary>Messages that nobody sends or hears of, reminders without a message.</summary>
[Trait("store", "both")]
public sealed class NoticeSweepTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await TestOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_message_whose_delivery_was_lost_is_sent_once_all_the_same()
    {
        await QueueAsync();
        await _office.PlantAsync(db => db.Set<Delivery>().Where(d => d.Queue == "email").ExecuteDeleteAsync());
        _office.Clock.AdvanceMinutes(16);
        (await _office.SweepAsync("missing-sending")).Mended.ShouldBe(1);
        (await _office.SweepAsync("missing-sending")).Found.ShouldBe(0, "somebody is about to send it");
        await _office.DeliverAsync();
        (await MessageAsync()).State.ShouldBe(MessageState.HandedOver);
        (await _office.WithAsync<OfficeDb, int>(db => db.Attempts.CountAsync())).ShouldBe(1);
    }

    [Fact]
    public async Task A_message_that_nobody_knows_the_cause_of_is_left_to_a_person()
    {
        await QueueAsync();
        await _office.PlantAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM deliveries WHERE queue = 'email'"));
        await _office.PlantAsync(db => db.Database.ExecuteSqlRawAsync("DELETE FROM events WHERE name = 'message.queued'"));
        _office.Clock.AdvanceMinutes(16);
        (await _office.SweepAsync("missing-sending")).Examples.ShouldBe([new((await MessageAsync()).Key)]);
    }

    [Fact]
    public async Task A_receipt_that_crossed_its_message_is_taken()
    {
        await HandedOverAsync("sms-1", "r1");
        await ReceiptAsync("sms-1", "r1", ReceiptFate.UnknownMessage);
        await ReceiptAsync("sms-1", "of somebody else", ReceiptFate.UnknownMessage);
        (await _office.SweepAsync("unapplied-receipts")).Mended.ShouldBe(1);
        (await MessageAsync()).State.ShouldBe(MessageState.Delivered);
        (await _office.SweepAsync("unapplied-receipts")).Found.ShouldBe(0);
    }

    [Fact]
    public async Task A_provider_that_gives_receipts_and_owes_some_for_days_is_named_and_one_that_gives_none_is_not()
    {
        await HandedOverAsync("sms-1", "r1");
        _office.Clock.AdvanceDays(4);
        (await _office.SweepAsync("silent-providers")).Found.ShouldBe(0);
        await ReceiptAsync("sms-1", "of another", ReceiptFate.Taken);
        (await _office.SweepAsync("silent-providers")).Examples.ShouldBe([new("sms-1: 1")]);
    }

    [Fact]
    public async Task A_reminder_whose_message_is_gone_is_shown_with_its_bill()
    {
        await _office.BillsAsync(2);
        await _office.RemindAsync();
        (await _office.SweepAsync("lost-reminders")).Found.ShouldBe(0);
        var lost = (await _office.MessagesAsync())[0].Id;
        await _office.PlantAsync(db => db.Messages.Where(m => m.Id == lost).ExecuteDeleteAsync());
        var swept = await _office.SweepAsync("lost-reminders");
        (swept.Left, swept.Examples.Single().What).ShouldBeOneOf((1, BillSheets.Number(1)), (1, BillSheets.Number(2)));
    }

    // The acceptance has queued its mail; nobody has sent it yet.
    private async Task QueueAsync()
    {
        await _office.FileAsync(OfficeCases.Transfer() with { Applicant = new Applicant("陳玉蘭", "0912-345-678", "yulan@example.com") });
        await _office.App.Services.GetRequiredService<DeliveryWorker>().DeliverNextAsync();
        (await MessageAsync()).State.ShouldBe(MessageState.Waiting);
    }

    private async Task HandedOverAsync(string provider, string reference)
    {
        await QueueAsync();
        await _office.DeliverAsync();
        await _office.PlantAsync(db => db.Messages.ExecuteUpdateAsync(set => set.SetProperty(m => m.Provider, provider).SetProperty(m => m.Reference, reference)));
    }

    private Task ReceiptAsync(string provider, string reference, ReceiptFate fate) => _office.PlantAsync(db => Task.FromResult(db.Add(
        new Receipt { Id = Guid.CreateVersion7(), Provider = provider, At = _office.Clock.GetCurrentInstant(), Fate = fate, Reference = reference, State = "delivered" })));

    private Task<Message> MessageAsync() => _office.WithAsync<OfficeDb, Message>(db => db.Messages.AsNoTracking().SingleAsync());
}
