using GridDesk.Kernel.Pack;

namespace GridDesk.Hall.Definition;

/// <summary>Who hangs a new sign when one does not say what is so any more.</summary>
/// <param name="Department">Its code.</param>
/// <param name="Days">Working days that it has for that.</param>
internal sealed record SignRules(string Department, int Days) : IChecked
{
    void IChecked.Check(Checker check) => check.Between("days", Days, 1, 30);
}
