using GridDesk.Kernel.Data;
using GridDesk.Ui;

namespace GridDesk.Staff.Deputies;

[Needs(Right.UseDesk)]
internal sealed class OwnDeputiesPage(OfficeDb db, DeputyDesk desk, CurrentStaff me, Chrome chrome, IClock clock) : DeputiesOf(db, desk, me, chrome, clock)
{
    protected override Guid Person { get; } = me.IsSignedIn ? me.Id : Guid.Empty;
}
