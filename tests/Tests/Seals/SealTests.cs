using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Seals;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Npgsql;

namespace GridDesk.Tests.Seals;

[Trait("store", "both")]
public sealed class SealTests
{
    [Fact]
    public async Task Every_event_is_sealed_once_and_the_rest_is_stated()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.FileAsync();
        var before = await VerifyAsync(office);
        before.Faults.ShouldBeEmpty();
        before.Unsealed.ShouldBe(before.Events);

        await SealAsync(office);
        await office.FileAsync();
        await SealAsync(office);
        await SealOnceAsync(office);
        await office.FileAsync();

        var after = await VerifyAsync(office);
        after.Faults.ShouldBeEmpty();
        after.Seals.ShouldBeGreaterThanOrEqualTo(2);
        (after.Unsealed, after.Events).ShouldBe((1, before.Events + 2));
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Seal>().SumAsync(s => s.Count))).ShouldBe(after.Events - 1);
    }

    [Theory]
    [InlineData("UPDATE events SET body = REPLACE(body, 'CY108', 'CY109') WHERE name = 'request.accepted'", "was altered")]
    [InlineData("UPDATE events SET by = 'office' WHERE name = 'request.noted'", "was altered")]
    [InlineData("UPDATE events SET happened_at = recorded_at, recorded_at = '2019-06-21 00:00:00+00' WHERE name = 'request.noted'", "was altered")]
    [InlineData("DELETE FROM events WHERE name = 'request.accepted'", "lacks event 1")]
    [InlineData("DELETE FROM events WHERE name = 'request.noted'", "there are now")]
    [InlineData("UPDATE events SET seal = NULL WHERE name = 'request.noted'", "there are now")]
    [InlineData("UPDATE events SET seal = 1 WHERE seal = 2", "there are now")]
    [InlineData("DELETE FROM seals WHERE number = 1", "does not follow the seal before")]
    [InlineData("DELETE FROM seals WHERE number = 2", "Seal 2 is missing")]
    [InlineData("DELETE FROM seals", "Seal 1 is missing")]
    [InlineData("UPDATE seals SET count = count + 1 WHERE number = 1", "closed over")]
    [InlineData("UPDATE seals SET sealed_at = '2019-06-25 00:00:00+00' WHERE number = 1", "does not agree")]
    [InlineData("INSERT INTO seals SELECT 99, 0, root, previous, hash, sealed_at FROM seals WHERE number = 2", "Seal 99 does not")]
    public async Task Whoever_meddles_with_events_or_seals_is_found_out(string meddling, string finding)
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        await SealAsync(office);
        await office.DoAsync(desk => desk.NoteAsync(request.Change(), "註記"));
        await SealAsync(office);
        (await VerifyAsync(office)).Faults.ShouldBeEmpty();

        var sql = TestOffice.OnPostgres ? meddling : meddling.Replace("+00'", "'");
        (await office.WithAsync<OfficeDb, int>(db => db.Database.ExecuteSqlRawAsync(sql))).ShouldBeGreaterThan(0);
        var faults = (await VerifyAsync(office)).Faults;
        faults.ShouldContain(f => f.En.Contains(finding), string.Join('\n', faults.Select(f => f.En)));
        faults.ShouldAllBe(f => f.Zh.Length > 0);
    }

    [Fact]
    public async Task An_event_rewritten_with_a_right_hash_of_its_own_is_found_by_the_seal()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        await SealAsync(office);
        await office.WithAsync<OfficeDb>(async db =>
        {
            var last = await db.Set<RecordedEvent>().AsNoTracking().SingleAsync(e => e.Subject == request.Key);
            var body = last.Body.Replace("CY108", "CY109");
            var hash = RecordedEvent.HashOf([], last.Subject, last.Version, last.Name, last.Shape, body, last.By, last.HappenedAt, last.RecordedAt);
            await db.Set<RecordedEvent>().Where(e => e.Id == last.Id).ExecuteUpdateAsync(set => set.SetProperty(e => e.Body, body).SetProperty(e => e.Hash, hash));
        });
        (await VerifyAsync(office)).Faults.ShouldHaveSingleItem().En.ShouldEndWith("does not agree with its events");
    }

    [Fact]
    public async Task An_event_slipped_in_behind_a_seal_is_found()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        await SealAsync(office);
        request = await office.DoAsync(desk => desk.NoteAsync(request.Change(), "註記"));
        await office.WithAsync<OfficeDb, int>(db => db.Set<RecordedEvent>().Where(e => e.Subject == request.Key && e.Seal == null).ExecuteUpdateAsync(set => set.SetProperty(e => e.Seal, 1)));
        (await VerifyAsync(office)).Faults.ShouldHaveSingleItem().En.ShouldContain("Seal 1 closed over");
    }

    [Fact]
    public async Task An_open_change_holds_the_seal_back_until_it_is_saved()
    {
        Assert.SkipUnless(TestOffice.OnPostgres, "SQLite has one writer at a time");
        await using var office = await TestOffice.OpenAsync();
        await SealAsync(office);
        await using var other = new NpgsqlConnection(office.Options.Postgres);
        await other.OpenAsync();
        await using var open = await other.BeginTransactionAsync();
        await using (var write = new NpgsqlCommand("INSERT INTO tries (what, since, count) VALUES ('open', now(), 1)", other, open))
        {
            await write.ExecuteNonQueryAsync();
        }

        await office.FileAsync();
        await SealOnceAsync(office);
        (await VerifyAsync(office)).Unsealed.ShouldBe(1, "an older transaction may still bring an event");

        await open.CommitAsync();
        await SealAsync(office);
        var findings = await VerifyAsync(office);
        (findings.Unsealed, findings.Faults.Count).ShouldBe((0, 0));
    }

    [Fact]
    public void A_merkle_root_depends_on_every_leaf_and_on_their_order()
    {
        byte[][] leaves = [[1], [2], [3], [4], [5]];
        var roots = new List<string> { RootOf(leaves), RootOf([.. leaves.Reverse()]), RootOf(leaves[..4]), RootOf([.. leaves, [5]]), RootOf([[1], [2], [3], [4], [6]]), RootOf([]) };
        roots.ShouldBeUnique();

        static string RootOf(byte[][] hashes) => Convert.ToHexString(Seal.MerkleRoot(hashes));
    }

    // On PostgreSQL a change in any database of the server holds seals back for a moment, and other tests make changes.
    private static async Task SealAsync(TestOffice office)
    {
        var left = 1;
        for (var tries = 0; tries < 200 && left > 0; tries++)
        {
            await SealOnceAsync(office);
            left = (await VerifyAsync(office)).Unsealed;
            await Task.Delay(left > 0 ? 50 : 0);
        }
    }

    private static Task SealOnceAsync(TestOffice office) => office.WithAsync<Sealer>(sealer => sealer.RunAsync(office.Clock.GetCurrentInstant(), default));

    private static Task<Findings> VerifyAsync(TestOffice office) => office.WithAsync<OfficeDb, Findings>(db => Verification.RunAsync(db));
}
