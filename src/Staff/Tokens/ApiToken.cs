using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace GridDesk.Staff.Tokens;

/// <summary>Lets a program call the API with some of a person's roles. The token itself is shown once; only its digest is kept.</summary>
internal sealed class ApiToken
{
    public const string Prefix = "gd_";
    public static readonly Period Longest = Period.FromYears(1);

    public required Guid Id { get; init; }
    public required Guid Staff { get; init; }
    public required string Name { get; init; }
    public required TokenKind Kind { get; init; }
    public required byte[] Digest { get; init; }
    public required List<Role> Roles { get; init; }
    public required Instant Issued { get; init; }
    public required Instant Expires { get; init; }
    public Instant? LastUsed { get; init; }
    public Instant? Revoked { get; set; }

    public bool HoldsAt(Instant now) => Revoked is null && now < Expires;

    /// <summary>A token is never more than its person: a role that the person lost is lost here too.</summary>
    public static HashSet<Role> Effective(IEnumerable<Role> token, IEnumerable<Role> person) => [.. token.Intersect(person)];

    private sealed class Mapping : IEntityTypeConfiguration<ApiToken>
    {
        public void Configure(EntityTypeBuilder<ApiToken> token)
        {
            token.ToTable("staff_tokens");
            token.Property(t => t.Id).ValueGeneratedNever();
            token.Property(t => t.Name).HasMaxLength(100);
            token.Property(t => t.Digest).HasMaxLength(32);
            token.Property(t => t.Roles).HasMaxLength(200).HasConversion<StoredRoles, StoredRolesComparer>();
            token.HasIndex(t => t.Digest).IsUnique();
            token.HasOne<StaffMember>().WithMany().HasForeignKey(t => t.Staff);
        }
    }

    private sealed class StoredRoles() : ValueConverter<List<Role>, string>(
        roles => string.Join(' ', roles),
        stored => stored.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<Role>).ToList());

    private sealed class StoredRolesComparer() : ValueComparer<List<Role>>(
        (one, other) => one!.SequenceEqual(other!),
        roles => roles.Aggregate(0, (hash, role) => HashCode.Combine(hash, role)),
        roles => roles.ToList());
}

internal static class TokenTables
{
    extension(OfficeDb db)
    {
        public DbSet<ApiToken> Tokens => db.Set<ApiToken>();
    }
}
