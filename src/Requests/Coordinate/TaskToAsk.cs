using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;

namespace GridDesk.Requests.Coordinate;

/// <summary>What somebody wants of another unit, as typed.</summary>
/// <param name="Unit"><c>department:CODE</c> or <c>agency:CODE</c>.</param>
/// <param name="Days">Working days to answer in; the pack's when blank.</param>
internal sealed record TaskToAsk(string? Unit, string? Form, string? Question, string? Days = null)
{
    public static string Of(Department department) => $"department:{department.Code}";

    public static string Of(Agency agency) => $"agency:{agency.Code}";

    public (string Unit, bool IsAgency) UnitIn(IReadOnlyList<Department> departments, IReadOnlyList<Agency> agencies) =>
        departments.FirstOrDefault(d => Of(d) == Unit) is { } department ? (department.Code, false)
        : agencies.FirstOrDefault(a => Of(a) == Unit) is { } agency ? (agency.Code, true)
        : throw new Refusal("task.unit", "請選要請哪個部門或機關。", "Choose the department or agency to ask.", "unit");

    public TaskForm KnownForm() => Enum.TryParse<TaskForm>(Form, out var form) && Enum.IsDefined(form) ? form
        : throw new Refusal("task.form", "請選要對方怎麼做：函文、會議或答復。", "Choose what is wanted: a letter, a meeting or an answer.", "form");

    public int DaysOr(int usual) => string.IsNullOrWhiteSpace(Days) ? usual
        : int.TryParse(HalfWidth.Of(Days).Trim(), out var days) && days is > 0 and <= CoordinationTask.MostDays ? days
        : throw new Refusal("task.days", $"請填幾個工作日，1 到 {CoordinationTask.MostDays} 的整數。", $"Enter a whole number of working days from 1 to {CoordinationTask.MostDays}.", "days");
}
