using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Deliveries;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Events;

[Trait("store", "both")]
public sealed class ChainTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task What_happens_to_a_request_is_one_chain_under_its_own_version()
    {
        var request = await office.FileAsync();
        request = await office.DoAsync(desk => desk.NoteAsync(request.Change(), "打過電話"));
        request = await office.DoAsync(desk => desk.GoToAsync(request.Change(), "checkPapers"));

        request.Version.ShouldBe(3);
        var rows = await RowsAsync(request.Key);
        rows.Select(r => r.Version).ShouldBe([1, 2, 3]);
        var head = Array.Empty<byte>();
        foreach (var row in rows)
        {
            row.Hash.ShouldBe(row.HashAfter(head));
            head = row.Hash;
        }

        request.Head.ShouldBe(head);
    }

    [Fact]
    public async Task What_happens_to_one_request_at_one_moment_is_read_in_its_order()
    {
        var request = await office.FileAsync();
        await office.NoteAsync(request, 20);
        var read = await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.BetweenAsync(office.Clock.GetCurrentInstant() - Duration.FromDays(1), office.Clock.GetCurrentInstant() + Duration.FromDays(1), Instant.MaxValue, [typeof(RequestNoted)]));
        read.Where(h => h.Subject == request.Key).Select(h => h.Version).ShouldBe(Enumerable.Range(2, 20));
    }

    [Fact]
    public async Task Of_clerks_who_change_one_request_at_the_same_moment_one_succeeds_and_the_others_are_told()
    {
        var request = await office.FileAsync();
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(n => Task.Run(() => TryAsync(desk => desk.NoteAsync(request.Change(), $"第 {n} 位")))));

        codes.Count(code => code is null).ShouldBe(1);
        codes.ShouldAllBe(code => code == null || code == "conflict");
        (await RowsAsync(request.Key)).Count.ShouldBe(2);
    }

    [Fact]
    public async Task Changes_that_carry_no_version_never_overwrite_each_other_either()
    {
        var request = await office.FileAsync(OfficeCases.Transfer(complete: false));
        var codes = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Task.Run(() => TryAsync(desk =>
            desk.SupplyAsync(new(request.Id, null, Actor.Customer), Channel.Web, [new GivenDocument("relation", null)])))));

        codes.ShouldAllBe(code => code == null || code == "conflict");
        (await RowsAsync(request.Key)).Count.ShouldBe(1 + codes.Count(code => code is null));
    }

    [Fact]
    public async Task A_clerk_who_was_shown_an_older_state_is_told_and_saves_nothing()
    {
        var request = await office.FileAsync();
        var shown = request.Change();
        await office.DoAsync(desk => desk.NoteAsync(shown, "先到"));
        (await TryAsync(desk => desk.CloseAsync(shown, Outcome.Done, null))).ShouldBe("conflict");
        (await office.DoAsync(desk => desk.GetAsync(request.Id))).Status.ShouldBe(RequestStatus.InProgress);
    }

    private async Task<string?> TryAsync(Func<RequestDesk, Task<ServiceRequest>> change)
    {
        try
        {
            await office.DoAsync(change);
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }

    private Task<List<RecordedEvent>> RowsAsync(string subject) => office.WithAsync<OfficeDb, List<RecordedEvent>>(db =>
        db.Set<RecordedEvent>().AsNoTracking().Where(e => e.Subject == subject).OrderBy(e => e.Version).ToListAsync());
}
