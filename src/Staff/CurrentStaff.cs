using System.Security.Claims;
using GridDesk.Kernel.Events;

namespace GridDesk.Staff;

/// <summary>
/// Who is acting in this request: somebody signed in, or a program with a token of somebody's. Read from the database at
/// every request, so roles that were taken away and people who left are gone at once, on every process.
/// </summary>
public sealed class CurrentStaff
{
    private Pass? _pass;

    public bool IsSignedIn => _pass is not null;

    /// <exception cref="InvalidOperationException">Nobody is signed in. The same holds for all that follow.</exception>
    public Guid Id => Here.Id;

    public string Name => Here.Name;

    /// <summary>The code of the department in the pack.</summary>
    public string Department => Here.Department;

    /// <summary>The code of the site where the person usually works; null for somebody without one.</summary>
    public string? Site => Here.Site;

    public IReadOnlySet<Role> Roles => Here.Roles;

    /// <summary>
    /// Whose work this person answers for now, as their deputy. Those alone who named them: a deputy of a deputy is not followed, and
    /// a program stands in for nobody.
    /// </summary>
    public IReadOnlyList<string> StandsInFor => _pass?.StandsInFor ?? [];

    /// <summary>Empty when nobody is signed in.</summary>
    public IReadOnlySet<Right> Rights { get; private set; } = new HashSet<Right>();

    /// <summary>How events name the one who acts: <c>staff:ID</c>, or <c>app:TOKEN</c> for a program.</summary>
    public Actor Actor => Here.Actor;

    public bool Has(Right right) => Rights.Contains(right);

    /// <exception cref="Refusal">Code <c>forbidden</c>: no role of this person has the right.</exception>
    public void Require(Right right)
    {
        if (!Has(right))
        {
            throw new Refusal("forbidden", "您的角色不能做這件事。需要的話，請系統管理員調整您的角色。",
                "Your roles do not allow this. If you need it, ask an administrator to change your roles.");
        }
    }

    internal void Enter(Pass pass)
    {
        _pass = pass;
        Rights = RightsTable.RightsOf(pass.Roles);
    }

    private Pass Here => _pass ?? throw new InvalidOperationException("Nobody is signed in.");
}

/// <summary>What a request knows about the one who acts.</summary>
internal sealed record Pass(Guid Id, string Name, string Department, string? Site, IReadOnlySet<Role> Roles, Actor Actor)
{
    public IReadOnlyList<string> StandsInFor { get; init; } = [];

    /// <summary>Roles and rights under the claim that <see cref="ClaimsPrincipal.IsInRole"/> asks, for navigation; doors ask <see cref="CurrentStaff"/>.</summary>
    public IEnumerable<Claim> Claims() =>
        [.. Roles.Select(role => new Claim(ClaimTypes.Role, $"{role}")), .. RightsTable.RightsOf(Roles).Select(right => new Claim(ClaimTypes.Role, $"{right}"))];
}
