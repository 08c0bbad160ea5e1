using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Kernel.Data;

/// <summary>Where the office's data lie: a SQLite file, or a PostgreSQL database.</summary>
/// <param name="Sqlite">Path of the SQLite file; used when <paramref name="Postgres"/> is null.</param>
/// <param name="Postgres">A PostgreSQL connection string.</param>
public sealed record Store(string? Sqlite, string? Postgres)
{
    // An office asks the same questions all day: the server reads and plans each once for a connection. What is written in the connection string holds.
    public string ConnectionString => Postgres is not null ? $"Max Auto Prepare=100;{Postgres}" : new SqliteConnectionStringBuilder { DataSource = Sqlite, DefaultTimeout = 30 }.ToString();
}

public static class DatabaseSetup
{
    public static IServiceCollection AddOfficeDb(this IServiceCollection services, Store store)
    {
        services.AddSingleton(store);
        return services.AddDbContextPool<OfficeDb>(options =>
        {
            options.ReplaceService<IModelCacheKeyFactory, ModelOfModules>();
            options.ConfigureWarnings(warn => warn.Ignore(CoreEventId.RowLimitingOperationWithoutOrderByWarning));
            if (store.Postgres is not null)
            {
                options.UseNpgsql(store.ConnectionString, npgsql => npgsql.MigrationsAssembly("GridDesk.Migrations.Postgres"));
            }
            else
            {
                options.UseSqlite(store.ConnectionString, sqlite => sqlite.MigrationsAssembly("GridDesk.Migrations.Sqlite"));
            }
        });
    }

    /// <summary>
    /// Brings the database to this version of the program (one process at a time) and makes sure that an acknowledged
    /// change survives a power cut: SQLite in WAL with <c>synchronous=FULL</c>, PostgreSQL with <c>fsync</c> and <c>synchronous_commit</c> on.
    /// </summary>
    /// <exception cref="InvalidOperationException">The store is set so that it may lose acknowledged changes.</exception>
    public static async Task PrepareAsync(this OfficeDb db, CancellationToken cancel = default)
    {
        await db.Database.MigrateAsync(cancel); // EF Core takes a lock of its own on both stores
        if (db.IsPostgres)
        {
            foreach (var setting in (string[])["fsync", "synchronous_commit", "full_page_writes"])
            {
                await RequireAsync(db, $"SHOW {setting}", "on", setting, cancel);
            }
        }
        else
        {
            await RequireAsync(db, "PRAGMA journal_mode=WAL", "wal", "journal_mode", cancel);
            await RequireAsync(db, "PRAGMA synchronous", "2", "synchronous", cancel);
        }
    }

    private static async Task RequireAsync(OfficeDb db, string question, string expected, string setting, CancellationToken cancel)
    {
        await db.Database.OpenConnectionAsync(cancel);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = question;
        var value = $"{await command.ExecuteScalarAsync(cancel)}";
        await db.Database.CloseConnectionAsync();
        if (value != expected)
        {
            throw new InvalidOperationException($"The database has {setting} = {value}; it must be {expected}, or acknowledged requests could be lost in a power cut.");
        }
    }
}
