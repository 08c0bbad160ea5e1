using GridDesk.Kernel.Data;
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

    /// <summary>How many were given to somebody just now.</summary>
    [BindProperty(SupportsGet = true)]
    public int? Given { get; set; }

    /// <summary>Numbers of cases that were not, because somebody else had just changed them or they are not the reader's to give.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Left { get; set; }

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

    private static (Guid, int)? Read(string ticked) =>
        ticked.Split('~') is [var id, var version] && Guid.TryParse(id, out var guid) && int.TryParse(version, out var shown) ? (guid, shown) : null;
}
