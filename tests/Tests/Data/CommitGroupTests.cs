using GridDesk.Kernel.Data;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Data;

/// <summary>Commands that wait for each other on SQLite are saved together; each of them stands or falls alone.</summary>
[Trait("store", "both")]
public sealed class CommitGroupTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Of_sixty_clerks_who_save_at_once_the_refused_leave_nothing_behind()
    {
        using var desk = new Desk(office);
        var told = desk.SaveAll(Enumerable.Range(0, 60), async (db, clerk) =>
        {
            await desk.WriteAsync(db, clerk);
            if (clerk % 3 == 1)
            {
                throw new Refusal("no", "不行", "no");
            }
        });
        (await told).ShouldBe(Enumerable.Range(0, 60).Where(clerk => clerk % 3 != 1));
        (await desk.StoredAsync()).ShouldBe(Enumerable.Range(0, 60).Where(clerk => clerk % 3 != 1));
    }

    [Fact]
    public async Task Whoever_gives_up_waiting_holds_nobody_up()
    {
        using var desk = new Desk(office);
        using var gaveUp = new CancellationTokenSource();
        var told = desk.SaveAll(Enumerable.Range(0, 5), async (db, clerk) =>
        {
            await gaveUp.CancelAsync();
            await desk.WriteAsync(db, clerk);
        }, clerk => clerk == 2 ? gaveUp.Token : default);
        var saved = await told;
        saved.ShouldContain(4);
        (await desk.StoredAsync()).ShouldBe(saved);
    }

    [Fact]
    public async Task Nobody_is_told_that_it_is_saved_when_the_commit_fails()
    {
        Assert.SkipWhen(TestOffice.OnPostgres, "On PostgreSQL everyone commits alone");
        using var desk = new Desk(office);
        var told = desk.SaveAll(Enumerable.Range(0, 40), async (db, clerk) =>
        {
            await desk.WriteAsync(db, clerk);
            if (clerk == 5)
            {
                // Found wrong by the store at the commit, not before.
                await db.Database.ExecuteSqlRawAsync("PRAGMA defer_foreign_keys = ON; INSERT INTO accounts (number, customer, address, since) VALUES ('1', 'nobody', '', '2026-01-01')");
            }
        });
        var saved = await told;
        saved.ShouldNotContain(5);
        saved.ShouldContain(39, "the next group is saved as ever");
        (await desk.StoredAsync()).ShouldBe(saved);
    }

    [Fact]
    public async Task A_transaction_that_the_store_gave_up_is_not_written_on_in()
    {
        Assert.SkipWhen(TestOffice.OnPostgres, "On PostgreSQL everyone commits alone");
        using var desk = new Desk(office);
        var told = desk.SaveAll(Enumerable.Range(0, 40), async (db, clerk) =>
        {
            await desk.WriteAsync(db, clerk);
            if (clerk == 5)
            {
                await db.Database.ExecuteSqlRawAsync("ROLLBACK"); // as SQLite does by itself when the disk is full
                throw new Refusal("full", "滿了", "full");
            }
        });
        var saved = await told;
        saved.ShouldNotContain(5);
        saved.ShouldContain(39, "the next group is saved as ever");
        (await desk.StoredAsync()).ShouldBe(saved);
    }

    [Fact]
    public async Task Whoever_reads_meanwhile_saves_alone_and_stops_nobody()
    {
        using var desk = new Desk(office);
        var told = desk.SaveAll(Enumerable.Range(0, 12), desk.WriteAsync, before: async (db, clerk) =>
        {
            if (clerk % 4 == 2)
            {
                await db.Database.OpenConnectionAsync();
            }
        });
        (await told).ShouldBe(Enumerable.Range(0, 12));
        (await desk.StoredAsync()).ShouldBe(Enumerable.Range(0, 12));
    }

    [Fact]
    public async Task A_connection_left_open_is_closed_when_its_context_goes_back_to_the_pool()
    {
        using var desk = new Desk(office);
        await desk.SaveAll(Enumerable.Range(0, 8), desk.WriteAsync);
        var connections = new List<System.Data.Common.DbConnection>();
        foreach (var db in desk.Contexts)
        {
            await db.Database.OpenConnectionAsync();
            connections.Add(db.Database.GetDbConnection());
        }

        desk.Dispose();
        connections.ShouldAllBe(connection => connection.State == System.Data.ConnectionState.Closed);
    }

    private sealed class Desk(TestOffice office) : IDisposable
    {
        private readonly string _series = $"desk_{Guid.NewGuid():N}"[..20];
        private readonly List<IServiceScope> _scopes = [];

        /// <summary>All of them ask at once; gives those who were told that it is saved.</summary>
        public async Task<IReadOnlyList<int>> SaveAll(IEnumerable<int> clerks, Func<OfficeDb, int, Task> work, Func<int, CancellationToken>? cancel = null, Func<OfficeDb, int, Task>? before = null)
        {
            var all = new TaskCompletionSource();
            var asked = clerks.Select(clerk => (clerk, done: SaveAsync(clerk))).ToList();
            all.SetResult();
            List<int> saved = [];
            foreach (var (clerk, done) in asked)
            {
                if (await done)
                {
                    saved.Add(clerk);
                }
            }

            return saved;

            async Task<bool> SaveAsync(int clerk)
            {
                var scope = office.App.Services.CreateScope();
                _scopes.Add(scope);
                var db = scope.ServiceProvider.GetRequiredService<OfficeDb>();
                await (before?.Invoke(db, clerk) ?? Task.CompletedTask);
                try
                {
                    await db.CommitAsync(async () =>
                    {
                        await all.Task;
                        await work(db, clerk);
                    }, cancel?.Invoke(clerk) ?? default);
                    return true;
                }
                catch (Exception)
                {
                    return false;
                }
            }
        }

        /// <summary>Leaves a row that says who wrote it, by hand and at once.</summary>
        public Task WriteAsync(OfficeDb db, int clerk) =>
            db.Database.ExecuteSqlAsync($"INSERT INTO numbers (series, last) VALUES ({$"{_series}_{clerk}"}, {(long)clerk})");

        public Task<List<int>> StoredAsync() => office.WithAsync<OfficeDb, List<int>>(db =>
            db.Database.SqlQuery<int>($"SELECT CAST(last AS int) AS \"Value\" FROM numbers WHERE series LIKE {_series + "%"} ORDER BY last").ToListAsync());

        public IEnumerable<OfficeDb> Contexts => _scopes.Select(scope => scope.ServiceProvider.GetRequiredService<OfficeDb>());

        public void Dispose()
        {
            _scopes.ForEach(scope => scope.Dispose());
            _scopes.Clear();
        }
    }
}
