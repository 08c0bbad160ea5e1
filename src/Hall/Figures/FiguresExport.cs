using GridDesk.Hall.Book;
using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Hall.Figures;

/// <summary>The figures of a hall as a file, by the filter of the page: every table one under the other, the heat map last.</summary>
internal static class FiguresExport
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/hall/figures", SheetOf).RequireRight(Right.SeeHallFigures);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var (_, figures) = await asked.Reading.ReadAsync(new() { Site = asked.Site, From = Day(asked.From, "from"), Until = Day(asked.Until, "until") }, cancel);
        var kinds = HallSettings.Find(asked.Pack)!;
        TallyTable all = new(new("全部", "All"), new("", ""), [(new("全部", "All"), figures.All)]);
        return new("hall-figures",
            [Say("分類", "By"), Say("項目", "Of"), Say("人數", "Visitors"), Say("平均等候（分）", "Mean wait (min)"), Say("九成叫到（分）", "9 of 10 called within (min)"), Say("平均服務（分）", "Mean serving (min)"), Say("九成辦完（分）", "9 of 10 served within (min)"), Say("過號", "No-shows"), Say("不照順序", "Out of turn")],
            [.. TallyTable.Of(figures, kind => kinds.Of(kind).Name).Prepend(all).Append(TallyTable.Of(figures.Heat)).SelectMany(table => table.Rows.Select(row => (IReadOnlyList<object?>)
            [
                $"{table.Title}", $"{row.Name}", row.Tally.Visitors, row.Tally.Waited.Mean, row.Tally.Waited.Ninety, row.Tally.Served.Mean, row.Tally.Served.Ninety, row.Tally.Missed, row.Tally.OutOfTurn,
            ]))]);
    }

    private static LocalDate? Day(string? typed, string field) => string.IsNullOrEmpty(typed) ? null
        : Slots.ReadDay(typed) ?? throw new Refusal("hall.days", "請寫西元日期，例如 2019-01-31。", "Write a date such as 2019-01-31.", field);

    private sealed record Asked(string? Site, string? From, string? Until, FiguresReading Reading, PackInForce Pack);
}
