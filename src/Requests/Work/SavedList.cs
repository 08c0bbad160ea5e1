using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Requests.Work;

/// <summary>A filter of one of the desk's lists that somebody keeps under a name.</summary>
internal sealed class SavedList
{
    public const int LongestName = 40;

    /// <summary>How many a person keeps of one list.</summary>
    public const int AtMost = 20;

    /// <summary>The lists whose filters can be kept, by the end of their address under <c>/desk</c>.</summary>
    public static readonly IReadOnlyDictionary<string, Phrase> Lists = new Dictionary<string, Phrase>
    {
        ["promises"] = new("承諾", "Promises"), ["handovers"] = new("後送", "Hand-overs"), ["tasks"] = new("協調", "Between units"),
        ["supply"] = new("供電日程", "Supply"), ["chase"] = new("稽催", "Chasing"),
    };

    public required Guid Id { get; init; }
    public required Guid Staff { get; init; }

    /// <summary>One of <see cref="Lists"/>.</summary>
    public required string List { get; init; }

    public required string Name { get; init; }

    /// <summary>As it stands in the address, with its question mark; empty for everything.</summary>
    public required string Query { get; set; }

    private sealed class Mapping : IEntityTypeConfiguration<SavedList>
    {
        public void Configure(EntityTypeBuilder<SavedList> list)
        {
            list.ToTable("saved_lists");
            list.Property(l => l.Id).ValueGeneratedNever();
            list.Property(l => l.List).HasMaxLength(20).HasDefaultValue("promises");
            list.Property(l => l.Name).HasMaxLength(LongestName);
            list.Property(l => l.Query).HasMaxLength(1000);
            list.HasIndex(l => new { l.Staff, l.List, l.Name }).IsUnique();
        }
    }
}

/// <summary>A list with its filter, as a page shows it.</summary>
/// <param name="List">One of <see cref="SavedList.Lists"/>.</param>
internal sealed record ListShown(string List, string Query);

internal static class SavedListTables
{
    extension(OfficeDb db)
    {
        public DbSet<SavedList> SavedLists => db.Set<SavedList>();
    }
}
