using GridDesk.Customers;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Coordinate;

/// <summary>The list of tasks as a file, by the filter of the page and the same rule of who may see what; customers masked.</summary>
internal static class TaskExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/tasks", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var (staff, calendar, now) = (asked.Staff, asked.Pack.Calendar, asked.Clock.Now());
        var rows = await new TaskFilter { State = asked.State, Whose = asked.Whose, Unit = asked.Unit }
            .Narrow(asked.Desk.Register, staff.Actor.Key, staff.Department, now).Take(MostRows).ToListAsync(cancel);
        var names = await asked.Directory.NamesAsync([.. rows.Select(row => Guid.TryParse(row.Task.Owner, out var id) ? id : Guid.Empty).Distinct()], cancel);
        var units = new Units(asked.Pack);
        return new("tasks",
            [Say("編號", "Number"), Say("項目", "Service"), Say("用戶", "Customer"), Say("部門或機關", "Unit"), Say("方式", "Form"), Say("要做什麼", "Question"), Say("承辦人", "Owner"), Say("請的時間", "Asked"), Say("期限", "Due"), Say("結束", "Ended"), Say("答復", "Answer"), Say("等了幾個工作日", "Working days waited")],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Name, $"{asked.Services.Version(row.Request.Service, row.Request.Definition).Name}", Masked.Name(row.Request.Particulars.Name), $"{units.NameOf(row.Task)}", $"{row.Task.Form.Title}", row.Task.Question,
                Guid.TryParse(row.Task.Owner, out var owner) ? names.GetValueOrDefault(owner) : null, row.Task.AskedAt, row.Promise.DueAt, row.Task.EndedAt, row.Task.Answer, Waited.DaysOf([(row.Task.AskedAt, row.Task.EndedAt ?? now)], calendar),
            ])]) { Zone = calendar.Zone };
    }

    private sealed record Asked(string? State, string? Whose, string? Unit, TaskDesk Desk, PackInForce Pack, ServiceCatalogue Services, StaffDirectory Directory, CurrentStaff Staff, IClock Clock);
}
