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
            await Known.GetOrAdd((db.Database.GetConnectionString()!, series), static key => CreateAsync(key.Database, key.Series));
        }

        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.Transaction = db.Database.CurrentTransaction?.GetDbTransaction();
        command.CommandText = db.IsPostgres
            ? $"SELECT nextval('numbers_{series}')"
            : $"INSERT INTO numbers (series, last) VALUES ('{series}', 1) ON CONFLICT (series) DO UPDATE SET last = last + 1 RETURNING last";
        return (long)(await command.ExecuteScalarAsync(cancel))!;
    }

    // On a connection of its own: a sequence must outlive the transaction that needs it first.
    private static async Task CreateAsync(string database, string series)
    {
        await using var connection = new NpgsqlConnection(database);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT pg_advisory_lock(7240001); CREATE SEQUENCE IF NOT EXISTS numbers_{series}; SELECT pg_advisory_unlock(7240001);";
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
