using GridDesk.Kernel.Pack;

namespace GridDesk.Requests.Coordinate;

/// <summary>What the departments of the office and the agencies beside it are called.</summary>
internal sealed class Units(PackInForce pack)
{
    public Phrase NameOf(string code, bool isAgency) =>
        (isAgency ? pack.Office.Agencies?.FirstOrDefault(a => a.Code == code)?.Name : pack.Departments.Find(code)?.Name) ?? Phrase.Same(code);

    public Phrase NameOf(CoordinationTask task) => NameOf(task.Unit, task.IsAgency);
}
