// The yardstick of starting: Razor Pages and EF Core on SQLite with as many tables as the office has, and nothing else.
var file = Path.Combine(Path.GetTempPath(), $"bare-{Guid.NewGuid():N}.db");
var builder = WebApplication.CreateBuilder(args);
builder.WebHost.UseUrls("http://127.0.0.1:0");
builder.Logging.ClearProviders();
builder.Services.AddRazorPages();
builder.Services.AddDbContext<BareDb>(options => options.UseSqlite($"Data Source={file}"));
var app = builder.Build();
app.MapRazorPages();
using (var scope = app.Services.CreateScope())
{
    scope.ServiceProvider.GetRequiredService<BareDb>().Database.EnsureCreated();
}

await app.StartAsync();
using (var http = new HttpClient { BaseAddress = new Uri(app.Urls.First()) })
{
    await http.GetAsync("/"); // both have answered once when they are measured
}

Console.WriteLine("serving");
await app.WaitForShutdownAsync();

internal sealed class BareDb(DbContextOptions<BareDb> options) : DbContext(options)
{
    protected override void OnModelCreating(ModelBuilder model)
    {
        for (var i = 0; i < 40; i++)
        {
            model.SharedTypeEntity<Dictionary<string, object>>($"Table{i}", table =>
            {
                table.IndexerProperty<int>("Id");
                for (var column = 0; column < 8; column++)
                {
                    table.IndexerProperty<string>($"Column{column}");
                }

                table.HasKey("Id");
            });
        }
    }
}
