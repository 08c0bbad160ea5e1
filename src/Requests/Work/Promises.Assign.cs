using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;

namespace GridDesk.Requests.Work;

internal sealed partial class PromisesPage
{
    /// <summary>Ticked cases, each as <c>id~version</c> that was shown.</summary>
    [BindProperty]
    public IReadOnlyList<string> Ticked { get; set; } = [];

    /// <summary>Who shall see them through: a person, or a department that gives them to somebody itself (<see cref="Receiver"/>).</summary>
    [BindProperty]
    public string? To { get; set; }

    /// <summary>What a list with this filter shall be called.</summary>
    [BindProperty]
    public string? ListName { get; set; }

    /// <summary>How many were given to somebody just now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Given { get; set; }

    /// <summary>Numbers of cases that were not, because somebody else had just changed them or they are not the reader's to give.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Left { get; set; }

    public IReadOnlyList<SavedList> Lists { get; private set; } = [];

    public bool MayAssign => staff.Has(Right.HandleRequests);

    /// <summary>Gives the ticked cases to one person or department; each stands or falls alone.</summary>
    [AlsoNeeds(Right.HandleRequests)]
    public async Task<IActionResult> OnPostAssignAsync([FromQuery] PromiseFilter filter)
    {
        Filter = filter;
        var cancel = HttpContext.RequestAborted;
        var receiver = Receiver.Read(To, await OwnersAsync(filter, cancel), Departments);
        var cases = Ticked.Select(Read).OfType<(Guid Id, int Version)>().DistinctBy(one => one.Id).ToList();
        if (cases.Count == 0)
        {
            throw new Refusal("promises.none-ticked", "請先勾選要指派的案件。", "Tick the cases to give first.");
        }

        var ids = cases.Select(one => one.Id).ToList();
        var seen = await db.Requests.AsNoTracking().Where(access.Rule).Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Number ?? r.Slip!, cancel);
        var left = ids.Where(id => !seen.ContainsKey(id)).Select(_ => "?").ToList();
        foreach (var (id, version) in cases.Where(one => seen.ContainsKey(one.Id)))
        {
            try
            {
                await desk.AssignAsync(new(id, version, staff.Actor), receiver.Owner, receiver.Department, cancel);
            }
            catch (Refusal)
            {
                left.Add(seen[id]);
            }
        }

        return LocalRedirect(QueryHelpers.AddQueryString($"~/desk/promises{filter.Query()}",
            new Dictionary<string, string?> { ["given"] = $"{cases.Count - left.Count}", ["left"] = left.Count == 0 ? null : string.Join(' ', left.Take(20)) }));
    }

    /// <summary>Keeps the filter under a name.</summary>
    public async Task<IActionResult> OnPostKeepAsync([FromQuery] PromiseFilter filter)
    {
        Filter = filter;
        var (cancel, name) = (HttpContext.RequestAborted, ListName?.Trim() ?? "");
        if (name.Length is 0 or > SavedList.LongestName)
        {
            throw new Refusal("list.name", $"請給清單一個名字，最多 {SavedList.LongestName} 字。", $"Give the list a name of at most {SavedList.LongestName} characters.", "listName");
        }

        await db.CommitAsync(async () =>
        {
            var mine = await db.SavedLists.Where(list => list.Staff == staff.Id).ToListAsync(cancel);
            if (mine.FirstOrDefault(list => list.Name == name) is { } same)
            {
                same.Query = filter.Query();
                return;
            }

            if (mine.Count >= SavedList.AtMost)
            {
                throw new Refusal("list.too-many", $"最多留 {SavedList.AtMost} 個清單，請先刪掉一個。", $"At most {SavedList.AtMost} lists are kept; remove one first.", "listName");
            }

            db.Add(new SavedList { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Staff = staff.Id, Name = name, Query = filter.Query() });
        }, cancel);
        return LocalRedirect($"~/desk/promises{filter.Query()}");
    }

    public async Task<IActionResult> OnPostForgetAsync([FromQuery] PromiseFilter filter, Guid list)
    {
        await db.CommitAsync(() => db.SavedLists.Where(kept => kept.Id == list && kept.Staff == staff.Id).ExecuteDeleteAsync(HttpContext.RequestAborted), HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/promises{filter.Query()}");
    }

    private static (Guid, int)? Read(string ticked) =>
        ticked.Split('~') is [var id, var version] && Guid.TryParse(id, out var guid) && int.TryParse(version, out var shown) ? (guid, shown) : null;
}
