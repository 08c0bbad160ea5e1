using GridDesk.Kernel.Pack;
using GridDesk.Staff;

namespace GridDesk.Requests.Work;

/// <summary>Whom a case is given to: one person, or a department that gives it to somebody itself.</summary>
/// <param name="Owner">Null when it is the department's to give.</param>
internal sealed record Receiver(string? Owner, string Department)
{
    public static string Of(Department department) => $"department:{department.Code}";

    /// <exception cref="Refusal"><c>request.owner</c>: neither somebody nor a department of the lists.</exception>
    public static Receiver Read(string? chosen, IReadOnlyList<Colleague> people, IReadOnlyList<Department> departments) =>
        people.FirstOrDefault(person => $"{person.Id}" == chosen) is { } owner ? new($"{owner.Id}", owner.Department)
        : departments.FirstOrDefault(department => Of(department) == chosen) is { } department ? new(null, department.Code)
        : throw new Refusal("request.owner", "請選一位承辦人，或一個部門。", "Choose who will handle it, or a department.", "to");
}
