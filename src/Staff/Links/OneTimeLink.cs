using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Staff.Links;

internal enum LinkPurpose { FirstAdministrator, SetPassword }

/// <summary>A secret in an address that opens one page once. Only its digest is kept; using it deletes it.</summary>
internal sealed class OneTimeLink
{
    public static readonly Duration Lifetime = Duration.FromHours(24);

    public required byte[] Digest { get; init; }
    public required LinkPurpose Purpose { get; init; }
    public Guid? Staff { get; init; }
    public required Instant Expires { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<OneTimeLink>
    {
        public void Configure(EntityTypeBuilder<OneTimeLink> link)
        {
            link.ToTable("staff_links");
            link.HasKey(l => l.Digest);
            link.Property(l => l.Digest).HasMaxLength(32);
            link.HasOne<StaffMember>().WithMany().HasForeignKey(l => l.Staff);
        }
    }
}

internal static class OneTimeLinks
{
    /// <summary>Adds a link and returns its secret, which nobody can read again. Earlier links of the same purpose and person end.</summary>
    public static async Task<string> NewLinkAsync(this OfficeDb db, LinkPurpose purpose, Guid? staff, Instant now, CancellationToken cancel = default)
    {
        var secret = Secret.New();
        if (staff is not null)
        {
            await db.Set<OneTimeLink>().Where(l => l.Purpose == purpose && l.Staff == staff).ExecuteDeleteAsync(cancel);
        }

        db.Add(new OneTimeLink { Digest = Secret.Digest(secret), Purpose = purpose, Staff = staff, Expires = now + OneTimeLink.Lifetime });
        return secret;
    }

    /// <summary>Whether the link still opens its page. Call <see cref="UseLinkAsync"/> to act on it.</summary>
    /// <exception cref="Refusal">Code <c>link.not-found</c>.</exception>
    public static async Task<OneTimeLink> ReadLinkAsync(this OfficeDb db, string? secret, LinkPurpose purpose, Instant now, CancellationToken cancel = default)
    {
        var digest = Secret.Digest(secret ?? "");
        return await db.Set<OneTimeLink>().AsNoTracking().SingleOrDefaultAsync(l => l.Digest == digest && l.Purpose == purpose && l.Expires > now, cancel)
            ?? throw Spent();
    }

    /// <summary>Takes the link, inside a transaction: of two that come at once, one gets it.</summary>
    /// <exception cref="Refusal">Code <c>link.not-found</c>.</exception>
    public static async Task<OneTimeLink> UseLinkAsync(this OfficeDb db, string? secret, LinkPurpose purpose, Instant now, CancellationToken cancel = default)
    {
        var link = await db.ReadLinkAsync(secret, purpose, now, cancel);
        return await db.Set<OneTimeLink>().Where(l => l.Digest == link.Digest).ExecuteDeleteAsync(cancel) == 1 ? link : throw Spent();
    }

    private static Refusal Spent() => new("link.not-found",
        "這個連結已經用過，或超過 24 小時了。請系統管理員再給您一個。",
        "This link has been used already or is older than 24 hours. Ask an administrator for a new one.");
}
