using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Services.Offer;

/// <summary>What the office offered when an edition of its pack came into force.</summary>
/// <param name="Edition">Hash of the edition.</param>
/// <param name="Total">Services in force.</param>
/// <param name="WithSop">Of those, with a procedure of at least three steps.</param>
/// <param name="Complete">Of those, whose sheet says everything: documents (or that none is needed), fee, norm, steps, summary in both languages.</param>
/// <param name="Counter">Of those, that can be started at the counter.</param>
/// <param name="Phone">Of those, that can be started by telephone.</param>
/// <param name="Web">Of those, that can be started online.</param>
[Event("services.offered")]
public sealed record ServicesOffered(string Edition, int Total, int WithSop, int Complete, int Counter, int Phone, int Web) : IEvent;

/// <summary>What one edition offers; one row for each that ever came into force.</summary>
internal sealed class OfferedEdition : Subject
{
    public required string Hash { get; init; }

    /// <summary>When it came into force last.</summary>
    public required Instant At { get; set; }

    public override string Key => $"services:{Hash}";

    private sealed class Mapping : IEntityTypeConfiguration<OfferedEdition>
    {
        public void Configure(EntityTypeBuilder<OfferedEdition> edition)
        {
            edition.ToTable("services_offered");
            edition.HasKey(e => e.Hash);
            edition.Property(e => e.Hash).HasMaxLength(64);
            edition.Ignore(e => e.Key);
        }
    }
}
