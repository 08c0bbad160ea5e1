using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests.Shadow;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Shadow;

/// <summary>A register is judged behind the page, however often that is broken off.</summary>
[Trait("store", "both")]
public sealed class ShadowRunTests
{
    [Fact]
    public async Task Broken_off_between_saves_another_process_goes_on_and_no_row_stands_there_twice()
    {
        await using var office = await TestOffice.OpenAsync();
        var head = await office.UploadAsync([.. Registers.Write(3_400), .. Encoding.UTF8.GetBytes("X1,王,,過戶\r\n")]);
        var id = Registers.IdOf(head);
        await RunAsync(office, batches: 1);
        await head.GoAsync($"/en/desk/shadow/{id}");
        head.Text.ShouldContain("1,000 of 3,401 rows");

        using (var called = new CancellationTokenSource())
        {
            await called.CancelAsync();
            await Should.ThrowAsync<OperationCanceledException>(() => office.WithAsync<ShadowRun>(run => run.RunAsync(office.Clock.GetCurrentInstant(), 3, called.Token)));
        }

        await using (var other = await office.OpenBesideAsync())
        {
            await RunAsync(other, batches: 2);
            (await ImportAsync(office, id)).Handled.ShouldBe(3_000);
        }

        await office.JudgeAsync();
        await RunAsync(office, batches: 1);
        var import = await ImportAsync(office, id);
        (import.Handled, import.Cases, import.Broken, import.IsRunning).ShouldBe((3_401, 3_400, 1, false));
        (await office.WithAsync<OfficeDb, int>(db => db.ShadowCases.CountAsync(c => c.Import == id))).ShouldBe(3_400);
        var judged = (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(import.Key))).Select(h => h.Event).ToList();
        judged[0].ShouldBe(new ShadowRegisterRead(3_401, 1));
        judged[1].ShouldBe(new ShadowJudged(3_400, 1, import.Late));
        import.Late.ShouldBeInRange(100, 3_000);
        await head.GoAsync($"/en/desk/shadow/{id}");
        head.Text.ShouldContain("of 3,401");
        await head.FollowAsync("Next page");
        head.Text.ShouldContain("Previous page");
    }

    [Fact]
    public async Task Two_registers_are_judged_one_after_the_other_and_the_recurring_worker_does_it()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.UploadAsync(Registers.Write(20, seed: 1));
        office.Clock.AdvanceSeconds(1);
        await office.UploadAsync(Registers.Write(30, seed: 2));
        for (var second = 0; second < 3; second++)
        {
            office.Clock.AdvanceSeconds(2);
            await office.RunRecurringAsync();
        }

        (await office.WithAsync<OfficeDb, List<int>>(db => db.ShadowImports.Where(i => i.DoneAt != null).OrderBy(i => i.Id).Select(i => i.Cases).ToListAsync())).ShouldBe([20, 30]);
        office.Faults.ShouldBeEmpty();
    }

    /// <summary>The promise is an hour for 100,000 cases. Long, because every other test would wait for it.</summary>
    [Fact]
    public async Task A_hundred_thousand_cases_take_minutes_and_not_an_hour()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("GRIDDESK_LONG") == "1", "GRIDDESK_LONG=1 runs it");
        await using var office = await TestOffice.OpenAsync();
        var register = Registers.Write(100_000);
        var clock = System.Diagnostics.Stopwatch.StartNew();
        var head = await office.UploadAsync(register);
        var read = clock.Elapsed;
        await office.JudgeAsync();
        var judged = clock.Elapsed;
        await head.GoAsync(head.Path);
        TestContext.Current.TestOutputHelper!.WriteLine($"{register.Length / 1048576.0:F1} MB: read {read.TotalSeconds:F1} s, judged {(judged - read).TotalSeconds:F1} s, page {(clock.Elapsed - judged).TotalSeconds:F1} s");
        head.Text.ShouldContain("of 100,000");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromMinutes(15));
    }

    private static Task RunAsync(TestOffice office, int batches) => office.WithAsync<ShadowRun>(run => run.RunAsync(office.Clock.GetCurrentInstant(), batches, default));

    private static Task<ShadowImport> ImportAsync(TestOffice office, Guid id) => office.WithAsync<ShadowDesk, ShadowImport>(desk => desk.GetAsync(id));
}
