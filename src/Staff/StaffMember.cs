using System.Text.RegularExpressions;
using GridDesk.Kernel.Events;

namespace GridDesk.Staff;

/// <summary>Somebody who works at the office, for pay or as a volunteer. People who leave are kept, for what they did is.</summary>
internal sealed partial class StaffMember : Subject
{
    public required Guid Id { get; init; }
    public string Name { get; private set; } = "";
    public string? EmployeeNumber { get; private set; }
    public string Department { get; private set; } = "";
    public string? Site { get; private set; }
    public LocalDate Joined { get; private set; }
    public bool Active { get; private set; } = true;

    /// <summary>Grows when somebody changes the card itself. <see cref="Subject.Version"/> also grows with every sign-in, which nobody's edit should trip over.</summary>
    public int Revision { get; private set; } = 1;

    public List<RoleGiven> Roles { get; } = [];

    public required StaffLogin Login { get; init; }

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"staff:{id}";

    /// <exception cref="Refusal">Code <c>user-name.shape</c>.</exception>
    public static StaffMember New(Guid id, string userName) => new() { Id = id, Login = StaffLogin.Of(id, UserName(userName)) };

    public StaffJoined Join(Card card)
    {
        Fill(card);
        return new StaffJoined(Department, Site, Joined);
    }

    public StaffChanged Change(Card card, int seen)
    {
        RequireUnchangedSince(seen);
        Fill(card);
        return new StaffChanged(Department, Site, Joined);
    }

    public RolesGiven Give(IReadOnlyCollection<Role> roles, int seen)
    {
        RequireUnchangedSince(seen);
        if (roles.Count == 0)
        {
            throw new Refusal("roles.none", "請至少選一個角色；人已離開的話，請改按「停用」。",
                "Choose at least one role; for somebody who has left, choose “Let go” instead.", "roles");
        }

        Roles.RemoveAll(given => !roles.Contains(given.Role));
        Roles.AddRange(roles.Except(Roles.Select(given => given.Role)).Select(role => new RoleGiven { Staff = Id, Role = role }));
        Revision++;
        return new RolesGiven([.. roles.Order()]);
    }

    public StaffLeft Leave()
    {
        if (!Active)
        {
            throw new Refusal("staff.already-left", "這個人已經停用了。", "This person has already been let go.");
        }

        Active = false;
        Revision++;
        Login.SecurityStamp = StaffLogin.NewStamp();
        return new StaffLeft();
    }

    public StaffReturned Return()
    {
        if (Active)
        {
            throw new Refusal("staff.already-here", "這個人沒有停用，不用恢復。", "This person is active; there is nothing to bring back.");
        }

        Active = true;
        Revision++;
        return new StaffReturned();
    }

    private void Fill(Card card)
    {
        Name = card.Name.Trim();
        EmployeeNumber = string.IsNullOrWhiteSpace(card.EmployeeNumber) ? null : card.EmployeeNumber.Trim();
        Department = card.Department;
        Site = string.IsNullOrWhiteSpace(card.Site) ? null : card.Site;
        Joined = card.Joined;
        Login.Email = string.IsNullOrWhiteSpace(card.Email) ? null : card.Email.Trim();
        Login.NormalizedEmail = Login.Email?.ToUpperInvariant();
        Revision++;
    }

    private void RequireUnchangedSince(int seen)
    {
        if (seen != Revision)
        {
            throw new Refusal("conflict", "剛剛有別人改了這個人的資料。您填的還在，請看過再存。",
                "Somebody else has just changed this person. What you typed is kept; please look and save again.");
        }
    }

    // Typed every morning, so: short, lower-case, without accents.
    private static string UserName(string typed)
    {
        var name = typed.Trim().ToLowerInvariant();
        return IsUserName(name) ? name : throw new Refusal("user-name.shape",
            "使用者名稱請用 2 到 40 個小寫英文字母或數字，中間可以有 . - _。",
            "Use 2 to 40 lower-case letters or digits for the user name; . - _ may stand in between.", "userName");
    }

    public static bool IsUserName(string text) => UserNameShape().IsMatch(text);

    [GeneratedRegex("^[a-z0-9]([a-z0-9._-]{0,38}[a-z0-9])\\z")]
    private static partial Regex UserNameShape();
}

/// <summary>What the office writes down about a person.</summary>
internal sealed record Card(string Name, string? Email, string? EmployeeNumber, string Department, string? Site, LocalDate Joined);

internal sealed class RoleGiven
{
    public required Guid Staff { get; init; }
    public required Role Role { get; init; }
}
