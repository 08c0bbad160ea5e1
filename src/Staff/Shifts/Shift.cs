using GridDesk.Kernel.Data;
using GridDesk.Staff.Deputies;
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
    public required Instant From { get; set; }
    public required Instant Until { get; set; }

    /// <summary>Where at the site; null when it says only that somebody works there.</summary>
    public string? Post { get; set; }

    /// <summary>Who does it when the person cannot; null when nobody was named.</summary>
    public Guid? Deputy { get; set; }

    /// <exception cref="Refusal">Too long or empty, a role the person has not, over another shift of theirs (a post within a shift at the same site is not another), or on a day on which somebody stands in for them.</exception>
    public void Check(IEnumerable<Role> roles, IEnumerable<Shift> others, IEnumerable<Deputy> away)
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

        if (others.Any(other => other.Id != Id && Span.Overlap(From, Until, other.From, other.Until) && !IsWithin(other)))
        {
            throw new Refusal("shift.overlap", "這個人同一時間已經有班了，請改時間。", "This person already has a shift at that time; please change the time.", "from");
        }

        if (IsAway(Staff, away))
        {
            throw new Refusal("shift.away", "這個人那時不在，已經請人代理，請排別人。", "This person is away then and has named a deputy; plan somebody else.", "person");
        }
    }

    /// <exception cref="Refusal">The deputy is the person, has left, or is away then too. One who has a shift elsewhere may be named: colleagues stand in for each other.</exception>
    public void CheckDeputy(bool isHere, IEnumerable<Deputy> away)
    {
        if (Deputy == Staff)
        {
            throw new Refusal("deputy.self", "代理人不能是本人，請選另一位。", "Nobody can be their own deputy; choose somebody else.", "deputy");
        }

        if (!isHere)
        {
            throw new Refusal("deputy.gone", "這位同仁已經不在職，請選另一位。", "This person does not work here any more; choose somebody else.", "deputy");
        }

        if (IsAway(Deputy!.Value, away))
        {
            throw new Refusal("deputy.away-then", "代理人那時也不在，請選另一位。", "The deputy is away then too; choose somebody else.", "deputy");
        }
    }

    // A shift at a site and a post within it are not two places.
    private bool IsWithin(Shift other) => other.Site == Site && other.Post is null != Post is null;

    private bool IsAway(Guid person, IEnumerable<Deputy> away) => away.Any(d => d.For == person && Span.Overlap(From, Until, d.From, d.Until));

    private sealed class Mapping : IEntityTypeConfiguration<Shift>
    {
        public void Configure(EntityTypeBuilder<Shift> shift)
        {
            shift.ToTable("staff_shifts");
            shift.Property(s => s.Id).ValueGeneratedNever();
            shift.Property(s => s.Site).HasMaxLength(40);
            shift.Property(s => s.Post).HasMaxLength(40);
            shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.Staff);
            shift.HasOne<StaffMember>().WithMany().HasForeignKey(s => s.Deputy);
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
