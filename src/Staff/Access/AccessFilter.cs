using GridDesk.Kernel.Data;

namespace GridDesk.Staff.Access;

/// <summary>Which looks are asked for; all of it stands in the address.</summary>
internal sealed record AccessFilter
{
    public Guid? Who { get; init; }
    public string? Whom { get; init; }
    public LocalDate? From { get; init; }
    public LocalDate? Until { get; init; }

    /// <summary>Newest first.</summary>
    public IQueryable<AccessRow> Read(OfficeDb db, DateTimeZone zone)
    {
        var looks = db.Set<AccessEntry>().AsNoTracking();
        looks = Who is { } who ? looks.Where(e => e.Staff == who) : looks;
        looks = Whom?.Trim() is { Length: > 0 } whom ? looks.Where(e => e.Subject == whom) : looks;
        if (From is { } from)
        {
            var start = zone.AtStartOfDay(from).ToInstant();
            looks = looks.Where(e => e.At >= start);
        }

        if (Until is { } until)
        {
            var end = zone.AtStartOfDay(until.PlusDays(1)).ToInstant();
            looks = looks.Where(e => e.At < end);
        }

        return looks.Join(db.Staff, e => e.Staff, m => m.Id, (e, m) => new AccessRow { Id = e.Id, At = e.At, Who = m.Name, Whom = e.Subject, Page = e.Page, Purpose = e.Purpose })
            .OrderByDescending(row => row.Id);
    }
}

internal sealed record AccessRow
{
    public required Guid Id { get; init; }
    public required Instant At { get; init; }
    public required string Who { get; init; }
    public required string Whom { get; init; }
    public required string Page { get; init; }
    public required string Purpose { get; init; }
}
