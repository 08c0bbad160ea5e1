using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Work;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Requests.Handovers;

/// <summary>The inbox: what the call centre passed on, first due first.</summary>
[Needs(Right.SeeRequests)]
internal sealed class HandoversPage(OfficeDb db, HandoverAccess access, StaffDirectory directory, PackInForce pack, CurrentStaff staff, CaseWords words, IClock clock) : PageModel
{
    private const int PageSize = 50;

    public HandoverFilter Filter { get; private set; } = new();

    public IReadOnlyList<HandoverRow> Rows { get; private set; } = [];

    public IReadOnlyDictionary<Guid, string> Names { get; private set; } = new Dictionary<Guid, string>();

    public int Waiting { get; private set; }

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public CaseWords Words => words;

    public bool SeesAll => staff.Has(Right.SeeAllRequests);

    public IReadOnlyList<Department> Departments => pack.Departments.At(pack.Calendar.Today(clock.Now()));

    public IReadOnlyList<HandoverKind> Kinds => HandoverKinds.Of(pack).Kinds;

    public async Task OnGetAsync([FromQuery] HandoverFilter filter, string? after)
    {
        var (cancel, now) = (HttpContext.RequestAborted, clock.Now());
        Filter = filter;
        var seen = HandoverRow.Seen(db, access);
        Waiting = await seen.CountAsync(row => row.Handover.State == HandoverState.Received, cancel);
        var found = await filter.Narrow(seen, now, after).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize)];
        Next = found.Count > PageSize ? $"~/desk/handovers{filter.Query(HandoverFilter.KeyOf(Rows[^1]))}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/handovers{filter.Query()}";
        Names = await directory.NamesAsync([.. Rows.Select(row => Guid.TryParse(row.Handover.Handler, out var id) ? id : Guid.Empty).Distinct()], cancel);
    }

    public Phrase KindOf(HandoverRow row) => HandoverWords.KindOf(pack, row.Handover.Kind);

    /// <summary>How it stands: an open one by its clock, an ended one by how it ended.</summary>
    public Standing StandingOf(HandoverRow row) => row.Handover switch
    {
        { IsOpen: true } => Standing.Of(row.Promise.DueAt, row.Promise.Stopped, pack.Calendar, clock.Now()),
        { InTime: false } late => new("late", new($"{late.State.Title.Zh}，逾期", $"{late.State.Title.En}, late"), null),
        var ended => new("done", ended.State.Title, null),
    };

    public string HandlerOf(HandoverRow row) => Guid.TryParse(row.Handover.Handler, out var id) && Names.TryGetValue(id, out var name) ? name : Say("還沒有人", "nobody yet");
}
