using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Npgsql;

namespace GridDesk.Tests.Data;

[Trait("store", "both")]
public sealed class NumberTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Two_hundred_requests_at_once_get_two_hundred_numbers()
    {
        var numbers = new System.Collections.Concurrent.ConcurrentBag<string>();
        await Parallel.ForEachAsync(Enumerable.Range(0, 200), new ParallelOptions { MaxDegreeOfParallelism = 25 }, async (n, _) =>
            numbers.Add((await office.FileAsync(OfficeCases.Transfer($"客{n}"))).Number!));

        numbers.Count.ShouldBe(200);
        numbers.ShouldBeUnique();
        numbers.ShouldAllBe(number => CaseNumber.Read("CY", number)!.Text == number);
    }

    [Fact]
    public async Task A_number_that_was_refused_at_the_last_moment_is_not_given_to_two()
    {
        await Should.ThrowAsync<Refusal>(() => office.DoAsync(desk => desk.FileAsync(OfficeCases.Transfer("一"), OfficeCases.Clerk, keep: _ => throw new Refusal("no", "不", "no"))));
        var next = await office.FileAsync();
        (await office.WithAsync<OfficeDb, int>(db => db.Set<ServiceRequest>().CountAsync(r => r.Number == next.Number))).ShouldBe(1);
    }

    [Fact]
    public async Task Processes_that_need_a_new_series_at_the_same_moment_all_get_numbers()
    {
        Assert.SkipUnless(TestOffice.OnPostgres, "Series are PostgreSQL's sequences only there");
        // Each application name makes a connection string, and so a process, of its own.
        var numbers = await Task.WhenAll(Enumerable.Range(0, 12).Select(n => Task.Run(async () =>
        {
            var store = new NpgsqlConnectionStringBuilder(office.Options.Postgres) { ApplicationName = $"process {n}" }.ToString();
            await using var db = new OfficeDb(new DbContextOptionsBuilder<OfficeDb>().UseNpgsql(store).Options);
            await db.Database.OpenConnectionAsync();
            return await Numbers.NextAsync(db, "race_108");
        })));
        numbers.Order().ShouldBe(Enumerable.Range(1, 12).Select(n => (long)n));
    }

    [Fact]
    public async Task A_series_that_could_not_be_made_is_made_at_the_next_try()
    {
        Assert.SkipUnless(TestOffice.OnPostgres, "Series are PostgreSQL's sequences only there");
        await SetAsync("on");
        await Should.ThrowAsync<PostgresException>(NextAsync);
        await SetAsync("off");
        (await NextAsync()).ShouldBe(1);

        Task<long> NextAsync() => office.WithAsync<OfficeDb, long>(db => db.CommitAsync(() => Numbers.NextAsync(db, "blocked")));

        async Task SetAsync(string readOnly)
        {
            var store = new NpgsqlConnectionStringBuilder(office.Options.Postgres) { Pooling = false };
            var name = store.Database;
            store.Database = "postgres";
            await using var owner = new NpgsqlConnection(store.ToString());
            await owner.OpenAsync();
            await using var command = new NpgsqlCommand($"ALTER DATABASE {name} SET default_transaction_read_only = {readOnly}", owner);
            await command.ExecuteNonQueryAsync();
            NpgsqlConnection.ClearPool(new NpgsqlConnection(new Store(null, office.Options.Postgres).ConnectionString));
        }
    }
}
