using GridDesk.Kernel.Data;
using GridDesk.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.Rendering;
using NodaTime.Text;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Staff.Access;

[Needs(Right.SeeAccessLog)]
internal sealed class AccessPage(OfficeDb db, Chrome chrome, IEnumerable<LookedAt> kinds) : PageModel
{
    private const int PageSize = 100;

    public AccessFilter Filter { get; private set; } = new();

    public IReadOnlyList<AccessRow> Rows { get; private set; } = [];

    public IEnumerable<SelectListItem> People { get; private set; } = [];

    public string? Next { get; private set; }

    public QueryString Query => new QueryBuilder
    {
        { "who", $"{Filter.Who}" }, { "whom", Filter.Whom ?? "" }, { "from", Text(Filter.From) }, { "until", Text(Filter.Until) },
    }.ToQueryString();

    public async Task OnGetAsync([FromQuery] AccessFilter filter, Guid? after)
    {
        Filter = filter;
        var looks = filter.Read(db, chrome.Zone);
        var found = await (after is { } last ? looks.Where(row => row.Id.CompareTo(last) < 0) : looks).Take(PageSize + 1).ToListAsync(HttpContext.RequestAborted);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"/desk/admin/access{Query}&after={Rows[^1].Id}" : null;
        People =
        [
            new SelectListItem(Say("所有人", "Everybody"), ""),
            .. (await db.Staff.OrderBy(m => m.Name).Select(m => new { m.Id, m.Name }).ToListAsync(HttpContext.RequestAborted))
                .Select(m => new SelectListItem(m.Name, $"{m.Id}", m.Id == filter.Who)),
        ];
    }

    /// <summary>The word for a kind of subject; any other text is what people wrote themselves.</summary>
    public string Word(string text) => kinds.FirstOrDefault(kind => kind.Code == text)?.Name.ToString() ?? text;

    public string Text(LocalDate? day) => day is null ? "" : LocalDatePattern.Iso.Format(day.Value);
}
