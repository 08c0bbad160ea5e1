using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Work;

/// <summary>The workload of the departments as a file, for the same readers as the page.</summary>
internal static class WorkloadExport
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/workload", SheetOf).RequireRight(Right.SeeRequests);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var (rows, _) = await asked.Workload.ReadAsync(cancel);
        return new("workload",
            [Say("部門", "Department"), Say("在辦", "Open"), Say("已逾期", "Overdue"), Say("本週到期", "Due this week"), Say("時鐘暫停", "Waiting"), Say($"近 {Workload.Days} 天收件", $"Received, {Workload.Days} days"), Say($"近 {Workload.Days} 天結案", $"Closed, {Workload.Days} days"), Say("收件至今中位數（天）", "Median age (days)")],
            [.. rows.Select(row => (IReadOnlyList<object?>)[$"{asked.Words.Department(row.Department)}", row.Open, row.Overdue, row.DueThisWeek, row.Waiting, row.Received, row.Closed, row.MedianAge])]);
    }

    private sealed record Asked(Workload Workload, CaseWords Words);
}
