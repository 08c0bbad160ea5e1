using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Bills.Import;

/// <summary>The mistakes of a file as a file, and the mappings that lie beside the program.</summary>
internal static class BillFileExport
{
    /// <summary>More than that no spreadsheet shows anyway.</summary>
    private const int MostRows = 200_000;

    public static void Map(IEndpointRouteBuilder endpoints)
    {
        var group = endpoints.MapGroup("/desk/bills/import").ExcludeFromDescription().RequireRight(Right.ImportBills);
        group.MapSheet<Asked>("/{id:guid}/mistakes", SheetOf);
        group.MapGet("/mappings/{name}", (string name) => Results.File(BillMappings.Preset(name), "application/yaml; charset=utf-8", $"{name}.yaml"));
    }

    public static IQueryable<BillFileMistake> InOrder(OfficeDb db, Guid file) => db.BillFileMistakes.AsNoTracking().Where(m => m.File == file).OrderBy(m => m.Place).ThenBy(m => m.Nth);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        await asked.Desk.GetAsync(asked.Id, cancel);
        var rows = await InOrder(asked.Db, asked.Id).Take(MostRows).ToListAsync(cancel);
        return new("mistakes", [Say("行", "Line"), Say("欄位", "Column"), Say("哪裡不對、怎麼辦", "What is wrong, and what to do")], [.. rows.Select(m => (IReadOnlyList<object?>)[m.Line, m.Column, $"{m.Reason}"])]);
    }

    private sealed record Asked(Guid Id, BillFileDesk Desk, OfficeDb Db);
}
