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
            // The words of one thing without a look at the table: SQLite would rather walk every word of the kind than leave an index.
            word.HasIndex(w => new { w.Thing, w.Kind, w.Word });
        }
    }
}

/// <summary>Writes and reads <c>search_words</c>; the words of a thing are written in the save that changes it.</summary>
public static class SearchIndex
{
    private const int AtMostByBeginning = 2000;
    private const int Few = 400;

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

    /// <summary>
    /// Things that hold every word asked for, the newest first, at most so many; filter them by the rule of the list that shows them, and
    /// ask again from the last one on. The rarest word leads, so that neither a common name nor a million things make it slow. Where that
    /// word is the beginning of very many (a digit or two), only some thousands of those are looked at.
    /// </summary>
    /// <param name="after">Only things older than this one.</param>
    /// <returns>Fewer than <paramref name="most"/> when there are no more.</returns>
    public static async Task<IReadOnlyList<Guid>> NewestAsync(OfficeDb db, string kind, IReadOnlyList<(string Word, bool ByBeginning)> asked, Guid? after, int most, CancellationToken cancel = default)
    {
        if (asked.Count == 0)
        {
            return [];
        }

        var words = db.Set<SearchWord>().AsNoTracking().Where(w => w.Kind == kind);
        var (lead, others) = asked.Count == 1 ? (asked[0], []) : await RarestFirstAsync(words, asked, cancel);
        var found = Holding(words, lead);
        if (lead.ByBeginning)
        {
            // Words that begin alike lie side by side, but their things in no order: they are few, or cut off.
            var some = await found.Select(w => w.Thing).Take(AtMostByBeginning).ToListAsync(cancel);
            if (others.Count == 0)
            {
                return [.. some.Distinct().Where(thing => after is null || thing.CompareTo(after.Value) < 0).OrderDescending().Take(most)];
            }

            found = Having(words, others[0]).Where(w => some.Contains(w.Thing));
            others.RemoveAt(0);
        }

        foreach (var other in others)
        {
            var holders = Having(words, other);
            found = found.Where(w => holders.Any(o => o.Thing == w.Thing));
        }

        var things = (after is { } last ? found.Where(w => w.Thing.CompareTo(last) < 0) : found).Select(w => w.Thing);
        return await (lead.ByBeginning ? things.Distinct() : things).OrderByDescending(thing => thing).Take(most).ToListAsync(cancel);
    }

    // As Holding, but asked of one thing after another: by its own words, never by all things that have such a word.
    private static IQueryable<SearchWord> Having(IQueryable<SearchWord> words, (string Word, bool ByBeginning) asked)
    {
        var (word, length) = (asked.Word, asked.Word.Length);
        return asked.ByBeginning ? words.Where(w => w.Word.Substring(0, length) == word) : words.Where(w => w.Word == word);
    }

    private static IQueryable<SearchWord> Holding(IQueryable<SearchWord> words, (string Word, bool ByBeginning) asked)
    {
        var (word, end) = (asked.Word, asked.Word + "\uffff");
        return asked.ByBeginning ? words.Where(w => string.Compare(w.Word, word) >= 0 && string.Compare(w.Word, end) < 0) : words.Where(w => w.Word == word);
    }

    // How common a word is shows by how far back its newest few hundred things lie; counting a million would take too long.
    private static async Task<((string Word, bool ByBeginning) Lead, List<(string Word, bool ByBeginning)> Others)> RarestFirstAsync(IQueryable<SearchWord> words, IReadOnlyList<(string Word, bool ByBeginning)> asked, CancellationToken cancel)
    {
        List<((string Word, bool ByBeginning) Asked, Guid Reach)> exact = [];
        foreach (var word in asked.Where(word => !word.ByBeginning).OrderByDescending(word => word.Word.Length))
        {
            var reach = await Holding(words, word).OrderByDescending(w => w.Thing).Skip(Few).Select(w => (Guid?)w.Thing).FirstOrDefaultAsync(cancel);
            exact.Add((word, reach ?? Guid.Empty));
            if (reach is null)
            {
                break;
            }
        }

        List<(string Word, bool ByBeginning)> inOrder = [.. exact.OrderBy(word => word.Reach).Select(word => word.Asked)];
        if (exact is not [.., { Reach: var last }] || last != Guid.Empty)
        {
            // Words by their beginning are in no order of things: one of them leads when it is met seldom, or when there is no other.
            var counted = new List<((string Word, bool ByBeginning) Asked, int Count)>();
            foreach (var word in asked.Where(word => word.ByBeginning))
            {
                counted.Add((word, await Holding(words, word).Take(AtMostByBeginning).CountAsync(cancel)));
            }

            if (counted.OrderBy(word => word.Count).FirstOrDefault() is { Asked.Word: not null } fewest && (fewest.Count < AtMostByBeginning || inOrder.Count == 0))
            {
                inOrder.Insert(0, fewest.Asked);
            }
        }

        return (inOrder[0], [.. inOrder.Concat(asked).Distinct().Skip(1)]);
    }

    private static void Add(DbCommand command, string name, object value)
    {
        var parameter = command.CreateParameter();
        parameter.ParameterName = name;
        parameter.Value = value;
        command.Parameters.Add(parameter);
    }
}
