using GridDesk.Bills;
using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Staff;
using GridDesk.Staff.Access;
using GridDesk.Ui.Sheets;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Notices.Reminders;

/// <summary>The calls to be made, for a dialler or a person: the number and what to say. Who takes the list away is recorded for every customer on it.</summary>
internal static class CallExport
{
    public static void Map(IEndpointRouteBuilder endpoints) => endpoints.MapSheet<Asked>("/desk/reminders/calls", SheetOf).RequireRight(Right.RemindOfBills);

    private static async Task<Sheet> SheetOf(Asked asked, CancellationToken cancel)
    {
        var calls = await asked.List.ToMakeAsync(cancel);
        await asked.Db.CommitAsync(async () =>
        {
            foreach (var (reminder, _) in calls)
            {
                await asked.Looks.RecordAsync(asked.Staff.Id, $"bill:{reminder.Bills[0]}", "/desk/reminders/calls", "calling", cancel);
            }
        }, cancel);
        return new("calls",
            [$"{CallList.Reference}", Say("電話", "Telephone"), Say("語言", "Language"), Say("第幾次", "Call"), Say("期限", "Due"), Say("電號", "Account"), Say("要說的話", "What to say"), $"{CallList.Outcome}"],
            [.. calls.Select(row => (IReadOnlyList<object?>)
            [
                $"{row.Call.Id}", row.Call.To, row.Call.Language is Language.English ? "English" : "中文", row.Reminder.Tries, row.Reminder.DueOn, Masked.ElectricityNumber(row.Reminder.Account), row.Call.Text, null,
            ])]) { Zone = asked.Pack.Calendar.Zone };
    }

    private sealed record Asked(CallList List, OfficeDb Db, AccessLog Looks, CurrentStaff Staff, PackInForce Pack);
}
