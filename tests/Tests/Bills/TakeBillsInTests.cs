using GridDesk.Bills;
using GridDesk.Bills.Import;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using static GridDesk.Tests.Bills.BillSheets;

namespace GridDesk.Tests.Bills;

/// <summary>Files are taken in behind the page, however often that is broken off.</summary>
[Trait("store", "both")]
public sealed class TakeBillsInTests
{
    [Fact]
    public async Task Broken_off_between_saves_another_process_goes_on_and_no_bill_stands_there_twice()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SendAsync(BillFileOf(Enumerable.Range(1, 3_400).Select(n => BillRow(n, amount: n % 100 == 0 ? "?" : "500"))));
        var id = IdOf(clerk);
        await RunAsync(office, batches: 1);
        await clerk.GoAsync($"/en/desk/bills/import/{id}");
        clerk.Text.ShouldContain("1,000 of 3,400 rows");

        using (var called = new CancellationTokenSource())
        {
            await called.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => office.WithAsync<TakeBillsIn>(run => run.RunAsync(office.Clock.GetCurrentInstant(), 3, called.Token)));
        }

        await using (var other = await office.OpenBesideAsync())
        {
            await RunAsync(other, batches: 2);
        }

        await office.FinishAsync();
        await RunAsync(office, batches: 1);
        var file = await office.WithAsync<BillFileDesk, BillFile>(desk => desk.GetAsync(id));
        (file.Handled, file.Added, file.Broken, file.IsRunning).ShouldBe((3_400, 3_366, 34, false));
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Bill>().CountAsync())).ShouldBe(3_366);
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(file.Key))).Select(h => h.Event)
            .ShouldBe([new BillFileRead(BillFileKind.Bills, 3_400), new BillFileTakenIn(BillFileKind.Bills, 3_366, 0, 0, 34)]);
    }

    [Fact]
    public async Task The_recurring_worker_takes_files_in_one_after_the_other()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.SendAsync(BillFileOf(BillRow(1)));
        office.Clock.AdvanceSeconds(1);
        await office.SendAsync(PaymentFileOf($"{Number(1)},108/06/18,1234,臨櫃\r\n"), "payments");
        for (var second = 0; second < 3; second++)
        {
            office.Clock.AdvanceSeconds(2);
            await office.RunRecurringAsync();
        }

        (await office.BillAsync(1)).State.ShouldBe(BillState.Paid);
        office.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_payment_at_the_counter_while_its_bill_is_corrected_leaves_both_in_order()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.TakeInAsync(BillFileOf(Enumerable.Range(1, 30).Select(n => BillRow(n))));
        await office.SendAsync(BillFileOf(Enumerable.Range(1, 30).Select(n => BillRow(n, due: "108/06/28"))));
        var paying = Task.WhenAll(Enumerable.Range(1, 30).Select(n => Task.Run(() => office.WithAsync<BillDesk>(desk => PayAsync(desk, n)))));
        await Task.WhenAll(paying, office.FinishAsync());
        var bills = await office.WithAsync<OfficeDb, List<Bill>>(db => db.Set<Bill>().AsNoTracking().ToListAsync());
        bills.ShouldAllBe(b => b.State == BillState.Paid);

        // Whoever comes second to one bill is told so, and tries again.
        static async Task PayAsync(BillDesk desk, int n)
        {
            for (var tries = 0; ; tries++)
            {
                try
                {
                    await desk.PaidAsync(Number(n), Instant.FromUtc(2019, 6, 19, 0, 0), Money.OfDollars(1234), PaymentChannel.Counter, Actor.Staff("1"));
                    return;
                }
                catch (Refusal refused) when (refused.Code == "conflict" && tries < 50)
                {
                    await Task.Delay(10);
                }
            }
        }
    }

    [Fact]
    public async Task A_hundred_thousand_bills_take_minutes()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1", "GRIDDESK_LONG=1 runs it");
        await using var office = await TestOffice.OpenAsync();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var taken = await office.TakeInAsync(BillFileOf(Enumerable.Range(1, 100_000).Select(n => BillRow(n))));
        TestContext.Current.TestOutputHelper!.WriteLine($"bills {clock.Elapsed.TotalSeconds:F1} s");
        taken.Added.ShouldBe(100_000);
        clock.Restart();
        (await office.TakeInAsync(PaymentFileOf(Enumerable.Range(1, 100_000).Select(n => $"{Number(n)},108/06/18,1234,超商\r\n")), "payments")).Added.ShouldBe(100_000);
        TestContext.Current.TestOutputHelper!.WriteLine($"payments {clock.Elapsed.TotalSeconds:F1} s");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(10));
    }

    private static Task RunAsync(TestOffice office, int batches) => office.WithAsync<TakeBillsIn>(run => run.RunAsync(office.Clock.GetCurrentInstant(), batches, default));
}
