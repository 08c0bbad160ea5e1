using System.Text;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Pack;

/// <summary>A pack that was checked and loaded, with all its files: every process works by the latest, wherever it runs.</summary>
public sealed class Edition : Subject
{
    public required string Hash { get; init; }
    public required Instant LoadedAt { get; init; }

    /// <summary>Path → text of every file, as JSON.</summary>
    public required string Files { get; init; }

    public override string Key => $"edition:{Hash}";

    internal PackFolder Folder() => new(
        $"edition {Hash[..12]}",
        JsonSerializer.Deserialize<Dictionary<string, string>>(Files, Json.Options)!.Select(file => new PackFile(file.Key, Encoding.UTF8.GetBytes(file.Value))),
        []);

    private sealed class Mapping : IEntityTypeConfiguration<Edition>
    {
        public void Configure(EntityTypeBuilder<Edition> edition)
        {
            edition.ToTable("editions");
            edition.HasKey(e => e.Hash);
            edition.Property(e => e.Hash).HasMaxLength(64);
            edition.Ignore(e => e.Key);
            edition.HasIndex(e => e.LoadedAt);
        }
    }
}

/// <summary>An edition of the pack came into force.</summary>
/// <param name="Edition">Its hash.</param>
/// <param name="Office">The office's code.</param>
/// <param name="Files">How many files it has.</param>
[Event("pack.loaded")]
public sealed record PackLoaded(string Edition, string Office, int Files) : IEvent;
