using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Notices.Care;

/// <summary>What is to be sent, whom to call today, and what is late; first due first.</summary>
[Needs(Right.SeeRequests)]
internal sealed class CareCallsPage(OfficeDb db, CareAccess access, PackInForce pack, CurrentStaff staff, IClock clock) : PageModel
{
    private const int PageSize = 50;

    public CareFilter Filter { get; private set; } = new();

    public IReadOnlyList<CareRow> Rows { get; private set; } = [];

    /// <summary>What has to be done, each with its filter.</summary>
    public IReadOnlyList<(string Show, Phrase Label, int Count, string Kind)> Counts { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public bool MayAct => staff.Has(Right.FileRequests) && CareList.Find(pack) is not null;

    public static IReadOnlyList<Choice> Shows { get; } =
        [new("", new("還沒結束", "Open")), new("send", new("待寄", "To send")), new("call", new("該去電了", "To call now")), new("late", new("逾期", "Late")), new("ended", new("結束了", "Ended")), new("all", new("全部", "All"))];

    public async Task OnGetAsync([FromQuery] CareFilter filter, string? after)
    {
        var (cancel, now) = (HttpContext.RequestAborted, clock.Now());
        var (seen, today) = (CareRow.Seen(db, access), pack.Calendar.Today(now));
        Filter = filter;
        var found = await filter.Narrow(seen, today, now, after).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/care-calls{filter.Query(CareFilter.KeyOf(Rows[^1]))}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/care-calls{filter.Query()}";
        Counts =
        [
            ("late", new("逾期", "Late"), await Of("late"), "late"),
            ("call", new("該去電了", "To call now"), await Of("call"), "soon"),
            ("send", new("待寄", "To send"), await Of("send"), "ok"),
        ];

        Task<int> Of(string show) => new CareFilter { Show = show }.Narrow(seen, today, now).CountAsync(cancel);
    }

    public (string Kind, Phrase Text) StandingOf(CareRow row) => CareWords.Standing(row.Call, row.Duty, pack.Calendar, clock.Now());

    public string MaterialsOf(CareCall call) => string.Join(Say("、", ", "), call.Materials.Select(m => $"{CareList.Find(pack)?.NameOf(m) ?? Phrase.Same(m)}"));
}
