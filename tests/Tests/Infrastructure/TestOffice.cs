using System.Collections.Concurrent;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Recurring;
using GridDesk.Staff;
using GridDesk.Web;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;

namespace GridDesk.Tests.Infrastructure;

/// <summary>
/// A whole office with the Chiayi pack, running in the test's process on a database of its own: SQLite, or PostgreSQL where
/// <c>GRIDDESK_TEST_POSTGRES</c> holds a connection string. Its clock stands still at 10:00 on Thursday 20 June 2019 until told otherwise.
/// </summary>
public sealed class TestOffice : IAsyncLifetime
{
    public const string Password = "the-office-opens-at-8";

    private Action<IServiceCollection>? _adjust;
    private TestOffice? _beside;

    public WebApplication App { get; private set; } = null!;

    public FakeClock Clock { get; private set; } = Opening();

    /// <summary>What went wrong inside the program, not in what it was asked.</summary>
    public ConcurrentQueue<string> Faults { get; } = [];

    public static bool OnPostgres => TestDatabase.OnPostgres;

    public RunOptions Options { get; private set; } = null!;

    public static string Root { get; } = FindRoot();

    /// <summary>An office with something besides: further handlers, other parts. Dispose of it.</summary>
    public static async Task<TestOffice> OpenAsync(Action<IServiceCollection>? adjust = null)
    {
        var office = new TestOffice { _adjust = adjust };
        await office.InitializeAsync();
        return office;
    }

    /// <summary>Another process on the same database, by the same clock. Dispose of it first.</summary>
    public async Task<TestOffice> OpenBesideAsync()
    {
        var other = new TestOffice { _adjust = _adjust, _beside = this, Clock = Clock };
        await other.InitializeAsync();
        return other;
    }

    public async ValueTask InitializeAsync()
    {
        Options = _beside?.Options ?? await TestDatabase.CopyAsync();
        App = Build(Options, Clock, _adjust, Faults);
        await OfficeStart.OpenAsync(App.Services, Options);
        await App.StartAsync();
    }

    internal static FakeClock Opening() => new(Instant.FromUtc(2019, 6, 20, 2, 0));

    internal static WebApplication Build(RunOptions options, IClock clock, Action<IServiceCollection>? adjust = null, ConcurrentQueue<string>? faults = null) =>
        OfficeProgram.Build(options, builder =>
        {
            builder.WebHost.UseTestServer();
            builder.Logging.ClearProviders();
            builder.Logging.AddProvider(new FaultLog(faults ?? []));
            builder.Services.AddSingleton(clock);
            // Workers run when a test says so; a still clock would make them run at any moment.
            foreach (var worker in builder.Services.Where(IsWorker).ToList())
            {
                builder.Services.Remove(worker);
            }

            adjust?.Invoke(builder.Services);
        });

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
        if (_beside is null)
        {
            await WithAsync<OfficeDb>(db => db.Database.EnsureDeletedAsync());
        }

        await App.DisposeAsync();
        if (_beside is null && Directory.Exists(Options.Data))
        {
            Directory.Delete(Options.Data, recursive: true);
        }
    }

    private static bool IsWorker(ServiceDescriptor service) => service.ServiceType == typeof(IHostedService)
        && (service.ImplementationType ?? service.ImplementationFactory?.Method.DeclaringType)?.Assembly.GetName().Name?.StartsWith("GridDesk", StringComparison.Ordinal) is true;

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridDesk.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests must run inside the repository");
        }

        return folder.FullName;
    }

    private sealed class FaultLog(ConcurrentQueue<string> faults) : ILoggerProvider, ILogger
    {
        public ILogger CreateLogger(string categoryName) => this;

        public bool IsEnabled(LogLevel logLevel) => logLevel >= LogLevel.Error;

        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (IsEnabled(logLevel))
            {
                faults.Enqueue($"{formatter(state, exception)} {exception}");
            }
        }

        public void Dispose() { }
    }
}
