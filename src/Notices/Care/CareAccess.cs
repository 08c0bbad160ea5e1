using System.Linq.Expressions;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Indicators;
using GridDesk.Staff;

namespace GridDesk.Notices.Care;

/// <summary>Who may see which care calls: as with requests, all of them, those of the own department and those one took in, or none.</summary>
internal sealed class CareAccess(CurrentStaff staff)
{
    public Expression<Func<CareCall, bool>> Rule => RuleFor(staff.Rights, $"{staff.Id}", staff.Department);

    /// <exception cref="Refusal">Code <c>forbidden</c>.</exception>
    public void Require(CareCall call)
    {
        if (!Rule.Compile()(call))
        {
            throw new Refusal("forbidden", $"{call.Number} 由別的部門辦理，您看不到內容。", $"{call.Number} is another department’s, so you cannot see it.");
        }
    }

    public static Expression<Func<CareCall, bool>> RuleFor(IReadOnlySet<Right> rights, string id, string department) =>
        rights.Contains(Right.SeeAllRequests) ? c => true
        : rights.Contains(Right.SeeRequests) ? c => c.Department == department || c.TakenInBy == id
        : c => false;
}

/// <summary>Behind a figure a person sees what the person's list shows.</summary>
internal sealed class CareSight(OfficeDb db, CareAccess access) : IEvidenceSight
{
    public string Kind => "care-call";

    public async Task<IReadOnlyDictionary<string, string>> SeenAsync(IReadOnlyCollection<string> subjects, CancellationToken cancel = default)
    {
        var asked = subjects.ToHashSet();
        var seen = await db.CareCalls.Where(access.Rule).Select(c => new { c.Id, c.Number }).ToListAsync(cancel);
        return seen.Select(c => (Key: CareCall.KeyOf(c.Id), c.Number)).Where(c => asked.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Number);
    }
}
