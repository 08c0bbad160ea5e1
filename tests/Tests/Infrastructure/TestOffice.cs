using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Recurring;
using GridDesk.Staff;
using GridDesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime.Testing;
using Npgsql;

namespace GridDesk.Tests.Infrastructure;

/// <summary>
/// A whole office with the Chiayi pack, running in the test's process on a database of its own: SQLite, or PostgreSQL where
/// <c>GRIDDESK_TEST_POSTGRES</c> holds a connection string. Its clock stands still at 10:00 on Thursday 20 June 2019 until told otherwise.
/// </summary>
public sealed class TestOffice : IAsyncLifetime
{
    public const string Password = "the-office-opens-at-8";

    private static readonly string? Postgres = Environment.GetEnvironmentVariable("GRIDDESK_TEST_POSTGRES");

    private readonly string _name = $"office_{Guid.NewGuid():N}";

    public WebApplication App { get; private set; } = null!;

    public FakeClock Clock { get; } = new(Instant.FromUtc(2019, 6, 20, 2, 0));

    public static bool OnPostgres => Postgres is not null;

    public RunOptions Options { get; private set; } = null!;

    public static string Root { get; } = FindRoot();

    public async ValueTask InitializeAsync()
    {
        Options = new RunOptions("serve", null)
        {
            Data = Path.Combine(Path.GetTempPath(), _name),
            Pack = Path.Combine(Root, "packs", "chiayi"),
            Postgres = Postgres is null ? null : new NpgsqlConnectionStringBuilder(Postgres) { Database = _name }.ToString(),
        };
        App = OfficeProgram.Build(Options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Services.AddSingleton<IClock>(Clock);
            // Workers run when a test says so; a still clock would make them run at any moment.
            foreach (var worker in builder.Services.Where(s => s.ServiceType == typeof(IHostedService) && s.ImplementationType?.Namespace?.StartsWith("GridDesk", StringComparison.Ordinal) is true
                || s.ServiceType == typeof(IHostedService) && s.ImplementationFactory?.Method.DeclaringType?.Assembly.GetName().Name == "GridDesk.Kernel").ToList())
            {
                builder.Services.Remove(worker);
            }
        });
        await OfficeStart.OpenAsync(App.Services, Options);
        await WithAsync<IServiceProvider>(services => new StaffModule().AddDemoAsync(services, new Demo(Password, 0, default), default));
        await App.StartAsync();
    }

    /// <summary>Somebody at a browser without scripts.</summary>
    public Visitor Visit() => new(App.GetTestServer());

    /// <summary>A member of the staff, signed in: <c>clerk</c>, <c>supervisor</c> …</summary>
    public async Task<Visitor> SignInAsync(string name)
    {
        var visitor = await Visit().GoAsync("/en/sign-in");
        await visitor.Fill("User name", name).Fill("Password", Password).PressAsync("Sign in");
        return visitor;
    }

    public HttpClient Api() => App.GetTestClient();

    /// <summary>Carries out every delivery that is due.</summary>
    public async Task DeliverAsync()
    {
        while (await App.Services.GetRequiredService<DeliveryWorker>().DeliverNextAsync()) { }
    }

    public Task RunRecurringAsync() => App.Services.GetRequiredService<RecurringWorker>().RunDueAsync();

    public async Task<T> WithAsync<TService, T>(Func<TService, Task<T>> action) where TService : notnull
    {
        await using var scope = App.Services.CreateAsyncScope();
        return await action(scope.ServiceProvider.GetRequiredService<TService>());
    }

    public Task WithAsync<TService>(Func<TService, Task> action) where TService : notnull =>
        WithAsync<TService, bool>(async service =>
        {
            await action(service);
            return true;
        });

    public async ValueTask DisposeAsync()
    {
        await WithAsync<OfficeDb>(db => db.Database.EnsureDeletedAsync());
        await App.DisposeAsync();
        if (Directory.Exists(Options.Data))
        {
            Directory.Delete(Options.Data, recursive: true);
        }
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridDesk.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository");
        }

        return folder.FullName;
    }
}
