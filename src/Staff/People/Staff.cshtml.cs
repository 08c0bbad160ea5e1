using GridDesk.Kernel.Data;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Staff.People;

[Needs(Right.ManageStaff)]
internal sealed class StaffPage(OfficeDb db, OfficePlaces places) : PageModel
{
    public StaffFilter Filter { get; private set; } = new();

    public OfficePlaces Places => places;

    public IReadOnlyList<StaffRow> Rows { get; private set; } = [];

    public int Total { get; private set; }

    public string? Next { get; private set; }

    public IEnumerable<SelectListItem> Departments =>
        [Item(Say("全部部門", "All departments"), "", Filter.Department ?? ""), .. places.Departments.Select(place => Item($"{place.Name}", place.Code, Filter.Department))];

    public IEnumerable<SelectListItem> Roles =>
        [Item(Say("全部角色", "All roles"), "", $"{Filter.Role}"), .. Enum.GetValues<Role>().Select(role => Item($"{role.Title}", $"{role}", $"{Filter.Role}"))];

    public IEnumerable<SelectListItem> States =>
        [Item(Say("在職", "Working here"), "false", Filter.Left ? "true" : "false"), Item(Say("已停用", "Let go"), "true", Filter.Left ? "true" : "false")];

    public IEnumerable<SelectListItem> Sorts =>
        [
            Item(Say("姓名", "Name"), "Name", $"{Filter.Sort}"),
            Item(Say("員工編號", "Employee number"), "Number", $"{Filter.Sort}"),
            Item(Say("部門", "Department"), "Department", $"{Filter.Sort}"),
        ];

    public async Task OnGetAsync([FromQuery] StaffFilter filter, string? after)
    {
        Filter = filter;
        Total = await filter.Apply(db.Staff).CountAsync(HttpContext.RequestAborted);
        (Rows, var ended) = await StaffList.ReadAsync(db, filter, after, HttpContext.RequestAborted);
        Next = ended is null ? null : "/desk/staff" + new QueryBuilder
        {
            { "q", filter.Q ?? "" }, { "department", filter.Department ?? "" }, { "role", $"{filter.Role}" },
            { "left", filter.Left ? "true" : "false" }, { "sort", $"{filter.Sort}" }, { "after", ended },
        };
    }

    private static SelectListItem Item(string text, string value, string? chosen) => new(text, value, value == chosen);
}
