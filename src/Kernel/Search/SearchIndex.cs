using System.Data.Common;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using Microsoft.EntityFrameworkCore.Storage;

namespace GridDesk.Kernel.Search;

/// <summary>One word of one thing that the staff may look for.</summary>
public sealed class SearchWord
{
    /// <summary>What kind of thing: <c>request</c>, <c>customer</c>.</summary>
    public required string Kind { get; init; }
    public required string Word { get; init; }
    public required Guid Thing { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<SearchWord>
    {
        public void Configure(EntityTypeBuilder<SearchWord> word)
        {
            word.ToTable("search_words");
            word.HasKey(w => new { w.Kind, w.Word, w.Thing });
            word.Property(w => w.Kind).HasMaxLength(20);
            word.Property(w => w.Word).HasMaxLength(80);
            word.HasIndex(w => new { w.Kind, w.Thing });
        }
    }
}

/// <summary>Writes and reads <c>search_words</c>; the words of a thing are written in the save that changes it.</summary>
public static class SearchIndex
{
    /// <summary>Replaces the words of a thing. Call it inside <see cref="OfficeDb.CommitAsync{T}"/>; one statement, however many words.</summary>
    /// <param name="isNew">Nothing can be stored under it yet, so nothing needs removing.</param>
    public static async Task WriteAsync(OfficeDb db, string kind, Guid thing, IReadOnlySet<string> words, bool isNew, CancellationToken cancel = default)
    {
        if (!isNew)
        {
            await db.Set<SearchWord>().Where(w => w.Kind == kind && w.Thing == thing).ExecuteDeleteAsync(cancel);
        }

        foreach (var part in words.Chunk(200))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.Transaction = db.Database.CurrentTransaction!.GetDbTransaction();
            command.CommandText = "INSERT INTO search_words (kind, word, thing) VALUES " + string.Join(',', part.Select((_, i) => $"(@kind,@w{i},@thing)"));
            Add(command, "kind", kind);
            Add(command, "thing", db.IsPostgres ? thing : thing.ToString().ToUpperInvariant());
            for (var i = 0; i < part.Length; i++)
            {
                Add(command, $"w{i}", part[i]);
            }

            await command.ExecuteNonQueryAsync(cancel);
        }
    }

    /// <summary>The ids of things that hold every word asked for; filter and order them by the rule of the list that shows them.</summary>
    public static IQueryable<Guid> Find(OfficeDb db, string kind, IReadOnlyList<(string Word, bool ByBeginning)> asked)
    {
        IQueryable<Guid>? found = null;
        foreach (var (word, byBeginning) in asked)
        {
            var after = word + "\uffff";
            var matches = byBeginning
                ? db.Set<SearchWord>().Where(w => w.Kind == kind && string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, after) < 0).Select(w => w.Thing)
                : db.Set<SearchWord>().Where(w => w.Kind == kind && w.Word == word).Select(w => w.Thing);
            found = found is null ? matches.Distinct() : found.Where(t => matches.Contains(t));
        }

        return found ?? db.Set<SearchWord>().Where(w => false).Select(w => w.Thing);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
