using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Work;

/// <summary>A filter that somebody keeps under a name.</summary>
internal sealed class SavedList
{
    public const int LongestName = 40;

    /// <summary>How many a person keeps.</summary>
    public const int AtMost = 20;

    public required Guid Id { get; init; }
    public required Guid Staff { get; init; }
    public required string Name { get; init; }

    /// <summary>As it stands in the address, with its question mark; empty for everything.</summary>
    public required string Query { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<SavedList>
    {
        public void Configure(EntityTypeBuilder<SavedList> list)
        {
            list.ToTable("saved_lists");
            list.Property(l => l.Id).ValueGeneratedNever();
            list.Property(l => l.Name).HasMaxLength(LongestName);
            list.Property(l => l.Query).HasMaxLength(1000);
            list.HasIndex(l => new { l.Staff, l.Name }).IsUnique();
        }
    }
}

internal static class SavedListTables
{
    extension(OfficeDb db)
    {
        public DbSet<SavedList> SavedLists => db.Set<SavedList>();
    }
}
