using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Staff.Shifts;

/// <summary>When somebody works where, as what: <c>[From, Until)</c>.</summary>
internal sealed class Shift
{
    public static readonly Duration Longest = Duration.FromHours(16);

    public required Guid Id { get; init; }
    public required Guid Staff { get; init; }
    public required string Site { get; init; }
    public required Role Role { get; init; }
    public required Instant From { get; init; }
    public required Instant Until { get; init; }

    /// <exception cref="Refusal">Too long or empty, a role the person has not, or over another shift of theirs.</exception>
    public void Check(IEnumerable<Role> roles, IEnumerable<Shift> others)
    {
        Span.Check(From, Until);
        if (Until - From > Longest)
        {
            throw new Refusal("shift.too-long", "一班最多 16 小時，請分成兩班。", "A shift lasts 16 hours at most; please make two of it.", "until");
        }

        if (!roles.Contains(Role))
        {
            throw new Refusal("shift.role", "這個人沒有這個角色。請先給角色，或選另一個。", "This person does not have that role. Give the role first, or choose another.", "role");
        }

        if (others.Any(other => Span.Overlap(From, Until, other.From, other.Until)))
        {
            throw new Refusal("shift.overlap", "這個人同一時間已經有班了，請改時間。", "This person already has a shift at that time; please change the time.", "from");
        }
    }

    private sealed class Mapping : IEntityTypeConfiguration<Shift>
    {
        public void Configure(EntityTypeBuilder<Shift> shift)
        {
            shift.ToTable("staff_shifts");
            shift.Property(s => s.Id).ValueGeneratedNever();
            shift.Property(s => s.Site).HasMaxLength(40);
            shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.Staff);
            shift.HasIndex(s => new { s.Staff, s.Until });
            shift.HasIndex(s => new { s.Site, s.Role, s.Until });
        }
    }
}

internal static class ShiftTables
{
    extension(OfficeDb db)
    {
        public DbSet<Shift> Shifts => db.Set<Shift>();
    }
}
