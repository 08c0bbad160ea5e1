using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff.Certificates;
using GridDesk.Staff.People;
using GridDesk.Staff.Shifts;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace GridDesk.Staff;

/// <summary>Invented people for trying the program out. Never run it in an office that serves customers.</summary>
public sealed class StaffDemo(OfficeDb db, EventLog events, IOptions<PasswordHasherOptions> hashing, IClock clock)
{
    private const string Surnames = "陳林黃張李王吳劉蔡楊許鄭謝洪郭邱曾廖賴徐";
    private static readonly string[] GivenNames =
        ["雅惠", "志明", "怡君", "俊宏", "淑芬", "家豪", "美玲", "建志", "佩珊", "冠宇", "惠如", "宗翰", "靜宜", "承恩", "秀琴", "柏翰", "欣怡", "文雄", "麗華", "彥廷", "玉珍", "啟明", "思妤", "國棟"];

    private static readonly Dictionary<Role, string> Cast = new()
    {
        [Role.Admin] = "周明哲",
        [Role.Head] = "蘇正雄",
        [Role.Supervisor] = "葉淑貞",
        [Role.Clerk] = "黃雅惠",
        [Role.Handler] = "林志明",
        [Role.CallCentre] = "何怡君",
        [Role.Greeter] = "羅美玲",
        [Role.Volunteer] = "江秀琴",
        [Role.Inspector] = "潘建志",
        [Role.Editor] = "簡佩珊",
        [Role.Auditor] = "方惠如",
    };

    private readonly StaffDesk _desk = new(db, events, clock);

    /// <summary>One account per role; the user name is the role in lower case. Accounts that exist already are left alone.</summary>
    /// <param name="password">For all of them; at least 12 characters.</param>
    /// <param name="departmentOf">The pack's department for each role.</param>
    /// <returns>The ids by role, also of those that existed.</returns>
    public async Task<IReadOnlyDictionary<Role, Guid>> CreateAsync(string password, Func<Role, string> departmentOf, string? site, CancellationToken cancel = default)
    {
        var hasher = new PasswordHasher<StaffLogin>(hashing);
        var people = new Dictionary<Role, Guid>();
        foreach (var (role, name) in Cast)
        {
            var member = await JoinAsync($"{role}".ToLowerInvariant(), name, departmentOf(role), site, role, cancel);
            people.Add(role, member.Id);
            if (member.Login.PasswordHash is null)
            {
                member.Login.SetPassword(password, hasher);
                await db.SaveChangesAsync(cancel);
            }
        }

        return people;
    }

    /// <summary>
    /// More people, the same ones for the same seed, spread over the departments: clerks, case handlers, one in five a
    /// supervisor. They have no password; they are there to be named, not to sign in.
    /// </summary>
    public async Task<IReadOnlyList<Guid>> CreateManyAsync(int count, IReadOnlyList<string> departments, string? site, int seed = 108, CancellationToken cancel = default)
    {
        var random = new Random(seed);
        var people = new List<Guid>();
        for (var n = 0; n < count; n++)
        {
            var name = $"{Surnames[random.Next(Surnames.Length)]}{GivenNames[random.Next(GivenNames.Length)]}";
            var role = (n % 5) switch { 4 => Role.Supervisor, 0 or 1 => Role.Clerk, _ => Role.Handler };
            people.Add((await JoinAsync($"demo{seed}-{n + 1}", name, departments[n % departments.Count], site, role, cancel)).Id);
        }

        return people;
    }

    /// <summary>The volunteer is certified for the noon service and has a shift on each of the next ten working days.</summary>
    internal async Task TrainForNoonAsync(Guid volunteer, string site, WorkCalendar calendar, CancellationToken cancel)
    {
        var today = calendar.Today(clock.Now());
        await new CertificateDesk(db, events, clock).RecordAsync(volunteer, "noon", today.PlusYears(1), Actor.Office, cancel);
        var shifts = new ShiftDesk(db, events, clock);
        foreach (var day in Enumerable.Range(0, 30).Select(today.PlusDays).Where(day => calendar.IsWorkingDay(day, site)).Take(10))
        {
            if (calendar.NoonBreakOn(day, site) is { } noon)
            {
                await shifts.PlanAsync(volunteer, site, Role.Volunteer, noon.Start - Duration.FromMinutes(10), noon.End + Duration.FromMinutes(10), Actor.Office, cancel: cancel);
            }
        }
    }

    private async Task<StaffMember> JoinAsync(string userName, string name, string department, string? site, Role role, CancellationToken cancel) =>
        await db.Staff.Include(m => m.Login).SingleOrDefaultAsync(m => m.Login.UserName == userName, cancel)
        ?? await _desk.JoinAsync(userName, new Card(name, $"{userName}@griddesk.example", null, department, site, clock.Now().InUtc().Date.PlusYears(-3)), [role], Actor.Office, cancel);
}
