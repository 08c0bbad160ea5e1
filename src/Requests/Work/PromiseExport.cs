using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Work;

/// <summary>The list of open promises as a file, by the same filter and the same rule of who may see what; customers masked.</summary>
internal static class PromiseExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/promises", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var filter = new PromiseFilter { Department = asked.Department, Service = asked.Service, Light = asked.Light, Owner = asked.Owner, Sort = asked.Sort };
        var rows = await CaseRow.Of(asked.List.All(filter).Take(MostRows)).ToListAsync(cancel);
        var names = await asked.Directory.NamesAsync([.. rows.Select(r => Guid.TryParse(r.Owner, out var id) ? id : Guid.Empty).Distinct()], cancel);
        var words = asked.Words;
        return new("promises",
            [Say("號碼", "Number"), Say("項目", "Service"), Say("用戶", "Customer"), Say("下一步", "Next"), Say("部門", "Department"), Say("承辦人", "Owner"), Say("狀態", "State"), Say("期限", "Due"), Say("告知", "Told"), Say("收到", "Received")],
            [.. rows.Select(r => (IReadOnlyList<object?>)
            [
                r.Number, $"{words.Service(r)}", Masked.Name(r.CustomerName), $"{words.Step(r)}", $"{words.Department(r.Department)}",
                Guid.TryParse(r.Owner, out var owner) ? names.GetValueOrDefault(owner) : null, $"{words.Standing(r).Text}", r.DueAt, r.Told, r.ReceivedAt,
            ])]) { Zone = asked.Pack.Calendar.Zone };
    }

    private sealed record Asked(
        string? Department, string? Service, string? Light, string? Owner, string? Sort,
        PromiseList List, PackInForce Pack, StaffDirectory Directory, CaseWords Words);
}
