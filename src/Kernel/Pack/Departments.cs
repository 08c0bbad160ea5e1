namespace GridDesk.Kernel.Pack;

/// <summary><c>departments.yaml</c></summary>
public sealed record DepartmentList(IReadOnlyList<Department> Departments) : IChecked
{
    void IChecked.Check(Checker check)
    {
        check.Unique("departments", Departments, department => department.Code, "code");
        foreach (var (index, department) in Departments.Index())
        {
            foreach (var (number, code) in department.Becomes.Index())
            {
                CheckSuccessor(check, $"departments[{index}].becomes[{number}]", department, code);
            }
        }
    }

    /// <summary>A successor outlives what it follows, so following successors always ends.</summary>
    private void CheckSuccessor(Checker check, string path, Department department, string code)
    {
        check.Known(path, code, [.. Departments.Select(other => other.Code).Where(other => other != department.Code)]);
        var successor = Departments.FirstOrDefault(other => other.Code == code);
        if (successor is not null && department.Until is { } until && !successor.Exists(until.PlusDays(1)))
        {
            check.Mistake(
                path,
                $"「{code}」在「{department.Code}」裁撤的次日（{until.PlusDays(1):uuuu-MM-dd}）並不存在。",
                $"'{code}' does not exist on {until.PlusDays(1):uuuu-MM-dd}, the day after '{department.Code}' ended.");
        }
    }
}

/// <summary>A unit of the office.</summary>
/// <param name="Code">Kebab-case, never given to another unit; a renamed unit gets a new one.</param>
/// <param name="Name">As it signs.</param>
/// <param name="Phone">Its own line; null when it is not known, see <see cref="Departments.PhoneOf"/>.</param>
/// <param name="Reports">It takes part in what the plan asks of all departments (各部門).</param>
/// <param name="ValidFrom">Its first day.</param>
public sealed record Department(string Code, Phrase Name, Phone? Phone, bool Reports, LocalDate ValidFrom) : IValidFrom, IChecked
{
    /// <summary>Its last day; null while no end is known.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>The units that carry on its work from the day after <see cref="Until"/>: one when it was renamed or merged, several when it was divided.</summary>
    public IReadOnlyList<string> Becomes { get; init; } = [];

    public bool Exists(LocalDate date) => ValidFrom <= date && !(Until < date);

    void IChecked.Check(Checker check)
    {
        check.Code("code", Code);
        if (Until < ValidFrom)
        {
            check.Mistake("until", "「until」不能早於「validFrom」。", "'until' must not be before 'validFrom'.");
        }

        if (Becomes.Count > 0 && Until is null)
        {
            check.Mistake("becomes", "寫了「becomes」就要寫「until」（最後一天）。", "'becomes' needs 'until', the last day.");
        }
    }
}

/// <summary>A telephone number and how well it is known; written as the number alone or as <c>{ number: …, grade: … }</c>.</summary>
/// <param name="Number">As it is dialled.</param>
/// <param name="Grade">Null when the office gave it.</param>
public sealed record Phone(string Number, Grade? Grade = null)
{
    internal static Phone Read(Node node, NodeBinder binder) =>
        node is TextNode ? new(binder.Read<string>(node)) : binder.ReadRecord<Phone>(node);
}

/// <summary>The units of the office through the years.</summary>
/// <param name="all">As <c>departments.yaml</c> lists them.</param>
/// <param name="officePhone">Shown for a unit without a line of its own.</param>
public sealed class Departments(IReadOnlyList<Department> all, string officePhone)
{
    public static Departments Of(LoadedPack pack) => new(pack.Get<DepartmentList>().Departments, pack.Get<Office>().Phone);

    public IReadOnlyList<Department> All { get; } = all;

    /// <summary>The unit of that code, whether it still exists or not.</summary>
    public Department? Find(string code) => All.FirstOrDefault(department => department.Code == code);

    /// <summary>The units that exist on a day.</summary>
    public IReadOnlyList<Department> At(LocalDate date) => [.. All.Where(department => department.Exists(date))];

    /// <summary>What "all departments" (各部門) of the plan means on a day.</summary>
    public IReadOnlyList<Department> ReportingUnits(LocalDate date) => [.. At(date).Where(department => department.Reports)];

    /// <summary>
    /// Who does on a day what was once given to a unit: itself while it exists, then those it became, and so on; nobody
    /// before its first day, when the code is unknown, or when it ended without a successor.
    /// </summary>
    public IReadOnlyList<Department> Successors(string code, LocalDate date) => Find(code) switch
    {
        null => [],
        var unit when unit.Exists(date) => [unit],
        var unit when unit.Until < date => [.. unit.Becomes.SelectMany(next => Successors(next, date)).Distinct()],
        _ => [],
    };

    /// <summary>The number to call for a unit: its own, or the office's.</summary>
    public string PhoneOf(Department department) => department.Phone?.Number ?? officePhone;
}
