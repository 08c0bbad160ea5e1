using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Chasing;

/// <summary>Somebody was told that a promise nears its day or has missed it, and what they answered.</summary>
internal sealed class Chase : Subject
{
    public const int LongestAnswer = 500;

    public required Guid Id { get; init; }
    public required Guid Promise { get; init; }
    public required ChaseRung Rung { get; init; }

    /// <summary>The moment due that it is about; when that moves the ladder begins anew.</summary>
    public required Instant DueAt { get; init; }

    /// <summary>The one who is chased; null when the department has nobody for this rung.</summary>
    public Guid? Person { get; init; }

    public required string Department { get; init; }
    public required Instant At { get; init; }
    public Instant? AnsweredAt { get; private set; }
    public string? AnsweredBy { get; private set; }
    public ChaseCause? Cause { get; private set; }

    /// <summary>What will be done next, in the words of the one who answered; a private text.</summary>
    public string? Next { get; private set; }

    public override string Key => $"chase:{Id:N}";

    /// <summary>Why it stands, and what comes next.</summary>
    /// <exception cref="Refusal"><c>chase.answered</c>, <c>chase.cause</c>, <c>chase.next</c></exception>
    public ChaseAnswered Answer(ChaseCause? cause, string? next, string by, Instant now)
    {
        if (AnsweredAt is not null)
        {
            throw new Refusal("chase.answered", "這一則稽催已經回覆過了。", "This chase has been answered before.");
        }

        if (cause is null || !Enum.IsDefined(cause.Value))
        {
            throw new Refusal("chase.cause", "請選原因。", "Choose the cause.", "cause");
        }

        if (string.IsNullOrWhiteSpace(next) || next.Trim().Length > LongestAnswer)
        {
            throw new Refusal("chase.next", $"請寫下一步要做什麼，最多 {LongestAnswer} 字。", $"Write what will be done next, in at most {LongestAnswer} characters.", "next");
        }

        (Cause, Next, AnsweredBy, AnsweredAt) = (cause, next.Trim(), by, now);
        return new(Rung, cause.Value);
    }

    private sealed class Mapping : IEntityTypeConfiguration<Chase>
    {
        public void Configure(EntityTypeBuilder<Chase> chase)
        {
            chase.ToTable("chases");
            chase.Property(c => c.Id).ValueGeneratedNever();
            chase.Property(c => c.Department).HasMaxLength(40);
            chase.Property(c => c.AnsweredBy).HasMaxLength(80);
            chase.Property(c => c.Next).HasMaxLength(LongestAnswer);
            chase.Ignore(c => c.Key);
            chase.HasIndex(c => new { c.Promise, c.DueAt, c.Rung, c.Person }).IsUnique();
            chase.HasIndex(c => new { c.Person, c.AnsweredAt });
            chase.HasIndex(c => new { c.Department, c.Id });
        }
    }
}

/// <summary>The one digest that somebody got on the morning of a day.</summary>
internal sealed class ChaseDigest : Subject
{
    public required Guid Person { get; init; }
    public required LocalDate Day { get; init; }

    public override string Key => $"chase-digest:{Person:N}:{Day:uuuuMMdd}";

    private sealed class Mapping : IEntityTypeConfiguration<ChaseDigest>
    {
        public void Configure(EntityTypeBuilder<ChaseDigest> digest)
        {
            digest.ToTable("chase_digests");
            digest.HasKey(d => new { d.Person, d.Day });
            digest.Ignore(d => d.Key);
        }
    }
}

/// <summary>Why a promise stands.</summary>
public enum ChaseCause { Workload, OtherUnit, OtherAgency, Material, Customer, Weather, Forgotten, Other }

internal static class ChaseTables
{
    extension(OfficeDb db)
    {
        public DbSet<Chase> Chases => db.Set<Chase>();

        public DbSet<ChaseDigest> ChaseDigests => db.Set<ChaseDigest>();
    }
}
