using GridDesk.Kernel.Data;

namespace GridDesk.Staff.People;

/// <summary>What the list of people is narrowed to; all of it stands in the address.</summary>
internal sealed record StaffFilter
{
    public string? Q { get; init; }
    public string? Department { get; init; }
    public Role? Role { get; init; }
    public bool Left { get; init; }
    public StaffSort Sort { get; init; }

    public IQueryable<StaffMember> Apply(IQueryable<StaffMember> people)
    {
        people = people.Where(m => m.Active != Left);
        people = string.IsNullOrEmpty(Department) ? people : people.Where(m => m.Department == Department);
        people = Role is { } role ? people.Where(m => m.Roles.Any(given => given.Role == role)) : people;
        return Q?.Trim() is { Length: > 0 } q
            ? people.Where(m => m.Name.Contains(q) || m.Login.UserName!.Contains(q.ToLower()) || m.EmployeeNumber == q)
            : people;
    }
}

internal enum StaffSort { Name, Number, Department }

/// <summary>One page of the list, found by where the last one ended: page 100 costs what page 1 costs.</summary>
internal static class StaffList
{
    public const int PageSize = 50;

    public static async Task<(IReadOnlyList<StaffRow> Rows, string? Next)> ReadAsync(OfficeDb db, StaffFilter filter, string? after, CancellationToken cancel = default)
    {
        var people = filter.Apply(db.Staff.AsNoTracking());
        var keyed = filter.Sort switch
        {
            StaffSort.Number => people.Select(m => new { Key = m.EmployeeNumber ?? "", Member = m }),
            StaffSort.Department => people.Select(m => new { Key = m.Department, Member = m }),
            _ => people.Select(m => new { Key = m.Name, Member = m }),
        };
        if (Ended(after) is var (key, id))
        {
            keyed = keyed.Where(row => string.Compare(row.Key, key) > 0 || (row.Key == key && row.Member.Id.CompareTo(id) > 0));
        }

        var found = await keyed.OrderBy(row => row.Key).ThenBy(row => row.Member.Id).Take(PageSize + 1)
            .Select(row => new
            {
                row.Key,
                Row = new StaffRow(row.Member.Id, row.Member.Name, row.Member.Login.UserName!, row.Member.EmployeeNumber, row.Member.Department,
                    row.Member.Active, row.Member.Roles.Select(given => given.Role).ToList()),
            })
            .ToListAsync(cancel);
        var rows = found.Take(PageSize).ToList();
        return ([.. rows.Select(row => row.Row)], found.Count > PageSize ? $"{rows[^1].Row.Id}{rows[^1].Key}" : null);
    }

    private const int GuidLength = 36;

    private static (string Key, Guid Id)? Ended(string? after) =>
        after is { Length: >= GuidLength } && Guid.TryParse(after[..GuidLength], out var id) ? (after[GuidLength..], id) : null;
}

internal sealed record StaffRow(Guid Id, string Name, string UserName, string? EmployeeNumber, string Department, bool Active, IReadOnlyList<Role> Roles);
