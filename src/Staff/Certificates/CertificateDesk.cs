using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;

namespace GridDesk.Staff.Certificates;

internal sealed class CertificateDesk(OfficeDb db, EventLog events, IClock clock)
{
    public Task RecordAsync(Guid person, string what, LocalDate? until, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var member = await db.GetStaffAsync(person, cancel);
        var certificate = new Certificate { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Staff = person, What = what.Trim(), Until = until };
        db.Add(certificate);
        events.Record(member, new CertificateRecorded(certificate.Id, until), by);
    }, cancel);

    public Task WithdrawAsync(Guid person, Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (await db.Certificates.Where(c => c.Id == id && c.Staff == person).ExecuteDeleteAsync(cancel) == 1)
        {
            events.Record(await db.GetStaffAsync(person, cancel), new CertificateWithdrawn(id), by);
        }
    }, cancel);
}
