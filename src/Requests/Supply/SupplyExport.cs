using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Work;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Supply;

/// <summary>The control meeting's list as a file, by the filter of the page and the same rule of who may see what.</summary>
internal static class SupplyExport
{
    private const int MostRows = 50_000;

    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/supply", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var (filter, calendar) = (new SupplyFilter { Department = asked.Department, Service = asked.Service, State = asked.State }, asked.Pack.Calendar);
        var (today, templates) = (calendar.Today(asked.Clock.Now()), asked.Pack.Of(SupplyTemplates.Of));
        var rows = await filter.Order(filter.Narrow(asked.Desk.Seen, today), null).Take(MostRows).ToListAsync(cancel);
        return new("supply",
            [
                Say("號碼", "Number"), Say("項目", "Service"), Say("部門", "Department"), Say("情形", "State"), Say("現在的階段", "Stage now"), Say("階段預定", "Stage planned"), Say("受理", "Accepted"),
                Say("預定送電", "Power-on planned"), Say("估計送電", "Power-on expected"), Say("用戶希望", "Asked for"), Say("送電", "Power on"), Say("工作日", "Working days"), Say("延誤原因", "Reason for delay"), Say("補救", "Recovery"),
            ],
            [.. rows.Select(row => (IReadOnlyList<object?>)
            [
                row.Request.Name, $"{asked.Services.Version(row.Request.Service, row.Request.Definition).Name}", $"{asked.Words.Department(row.Request.Department)}", $"{row.Schedule.Standing(calendar, today).Text}",
                row.Schedule.Next is { } next ? $"{templates.NameOf(row.Schedule, next.Code)}" : null, row.Schedule.NextPlanned, row.Schedule.AcceptedOn,
                row.Schedule.PowerOn, row.Schedule.ExpectedOn, row.Schedule.Requested, row.Schedule.PoweredOn, row.Schedule.WorkingDays,
                row.Schedule.Delays.LastOrDefault() is { } delay ? $"{delay.Cause.Title}" : null, row.Schedule.Delays.LastOrDefault()?.Recovery,
            ])]) { Zone = calendar.Zone };
    }

    private sealed record Asked(string? Department, string? Service, string? State, SupplyDesk Desk, ServiceCatalogue Services, PackInForce Pack, CaseWords Words, IClock Clock);
}
