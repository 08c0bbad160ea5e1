using System.Collections.Concurrent;
using System.Globalization;
using GridDesk.Bills;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Reminders;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Reminders;

/// <summary>A reminder stops the moment a payment arrives.</summary>
[Trait("store", "both")]
public sealed class StopOnPaymentTests
{
    [Fact]
    public async Task What_was_paid_cancelled_or_corrected_before_its_reminder_left_is_not_reminded_of()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.BillsAsync(4);
        await office.RemindAsync();
        await office.PayAsync(1);
        await office.TakeInAsync(BillSheets.BillFileOf(BillSheets.BillRow(2, Reminded.DueTomorrow, state: "作廢"), BillSheets.BillRow(3, Reminded.DueTomorrow, amount: "1300")));
        await office.DeliverAsync();

        var messages = (await office.MessagesAsync()).ToDictionary(m => m.To);
        foreach (var n in (int[])[1, 2, 3])
        {
            (messages[Reminded.Mobile(n)].State, messages[Reminded.Mobile(n)].Stopped).ShouldBe((MessageState.Stopped, StopReason.Settled));
        }

        messages[Reminded.Mobile(4)].State.ShouldBe(MessageState.HandedOver);
        await office.CloseAsync();
        var closed = await office.WithAsync<OfficeDb, List<Reminder>>(db => db.Set<Reminder>().AsNoTracking().Where(r => r.ClosedAt != null).ToListAsync());
        closed.Select(r => r.PaidInTime).ShouldBe([null, null], "nothing was said, so nothing came of it");
    }

    /// <summary>
    /// Half of the payments arrive while their own reminder is being handed over, the others at any moment. Whoever carries a reminder finds
    /// its bill open when it is given the message, and still open when it has taken it.
    /// </summary>
    [Fact]
    public async Task A_payment_and_its_reminder_at_the_same_instant_never_send_after_the_payment_was_saved()
    {
        const int bills = 40;
        var carrier = new WatchingCarrier();
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel([carrier])));
        carrier.IsOpenAsync = n => office.WithAsync<OfficeDb, bool>(db => db.Set<Bill>().AnyAsync(b => b.Number == BillSheets.Number(n) && b.State == BillState.Open));
        carrier.PayAsync = n => n % 2 == 0 ? office.PayAsync(n) : Task.CompletedTask;
        await office.BillsAsync(bills);
        await office.RemindAsync();
        carrier.BillOf = (await office.MessagesAsync()).ToDictionary(m => m.Id, m => int.Parse(m.About[^6..], CultureInfo.InvariantCulture));

        var sending = Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(office.DeliverAsync)));
        var paying = Task.Run(async () =>
        {
            foreach (var n in Enumerable.Range(1, bills).Where(n => n % 2 == 1).OrderDescending())
            {
                await office.PayAsync(n);
            }
        });
        await Task.WhenAll(sending, paying);
        await office.DeliverAsync();
        await Task.WhenAll(carrier.Payments);

        carrier.Late.ShouldBeEmpty("these were handed over although their payment had been saved");
        var messages = await office.MessagesAsync();
        messages.ShouldAllBe(m => m.State == MessageState.HandedOver || m.Stopped == StopReason.Settled);
        messages.Count(m => m.State == MessageState.HandedOver).ShouldBe(carrier.Carried.Count);
        carrier.Carried.Count.ShouldBeGreaterThanOrEqualTo(bills / 2);
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Bill>().CountAsync(b => b.State == BillState.Paid))).ShouldBe(bills);
    }

    /// <summary>Has the bill paid while it takes the message, and looks before and after whether it is still open.</summary>
    private sealed class WatchingCarrier : IMessageProvider
    {
        public string Name => "watching";

        public MessageChannel Channel => MessageChannel.Sms;

        public Func<int, Task<bool>> IsOpenAsync { get; set; } = _ => Task.FromResult(true);

        public Func<int, Task> PayAsync { get; set; } = _ => Task.CompletedTask;

        public IReadOnlyDictionary<Guid, int> BillOf { get; set; } = new Dictionary<Guid, int>();

        public ConcurrentBag<int> Late { get; } = [];

        public ConcurrentBag<Guid> Carried { get; } = [];

        public ConcurrentBag<Task> Payments { get; } = [];

        public async Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
        {
            var bill = BillOf[message.Id];
            var before = await IsOpenAsync(bill);
            Payments.Add(Task.Run(() => PayAsync(bill), cancel));
            await Task.Delay(Random.Shared.Next(60), cancel);
            if (!before || !await IsOpenAsync(bill))
            {
                Late.Add(bill);
            }

            Carried.Add(message.Id);
            return new(null, $"{message.Id:N}");
        }
    }
}
