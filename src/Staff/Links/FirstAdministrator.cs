using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;

namespace GridDesk.Staff.Links;

/// <summary>Lets the first person in, before there is anybody who could let people in.</summary>
public sealed class FirstAdministrator(OfficeDb db, IClock clock)
{
    /// <summary>Where the link leads: this path, <c>?token=</c> and what <see cref="IssueAsync"/> returned.</summary>
    public const string Path = "/first-administrator";

    /// <summary>
    /// A secret for one registration within 24 hours, told only now; null once somebody is on the staff. The program calls
    /// it when it starts and prints the link.
    /// </summary>
    public async Task<string?> IssueAsync(CancellationToken cancel = default) => await db.Staff.AnyAsync(cancel)
        ? null
        : await db.CommitAsync(() => db.NewLinkAsync(LinkPurpose.FirstAdministrator, null, clock.Now(), cancel), cancel);
}
