using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridDesk.Tests.Notices;

/// <summary>
/// How a provider answers: as it should, that there is no such number, that nobody can be reached now, with a fault after taking it, with
/// nonsense, or not at all; after longer than anybody waits, though it took it; with its receipt before its answer; with a yes that names
/// nothing, or every message the same.
/// </summary>
internal enum ProviderMood { Right, NoSuchNumber, NotNow, TakesItAndFails, Lies, Never, Slow, ReceiptFirst, Nameless, OneName }

/// <summary>A company that carries messages, over real connections; it counts each id once.</summary>
internal sealed class ProviderSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProviderSimulator(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    public ProviderMood Mood { get; set; }

    public ConcurrentDictionary<string, (string To, string Text)> Taken { get; } = [];

    /// <summary>Each that was taken, as it came.</summary>
    public ConcurrentQueue<(string To, string Text)> InOrder { get; } = [];

    public int Calls;

    /// <summary>How long a slow one takes.</summary>
    public TimeSpan Slowness { get; set; } = TimeSpan.FromSeconds(3);

    /// <summary>Carries a receipt to the office.</summary>
    public Func<string, Task> Receipt { get; set; } = _ => Task.CompletedTask;

    public static async Task<ProviderSimulator> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var simulator = new ProviderSimulator(app);
        app.MapPost("/messages", simulator.TakeAsync);
        await app.StartAsync();
        simulator.Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/messages");
        return simulator;
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, CancellationToken gone)
    {
        Interlocked.Increment(ref Calls);
        var message = JsonNode.Parse(await new StreamReader(request.Body).ReadToEndAsync(gone))!;
        switch (Mood)
        {
            case ProviderMood.NoSuchNumber: return Results.Json(new { reason = "no such number" }, statusCode: 422);
            case ProviderMood.NotNow: return Results.Json(new { reason = "switched off" }, statusCode: 409);
            case ProviderMood.Lies: return Results.Text("<html>fine</html>", "text/html");
            case ProviderMood.Never: await Task.Delay(Timeout.Infinite, gone); break;
        }

        var id = request.Headers["Idempotency-Key"].ToString();
        var said = ((string)message["to"]!, (string)message["text"]!);
        if (Taken.TryAdd(id, said))
        {
            InOrder.Enqueue(said);
        }

        switch (Mood)
        {
            case ProviderMood.Slow: await Task.Delay(Slowness, gone); break;
            case ProviderMood.ReceiptFirst: await Receipt($"ref-{id}"); break;
        }

        return Mood switch
        {
            ProviderMood.TakesItAndFails => Results.StatusCode(500),
            ProviderMood.Nameless => Results.Json(new { reference = new string('x', 201) }),
            ProviderMood.OneName => Results.Json(new { reference = "ref" }),
            _ => Results.Json(new { reference = $"ref-{id}" }),
        };
    }
}
