using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Greet;

/// <summary>A moment with a visitor, written down in ten seconds; nobody takes a ticket for it.</summary>
internal sealed class Encounter : Subject
{
    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required LocalDate Day { get; init; }

    /// <summary>Whose it was, as events name them.</summary>
    public required string By { get; init; }

    public override string Key => $"encounter:{Id:N}";

    /// <param name="errands">Codes that may be said.</param>
    /// <exception cref="Refusals"><c>encounter.place</c>, <c>encounter.errand</c></exception>
    public static EncounterRecorded Read(string site, EncounterForm typed, IReadOnlyCollection<string> errands)
    {
        List<Refusal> wrong = [];
        if (typed.Place is not { } place || !Enum.IsDefined(place))
        {
            wrong.Add(new("encounter.place", "請選在哪裡。", "Choose where it was.", "place"));
        }

        if (typed.Errand is null || !errands.Contains(typed.Errand))
        {
            wrong.Add(new("encounter.errand", "請選他要辦什麼。", "Choose what they came for.", "errand"));
        }

        Refusals.ThrowIfAny(wrong);
        return new(site, typed.Place!.Value, typed.Errand!, Known(typed.Papers), [.. typed.Help.Where(Enum.IsDefined).Distinct().Order()], Known(typed.Wish));
    }

    private static T Known<T>(T? value) where T : struct, Enum => value is { } one && Enum.IsDefined(one) ? one : default;

    private sealed class Mapping : IEntityTypeConfiguration<Encounter>
    {
        public void Configure(EntityTypeBuilder<Encounter> encounter)
        {
            encounter.ToTable("encounters");
            encounter.Property(e => e.Id).ValueGeneratedNever();
            encounter.Ignore(e => e.Key);
            encounter.Property(e => e.Site).HasMaxLength(40);
            encounter.Property(e => e.By).HasMaxLength(80);
            encounter.HasIndex(e => new { e.By, e.Day });
        }
    }
}

/// <summary>What is touched on the telephone.</summary>
internal sealed class EncounterForm
{
    public EncounterPlace? Place { get; set; }

    /// <summary>Code of a quick service, or of a group of services.</summary>
    public string? Errand { get; set; }

    public PapersFound? Papers { get; set; }

    public List<EncounterHelp> Help { get; set; } = [];

    public OwnWish? Wish { get; set; }
}
