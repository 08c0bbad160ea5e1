using System.Net.Http.Json;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Work;

/// <summary>The list is read along indexes, part by part of the rule; page after page it holds exactly what the rule lets in.</summary>
[Trait("store", "both")]
public sealed class PromiseListTests
{
    [Fact]
    public async Task Page_after_page_a_list_holds_what_its_reader_may_see_once_and_in_order_whoever_reads()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = $"{await office.IdOfAsync("clerk")}";
        var random = new Random(Environment.TickCount);
        for (var i = 0; i < 130; i++)
        {
            await office.FileAsync($"客{i}");
        }

        await office.WithAsync<OfficeDb>(db => db.CommitAsync(async () =>
        {
            foreach (var promise in await db.Set<Promise>().ToListAsync())
            {
                var department = random.Next(3) == 0 ? "service-centre" : "billing";
                var owner = random.Next(4) == 0 ? clerk : null;
                Instant? due = random.Next(3) == 0 ? null : promise.ReceivedAt + Duration.FromDays(random.Next(12));
                await db.Set<Promise>().Where(p => p.Id == promise.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.Department, department).SetProperty(p => p.Owner, owner).SetProperty(p => p.DueAt, due));
                await db.Requests.Where(r => r.PromiseId == promise.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.Department, department).SetProperty(r => r.Owner, owner));
            }
        }));
        var all = await office.WithAsync<OfficeDb, List<(Guid Request, Instant? Due, bool Ours)>>(async db =>
            [.. (await db.Requests.Join(db.Set<Promise>(), r => r.PromiseId, p => p.Id, (r, p) => new { r.Id, p.DueAt, p.Department, p.Owner }).ToListAsync())
                .Select(row => (row.Id, row.DueAt, row.Department == "service-centre" || row.Owner == clerk))]);

        foreach (var (user, role, ours) in new[] { ("clerk", Role.Clerk, true), ("supervisor", Role.Supervisor, false) })
        {
            var listed = await ListAsync(office, await Api.ApiCaller.TokenAsync(office, user, role));
            listed.Select(row => row.Request).ShouldBe(all.Where(row => row.Ours || !ours).Select(row => row.Request), ignoreOrder: true);
            listed.Select(row => row.Request).ShouldBeUnique();
            listed.Select(row => row.Due ?? Instant.MaxValue).ShouldBeInOrder();
        }
    }

    private static async Task<List<(Guid Request, Instant? Due)>> ListAsync(TestOffice office, string token)
    {
        List<(Guid, Instant?)> listed = [];
        for (string? after = ""; after is not null;)
        {
            var message = new HttpRequestMessage(HttpMethod.Get, $"/api/desk/promises?after={Uri.EscapeDataString(after)}");
            message.Headers.Authorization = new("Bearer", token);
            var page = (await (await office.Api().SendAsync(message)).Content.ReadFromJsonAsync<JsonObject>())!;
            listed.AddRange(page["promises"]!.AsArray().Select(p => (p!["request"]!.GetValue<Guid>(), p["due"] is { } due ? NodaTime.Text.InstantPattern.ExtendedIso.Parse((string)due!).Value : (Instant?)null)));
            after = (string?)page["next"];
        }

        return listed;
    }
}
