using GridDesk.Kernel.Pack;

namespace GridDesk.Staff;

/// <summary><c>demo/staff.yaml</c>: in which departments the invented staff works.</summary>
/// <param name="Accounts">By role, in small letters.</param>
/// <param name="Others">Of every other account.</param>
/// <param name="Colleagues">Of those who cannot sign in.</param>
internal sealed record DemoPosts(IReadOnlyDictionary<string, string> Accounts, string Others, IReadOnlyList<string> Colleagues)
{
    /// <summary>What a pack says; without a word from it everybody works in the first department, and there are colleagues in all.</summary>
    public static DemoPosts Of(LoadedPack pack, OfficePlaces places) =>
        pack.All<DemoPosts>() is [var posts, ..] ? posts : new(new Dictionary<string, string>(), places.Departments[0].Code, [.. places.Departments.Select(d => d.Code)]);

    public static void Check(DemoPosts posts, Checker check, LoadedPack pack)
    {
        string[] departments = [.. pack.Get<DepartmentList>().Departments.Select(d => d.Code)];
        string[] roles = [.. Enum.GetNames<Role>().Select(role => role.ToLowerInvariant())];
        foreach (var (role, department) in posts.Accounts)
        {
            check.Known("accounts", role, roles);
            check.Known($"accounts.{role}", department, departments);
        }

        check.Known("others", posts.Others, departments);
        foreach (var (index, department) in posts.Colleagues.Index())
        {
            check.Known($"colleagues[{index}]", department, departments);
        }
    }

    public string DepartmentOf(Role role) => Accounts.GetValueOrDefault($"{role}".ToLowerInvariant(), Others);
}
