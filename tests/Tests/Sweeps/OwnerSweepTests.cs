using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Promises;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Sweeps;

/// <summary>Files that belong to nobody, requests that nobody is chased for.</summary>
[Trait("store", "both")]
public sealed class OwnerSweepTests : IAsyncLifetime
{
    private TestOffice _office = null!;

    public async ValueTask InitializeAsync() => _office = await TestOffice.OpenAsync();

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task A_file_that_nobody_knows_any_more_is_removed_with_its_bytes_and_can_be_sent_again()
    {
        byte[] left = [.. ApiCaller.Pdf, 1], kept = [.. ApiCaller.Pdf, 2];
        await TakeAsync(left);
        await TakeAsync(kept);
        await _office.PlantAsync(db => db.Set<Upload>().Where(u => u.Hash == HashOf(left)).ExecuteDeleteAsync());
        (await SweepAllAsync()).ShouldBe(0, "whoever sent it may be about to");
        _office.Clock.AdvanceHours(24);
        (await SweepAllAsync()).ShouldBe(1);
        await Should.ThrowAsync<Exception>(ReadAsync(left));
        (await ReadAsync(kept)).ShouldBe(kept);

        await TakeAsync(left);
        (await ReadAsync(left)).ShouldBe(left);
    }

    [Fact]
    public async Task A_file_that_is_sent_again_meanwhile_stays()
    {
        await TakeAsync(ApiCaller.Pdf);
        _office.Clock.AdvanceHours(30);
        await TakeAsync(ApiCaller.Pdf);
        await _office.PlantAsync(db => db.Set<Upload>().ExecuteDeleteAsync()); // as if its upload were not saved yet
        (await SweepAllAsync()).ShouldBe(0);
        (await ReadAsync(ApiCaller.Pdf)).ShouldBe(ApiCaller.Pdf);
    }

    [Fact]
    public async Task An_open_request_whose_promise_is_gone_or_closed_is_shown()
    {
        var (closed, gone, fine) = (await _office.FileAsync(), await _office.FileAsync(), await _office.FileAsync());
        await _office.FileAsync(OfficeCases.Transfer(complete: false)); // papers that were only taken in have none
        (await _office.SweepAsync("unpromised-requests")).Found.ShouldBe(0);
        await _office.PlantAsync(db => db.Set<Promise>().Where(p => p.Id == closed.PromiseId).ExecuteUpdateAsync(set => set.SetProperty(p => p.ClosedAt, _office.Clock.GetCurrentInstant())));
        await _office.PlantAsync(db => db.Set<Promise>().Where(p => p.Id == gone.PromiseId).ExecuteDeleteAsync());
        var swept = await _office.SweepAsync("unpromised-requests");
        swept.Examples.Select(e => e.What).ShouldBe([closed.Number!, gone.Number!], ignoreOrder: true);
        fine.Number.ShouldNotBeNull();

        var auditor = await _office.SignInAsync("auditor");
        await auditor.GoAsync("/en/desk/admin/work");
        auditor.Text.ShouldContain("Accepted requests under which no promise runs");
        auditor.Text.ShouldContain(closed.Number!);
        auditor.Text.ShouldContain("ask the supervisor to see to them by number");
    }

    private static string HashOf(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private Task TakeAsync(byte[] bytes) => _office.WithAsync<FileStore, Upload>(files => files.TakeAsync("scan.pdf", bytes, null, _office.Clock.GetCurrentInstant()));

    private Task<byte[]> ReadAsync(byte[] bytes) => _office.WithAsync<FileStore, byte[]>(files => files.ReadAsync(HashOf(bytes)));

    // A sixteenth of them every hour.
    private async Task<int> SweepAllAsync()
    {
        var removed = 0;
        for (var hour = 0; hour < 16; hour++)
        {
            removed += (await _office.SweepAsync("orphan-files")).Mended;
            _office.Clock.AdvanceHours(1);
        }

        return removed;
    }
}
