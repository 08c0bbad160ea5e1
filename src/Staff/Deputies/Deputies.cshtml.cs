using GridDesk.Kernel.Data;
using GridDesk.Ui;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Staff.Deputies;

[Needs(Right.ManageStaff)]
internal sealed class DeputiesPage(OfficeDb db, DeputyDesk desk, CurrentStaff me, Chrome chrome, IClock clock) : DeputiesOf(db, desk, me, chrome, clock)
{
    [BindProperty(SupportsGet = true)]
    public Guid Id { get; set; }

    protected override Guid Person => Id;
}
