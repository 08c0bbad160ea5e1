using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Staff;
using GridDesk.Staff.Links;
using GridDesk.Staff.People;
using GridDesk.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using NodaTime.Testing;
using Npgsql;

namespace GridDesk.Tests.Staff;

/// <summary>An office with nothing in it but its people, on a database of its own. Its clock stands still until told otherwise.</summary>
public sealed class StaffOffice : IAsyncLifetime
{
    public const string Password = "correct horse battery";

    private static readonly string? Postgres = Environment.GetEnvironmentVariable("GRIDDESK_TEST_POSTGRES");

    private readonly string _name = $"staff_{Guid.NewGuid():N}";
    private WebApplication _web = null!;

    public FakeClock Clock { get; } = new(SystemClock.Instance.GetCurrentInstant());

    public IServiceProvider Services => _web.Services;

    public async ValueTask InitializeAsync()
    {
        var builder = WebApplication.CreateBuilder();
        builder.WebHost.UseTestServer();
        builder.Logging.ClearProviders();
        builder.Services.AddSingleton(new OfficePlaces(
            [new("service-centre", new("服務中心", "Service Centre")), new("billing", new("電費組", "Billing Unit"))],
            [new("centre", new("嘉義服務中心", "Chiayi Service Centre"))],
            [new("noon", new("午休志工服務", "Noon service by volunteers"))]));
        builder.Services.AddUi().AddApplicationPart(typeof(StaffModule).Assembly);
        builder.Services.ConfigureHttpJsonOptions(json => Json.Configure(json.SerializerOptions));
        builder.Services.AddOffice(new Store(
            Path.Combine(Path.GetTempPath(), $"{_name}.db"),
            Postgres is null ? null : new NpgsqlConnectionStringBuilder(Postgres) { Database = _name }.ToString()), Clock, new StaffModule());
        builder.Services.Configure<PasswordHasherOptions>(hashing => hashing.IterationCount = 1000);

        _web = builder.Build();
        _web.UseUi();
        _web.UseAuthentication();
        _web.UseAuthorization();
        _web.MapRazorPages();
        _web.MapGet("/forgotten", () => "nobody said who may see this");
        foreach (var module in Services.GetRequiredService<IReadOnlyList<Module>>())
        {
            module.MapEndpoints(_web);
        }

        await WithAsync<OfficeDb>(db => db.Database.EnsureCreatedAsync());
        await _web.StartAsync();
    }

    public Visitor Visit() => new(_web.GetTestServer());

    /// <summary>Takes somebody on who has the usual password.</summary>
    internal async Task<Guid> HireAsync(string userName, params Role[] roles)
    {
        var id = Guid.Empty;
        await WithAsync<StaffDesk>(async desk =>
            id = (await desk.JoinAsync(userName, new Card($"甲{userName}", null, null, "service-centre", "centre", new LocalDate(2019, 1, 2)), roles, Actor.Office)).Id);
        var link = "";
        await WithAsync<StaffDesk>(async desk => link = await desk.IssuePasswordLinkAsync(id, Actor.Office));
        await WithAsync<Newcomers>(newcomers => newcomers.SetPasswordAsync(link, Password));
        return id;
    }

    public async Task<Visitor> SignedInAsync(string userName)
    {
        var visitor = Visit();
        (await visitor.SignInAsync(userName, Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        return visitor;
    }

    public async Task WithAsync<T>(Func<T, Task> use) where T : notnull
    {
        await using var scope = Services.CreateAsyncScope();
        await use(scope.ServiceProvider.GetRequiredService<T>());
    }

    public async Task<IReadOnlyList<IEvent>> HistoryAsync(Guid person)
    {
        IReadOnlyList<IEvent> events = [];
        await WithAsync<EventLog>(async log => events = [.. (await log.HistoryAsync($"staff:{person}")).Select(row => row.Event)]);
        return events;
    }

    public async ValueTask DisposeAsync()
    {
        await WithAsync<OfficeDb>(db => db.Database.EnsureDeletedAsync());
        await _web.DisposeAsync();
    }
}
