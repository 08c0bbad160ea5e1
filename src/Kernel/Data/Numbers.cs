using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace GridDesk.Kernel.Data;

/// <summary>
/// Issues the numbers that people see. The database issues them, nobody counts: a PostgreSQL sequence per series, a SQLite row
/// changed in the same transaction. Gaps can occur (a refused save); a number is never issued twice.
/// </summary>
public static class Numbers
{
    private static readonly ConcurrentDictionary<(string Database, string Series), Task> Known = [];

    /// <summary>The next number of a series such as <c>request_108</c> (lower-case letters, digits, underscore). Call it inside <see cref="OfficeDb.CommitAsync{T}"/>.</summary>
    public static async Task<long> NextAsync(OfficeDb db, string series, CancellationToken cancel = default)
    {
        if (series.Any(c => !(char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '_')))
        {
            throw new ArgumentException($"'{series}' is not a series name", nameof(series));
        }

        if (db.IsPostgres)
        {
            await EnsureAsync((db.Database.GetConnectionString()!, series));
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = db.IsPostgres
            ? $"SELECT nextval('numbers_{series}')"
            : $"INSERT INTO numbers (series, last) VALUES ('{series}', 1) ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last";
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    private static async Task EnsureAsync((string Database, string Series) key)
    {
        try
        {
            await Known.GetOrAdd(key, static key => CreateAsync(key.Database, key.Series));
        }
        catch
        {
            Known.TryRemove(key, out _); // a failure is not remembered: the next who needs a number tries again
            throw;
        }
    }

    // On a connection of its own: a sequence must outlive the transaction that needs it first. Not from the pool, which may be
    // in the hands of others that wait for this very sequence.
    private static async Task CreateAsync(string database, string series)
    {
        await using var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(database) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_xact_lock(7240001); CREATE SEQUENCE IF NOT EXISTS numbers_{series};";
        await command.ExecuteNonQueryAsync();
    }
}

/// <summary>The last number issued in a series; used on SQLite only.</summary>
internal sealed class NumberSeries
{
    public required string Series { get; init; }
    public long Last { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<NumberSeries>
    {
        public void Configure(Microsoft.EntityFrameworkCore.Metadata.Builders.EntityTypeBuilder<NumberSeries> series)
        {
            series.ToTable("numbers");
            series.HasKey(s => s.Series);
            series.Property(s => s.Series).HasMaxLength(40);
        }
    }
}
