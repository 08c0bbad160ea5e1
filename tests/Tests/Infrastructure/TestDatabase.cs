using GridDesk.Kernel.Data;
using GridDesk.Staff;
using GridDesk.Web;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace GridDesk.Tests.Infrastructure;

/// <summary>
/// A furnished database: migrated, the pack loaded, one account for every role. It is made once for the whole run; each test
/// office works on a copy, which takes milliseconds.
/// </summary>
internal static class TestDatabase
{
    private static readonly string? Postgres = Environment.GetEnvironmentVariable("GRIDDESK_TEST_POSTGRES");
    private static readonly Lazy<Task<RunOptions>> Template = new(FurnishAsync);

    public static bool OnPostgres => Postgres is not null;

    /// <summary>The options of an office on a fresh copy.</summary>
    public static async Task<RunOptions> CopyAsync()
    {
        var template = await Template.Value;
        var copy = OptionsOf($"office_{Guid.NewGuid():N}");
        if (OnPostgres)
        {
            await using var server = NpgsqlDataSource.Create(new NpgsqlConnectionStringBuilder(Postgres) { Database = "postgres", Pooling = false });
            await using var create = server.CreateCommand($"CREATE DATABASE {NameIn(copy)} TEMPLATE {NameIn(template)} STRATEGY file_copy");
            await create.ExecuteNonQueryAsync();
        }
        else
        {
            Directory.CreateDirectory(copy.Data);
            File.Copy(Path.Combine(template.Data, "office.db"), Path.Combine(copy.Data, "office.db"));
        }

        return copy;
    }

    /// <summary>The options of an office whose database does not exist yet.</summary>
    public static RunOptions OptionsOf(string name) => new("serve", null)
    {
        Data = Path.Combine(Path.GetTempPath(), name),
        Pack = Path.Combine(TestOffice.Root, "packs", "chiayi"),
        Postgres = OnPostgres ? new NpgsqlConnectionStringBuilder(Postgres) { Database = name }.ToString() : null,
    };

    private static async Task<RunOptions> FurnishAsync()
    {
        var options = OptionsOf($"template_{Guid.NewGuid():N}");
        await using (var app = TestOffice.Build(options, TestOffice.Opening()))
        {
            await OfficeStart.OpenAsync(app.Services, options);
            await using var scope = app.Services.CreateAsyncScope();
            await new StaffModule().AddDemoAsync(scope.ServiceProvider, new Demo(TestOffice.Password, 0, default), default);
            var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
            if (!OnPostgres)
            {
                await db.Database.ExecuteSqlRawAsync("PRAGMA wal_checkpoint(TRUNCATE)");
            }
        }

        // Nobody may be connected to a database that is copied.
        SqliteConnection.ClearAllPools();
        if (OnPostgres)
        {
            NpgsqlConnection.ClearAllPools();
        }
        else
        {
            AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(options.Data, recursive: true);
        }

        return options;
    }

    private static string NameIn(RunOptions options) => new NpgsqlConnectionStringBuilder(options.Postgres).Database!;
}
