using System.Data.Common;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Bench.Desk;

/// <summary>One row of a table, whatever columns it has.</summary>
internal sealed record RowImage(string[] Columns, object?[] Values, string[] Types)
{
    public string Names => string.Join(',', Columns.Select(column => $"\"{column}\""));

    public RowImage With(params (string Column, object? Value)[] changes)
    {
        var values = (object?[])Values.Clone();
        foreach (var (column, value) in changes)
        {
            values[Array.IndexOf(Columns, column)] = value;
        }

        return this with { Values = values };
    }
}

/// <summary>Reads one row and writes very many, as fast as the store takes them.</summary>
internal abstract class Rows(DbConnection connection)
{
    public static Rows For(DbConnection connection) => connection is SqliteConnection sqlite ? new SqliteRows(sqlite) : new PostgresRows((NpgsqlConnection)connection);

    /// <summary>Null when there is none.</summary>
    public async Task<RowImage?> ReadAsync(string table, string where)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE {where} LIMIT 1";
        await using var reader = await command.ExecuteReaderAsync();
        if (!await reader.ReadAsync())
        {
            return null;
        }

        var fields = Enumerable.Range(0, reader.FieldCount).ToList();
        return new([.. fields.Select(reader.GetName)], [.. fields.Select(i => reader.IsDBNull(i) ? null : reader.GetValue(i))], [.. fields.Select(i => reader.GetDataTypeName(i).Split('(')[0])]);
    }

    public async Task ExecuteAsync(string text)
    {
        await using var command = connection.CreateCommand();
        (command.CommandText, command.CommandTimeout) = (text, 0);
        await command.ExecuteNonQueryAsync();
    }

    public abstract Task WriteAsync(string table, IEnumerable<RowImage> rows);

    /// <summary>What the store does by itself after a while.</summary>
    public abstract Task SettleAsync();

    private sealed class SqliteRows(SqliteConnection connection) : Rows(connection)
    {
        public override async Task WriteAsync(string table, IEnumerable<RowImage> rows)
        {
            await ExecuteAsync("PRAGMA synchronous=OFF; PRAGMA cache_size=-400000");
            foreach (var part in rows.Chunk(100_000))
            {
                await using var transaction = await connection.BeginTransactionAsync();
                await using var command = connection.CreateCommand();
                command.Transaction = (SqliteTransaction)transaction;
                command.CommandText = $"INSERT INTO {table} ({part[0].Names}) VALUES ({string.Join(',', part[0].Columns.Select((_, i) => $"@p{i}"))})";
                var parameters = part[0].Columns.Select((_, i) => command.Parameters.Add(new SqliteParameter($"@p{i}", DBNull.Value))).ToList();
                foreach (var row in part)
                {
                    for (var i = 0; i < parameters.Count; i++)
                    {
                        parameters[i].Value = row.Values[i] switch { null => DBNull.Value, Guid id => id.ToString().ToUpperInvariant(), var value => value };
                    }

                    command.ExecuteNonQuery();
                }

                await transaction.CommitAsync();
            }
        }

        public override Task SettleAsync() => ExecuteAsync("PRAGMA wal_checkpoint(TRUNCATE)");
    }

    private sealed class PostgresRows(NpgsqlConnection connection) : Rows(connection)
    {
        public override async Task WriteAsync(string table, IEnumerable<RowImage> rows)
        {
            foreach (var part in rows.Chunk(500_000))
            {
                await using var writer = await connection.BeginBinaryImportAsync($"COPY {table} ({part[0].Names}) FROM STDIN (FORMAT BINARY)");
                writer.Timeout = TimeSpan.FromMinutes(30);
                foreach (var row in part)
                {
                    await writer.StartRowAsync();
                    for (var i = 0; i < row.Values.Length; i++)
                    {
                        if (row.Values[i] is null)
                        {
                            await writer.WriteNullAsync();
                        }
                        else
                        {
                            await writer.WriteAsync(row.Values[i]!, row.Types[i]);
                        }
                    }
                }

                await writer.CompleteAsync();
            }
        }

        // What the filling left to write is not what a clerk waits for.
        public override async Task SettleAsync()
        {
            await ExecuteAsync("VACUUM (ANALYZE)");
            await ExecuteAsync("CHECKPOINT");
        }
    }
}
