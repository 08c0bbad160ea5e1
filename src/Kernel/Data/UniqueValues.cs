using Microsoft.Data.Sqlite;
using Npgsql;

namespace GridDesk.Kernel.Data;

/// <summary>What a store says when a value that may stand once is there already.</summary>
public static class UniqueValues
{
    /// <summary>Whether a save failed because somebody else saved the same first.</summary>
    /// <param name="table">In which it stands once.</param>
    /// <param name="column">The first of its unique index on SQLite; any when null.</param>
    public static bool IsTaken(this DbUpdateException problem, string table, string? column = null) => problem.InnerException switch
    {
        PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } postgres => postgres.TableName == table,
        SqliteException { SqliteErrorCode: 19 } sqlite => sqlite.Message.Contains($"{table}.{column}", StringComparison.Ordinal),
        _ => false,
    };
}
