using System.Linq.Expressions;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Promises;
using GridDesk.Staff;

namespace GridDesk.Requests;

/// <summary>
/// Who may see which requests; the one rule for pages, lists, search, exports and documents. Somebody with
/// <see cref="Right.SeeAllRequests"/> sees all; somebody with <see cref="Right.SeeRequests"/> those of the own department, those
/// they own, those of people they stand in for and those they took in; everybody else none.
/// </summary>
internal sealed class RequestAccess(CurrentStaff staff)
{
    private Func<ServiceRequest, bool>? _maySee;

    /// <summary>For queries.</summary>
    public Expression<Func<ServiceRequest, bool>> Rule => RuleFor(staff.Rights, $"{staff.Id}", staff.Department, staff.StandsInFor);

    /// <summary>The promises that may be seen: those of the cases that may be, of whatever kind. A promise stands under the department and the one person that owe it.</summary>
    public IQueryable<Promise> Promises(OfficeDb db)
    {
        var (id, department, all, away) = ($"{staff.Id}", staff.Department, staff.Has(Right.SeeAllRequests), staff.StandsInFor);
        var promises = db.Set<Promise>().AsNoTracking();
        return all ? promises : staff.Has(Right.SeeRequests)
            ? promises.Where(p => p.Department == department || p.Owner == id || (p.Owner != null && away.Contains(p.Owner)) || p.TakenInBy == id)
            : promises.Where(_ => false);
    }

    /// <summary>The same rule for the promises of requests, one part for each index; whoever is let in by any part may see it.</summary>
    public IReadOnlyList<Expression<Func<Promise, bool>>> Parts => PartsFor(staff.Rights, $"{staff.Id}", staff.Department, staff.StandsInFor);

    public bool MaySee(ServiceRequest request) => (_maySee ??= Rule.Compile())(request);

    /// <exception cref="Refusal">Code <c>forbidden</c>.</exception>
    public void Require(ServiceRequest request)
    {
        if (!MaySee(request))
        {
            throw new Refusal("forbidden", $"{request.Name} 由別的部門辦理，您看不到內容。需要的話，請用「查詢」回答進度，或請督導移交。",
                $"{request.Name} is handled by another department, so you cannot see it. Answer progress from the search, or ask a supervisor to hand it over.");
        }
    }

    public static IReadOnlyList<Expression<Func<Promise, bool>>> PartsFor(IReadOnlySet<Right> rights, string id, string department, IReadOnlyList<string> away) =>
        rights.Contains(Right.SeeAllRequests) ? [p => true]
        : rights.Contains(Right.SeeRequests) ? [p => p.Department == department, p => p.TakenInBy == id, .. away.Prepend(id).Select<string, Expression<Func<Promise, bool>>>(person => p => p.Owner == person)]
        : [];

    public static Expression<Func<ServiceRequest, bool>> RuleFor(IReadOnlySet<Right> rights, string id, string department, IReadOnlyList<string> away) =>
        rights.Contains(Right.SeeAllRequests) ? r => true
        : rights.Contains(Right.SeeRequests) ? r => r.Department == department || r.Owner == id || (r.Owner != null && away.Contains(r.Owner)) || r.TakenInBy == id
        : r => false;
}
