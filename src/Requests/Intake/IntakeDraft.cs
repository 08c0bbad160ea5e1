using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;
using GridDesk.Kernel.Time;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Intake;

/// <summary>
/// One field of an unfinished counter screen: a row each, so that two fields saved at the same moment never overwrite
/// one another. A member of the staff has one draft per service.
/// </summary>
internal sealed class IntakeDraft
{
    public required Guid Staff { get; init; }
    public required string Service { get; init; }

    /// <summary>As it is sent: <c>applicant.name</c>, <c>answers.reason</c>.</summary>
    public required string Field { get; init; }

    /// <summary>What stands in it; a JSON list of texts.</summary>
    public required string Typed { get; init; }

    public required Instant At { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<IntakeDraft>
    {
        public void Configure(EntityTypeBuilder<IntakeDraft> draft)
        {
            draft.ToTable("intake_drafts");
            draft.HasKey(d => new { d.Staff, d.Service, d.Field });
            draft.Property(d => d.Service).HasMaxLength(40);
            draft.Property(d => d.Field).HasMaxLength(120);
            draft.Property(d => d.Typed).HasMaxLength(8000);
            draft.HasIndex(d => d.At);
        }
    }
}

/// <summary>A draft that somebody left lying.</summary>
internal sealed record OpenDraft(string Service, Instant At, string? Name);

/// <summary>Keeps what is typed at the counter, so that an expired session or a closed window loses nothing.</summary>
internal sealed class IntakeDrafts(OfficeDb db, IClock clock)
{
    private const int MostFields = 400;

    /// <summary>Keeps one field; what is too long for a draft is left to the form itself.</summary>
    public async Task KeepAsync(Guid staff, string service, string field, IReadOnlyList<string> typed, CancellationToken cancel = default)
    {
        var text = JsonSerializer.Serialize(typed, Json.Options);
        if (field.Length > 120 || text.Length > 8000 || await db.Set<IntakeDraft>().CountAsync(d => d.Staff == staff && d.Service == service, cancel) > MostFields)
        {
            return;
        }

        var at = clock.Now().ToDateTimeUtc();
        await db.CommitAsync(() => db.Database.ExecuteSqlAsync($"""
            INSERT INTO intake_drafts (staff, service, field, typed, at) VALUES ({staff}, {service}, {field}, {text}, {at})
            ON CONFLICT (staff, service, field) DO UPDATE SET typed = excluded.typed, at = excluded.at
            """, cancel), cancel);
    }

    public Task KeepAsync(Guid staff, string service, IReadOnlyDictionary<string, string[]> fields, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        foreach (var (field, typed) in fields)
        {
            await KeepAsync(staff, service, field, typed, cancel);
        }
    }, cancel);

    /// <summary>What was typed, by field; empty when there is no draft.</summary>
    public async Task<IReadOnlyDictionary<string, string[]>> FindAsync(Guid staff, string service, CancellationToken cancel = default) =>
        (await db.Set<IntakeDraft>().AsNoTracking().Where(d => d.Staff == staff && d.Service == service).ToListAsync(cancel))
        .ToDictionary(d => d.Field, d => JsonSerializer.Deserialize<string[]>(d.Typed, Json.Options)!);

    /// <summary>The drafts that somebody has, last first.</summary>
    public async Task<IReadOnlyList<OpenDraft>> OfAsync(Guid staff, CancellationToken cancel = default) =>
    [
        .. (await db.Set<IntakeDraft>().AsNoTracking().Where(d => d.Staff == staff).ToListAsync(cancel)).GroupBy(d => d.Service)
            .Select(g => new OpenDraft(g.Key, g.Max(d => d.At), NameIn(g.FirstOrDefault(d => d.Field == "applicant.name")?.Typed)))
            .OrderByDescending(d => d.At),
    ];

    /// <summary>Throws the draft away; inside a commit, together with the rest of it.</summary>
    public Task DiscardAsync(Guid staff, string service, CancellationToken cancel = default) =>
        db.CommitAsync(() => db.Set<IntakeDraft>().Where(d => d.Staff == staff && d.Service == service).ExecuteDeleteAsync(cancel), cancel);

    private static string? NameIn(string? typed) =>
        typed is not null && JsonSerializer.Deserialize<string[]>(typed, Json.Options) is [{ Length: > 0 } name, ..] ? Customers.Masked.Name(name) : null;
}

/// <summary>Forgets, every night, drafts that nobody touched for a week: they hold customers' data.</summary>
internal sealed class ForgetIntakeDrafts(OfficeDb db) : IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel)
    {
        var before = now - Duration.FromDays(7);
        return db.CommitAsync(() => db.Set<IntakeDraft>().Where(d => d.At < before).ExecuteDeleteAsync(cancel), cancel);
    }
}
