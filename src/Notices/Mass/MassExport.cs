using GridDesk.Customers.Fields;
using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Notices.Mass;

/// <summary>The accounts that nobody heard of it for, so that somebody goes there or rings.</summary>
internal static class MassExport
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/mass-notices/{id:guid}/not-told", SheetOf).RequireRight(Right.TellMany);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        await asked.Desk.GetAsync(asked.Id, cancel);
        var accounts = await asked.Db.NotToldOf(asked.Id).OrderBy(account => account).ToListAsync(cancel);
        return new("not-told", [Say("電號", "Electricity number")], [.. accounts.Select(account => (IReadOnlyList<object?>)[ElectricityNumber.Parse(account).ToString()])]);
    }

    private sealed record Asked(Guid Id, OfficeDb Db, MassDesk Desk);
}
