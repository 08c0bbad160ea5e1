using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Sweeps;

/// <summary>What a sweep found when it looked last, and when it last mended something.</summary>
public sealed class SweepResult
{
    private const int ExamplesAtMost = 10;

    public required string Name { get; init; }
    public Instant At { get; private set; }
    public int Mended { get; private set; }

    /// <summary>How many a person has to look at.</summary>
    public int Left { get; private set; }

    public IReadOnlyList<LeftOver> Examples { get; private set; } = [];
    public Instant? MendedAt { get; private set; }
    public int MendedEver { get; private set; }

    public int Found => Mended + Left;

    internal void Keep(Swept swept, Instant now)
    {
        (At, Mended, Left, Examples) = (now, swept.Mended, swept.Left, [.. swept.Examples.Take(ExamplesAtMost)]);
        MendedAt = swept.Mended > 0 ? now : MendedAt;
        MendedEver += swept.Mended;
    }

    private sealed class Mapping : IEntityTypeConfiguration<SweepResult>
    {
        public void Configure(EntityTypeBuilder<SweepResult> result)
        {
            result.ToTable("sweeps");
            result.HasKey(r => r.Name);
            result.Property(r => r.Name).HasMaxLength(60);
            result.Ignore(r => r.Found);
            result.Property(r => r.Examples).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<LeftOver>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<LeftOver>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
        }
    }
}
