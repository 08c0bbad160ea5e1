using System.Linq.Expressions;
using GridDesk.Staff;

namespace GridDesk.Requests.Handovers;

/// <summary>Who may see which hand-overs: as with requests, all of them, those of the own department and of those whose work one does, or none.</summary>
internal sealed class HandoverAccess(CurrentStaff staff)
{
    public Expression<Func<Handover, bool>> Rule => RuleFor(staff.Rights, $"{staff.Id}", staff.Department, staff.StandsInFor);

    /// <exception cref="Refusal">Code <c>forbidden</c>.</exception>
    public void Require(Handover handover)
    {
        if (!Rule.Compile()(handover))
        {
            throw new Refusal("forbidden", $"{handover.Number} 由別的部門接辦，您看不到內容。", $"{handover.Number} was passed on to another department, so you cannot see it.");
        }
    }

    public static Expression<Func<Handover, bool>> RuleFor(IReadOnlySet<Right> rights, string id, string department, IReadOnlyList<string> away) =>
        rights.Contains(Right.SeeAllRequests) ? h => true
        : rights.Contains(Right.SeeRequests) ? h => h.Department == department || h.Handler == id || (h.Handler != null && away.Contains(h.Handler))
        : h => false;
}
