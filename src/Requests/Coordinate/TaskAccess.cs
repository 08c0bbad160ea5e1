using GridDesk.Kernel.Data;
using GridDesk.Staff;

namespace GridDesk.Requests.Coordinate;

/// <summary>
/// Who may see which tasks: whoever may see the case, the department that is asked, and the one who sees to it. The department
/// that is asked sees the task, and of a case that is not its own no more than its number, its service and a masked name.
/// </summary>
internal sealed class TaskAccess(OfficeDb db, RequestAccess access, CurrentStaff staff)
{
    /// <summary>For queries.</summary>
    public IQueryable<CoordinationTask> Seen(IQueryable<CoordinationTask> all)
    {
        if (!staff.Has(Right.SeeRequests))
        {
            return all.Where(t => false);
        }

        var cases = db.Requests.Where(access.Rule).Select(r => r.Id);
        var (me, mine, away) = ($"{staff.Id}", staff.Department, staff.StandsInFor);
        return all.Where(t => (!t.IsAgency && t.Unit == mine) || t.Owner == me || (t.Owner != null && away.Contains(t.Owner)) || cases.Contains(t.Request));
    }

    /// <summary>The reader may answer it: those who are asked; what an agency answered is recorded by those who have the case.</summary>
    public bool MayAnswer(CoordinationTask task, ServiceRequest request) => staff.Has(Right.HandleRequests)
        && (task.IsAgency ? access.MaySee(request) : task.Unit == staff.Department || task.Owner == $"{staff.Id}" || (task.Owner is { } owner && staff.StandsInFor.Contains(owner)) || staff.Has(Right.SeeAllRequests));

    /// <summary>The reader may give it to somebody of the asked department.</summary>
    public bool MayGive(CoordinationTask task, ServiceRequest request) => !task.IsAgency && MayAnswer(task, request);

    /// <summary>The reader may withdraw it: those who have the case.</summary>
    public bool MayWithdraw(ServiceRequest request) => staff.Has(Right.HandleRequests) && access.MaySee(request);
}
