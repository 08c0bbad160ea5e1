using System.Collections.Concurrent;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>How the call centre's system answers: as it should, after a while, having forgotten to say so, with a fault, or not at all.</summary>
internal enum Mood { Right, Slow, TakesItAndFails, Fails, Never }

/// <summary>Somebody else's system, over real connections: it hears news under an id and counts each id once.</summary>
internal sealed class CallCentreSimulator : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentQueue<Mood> _moods = new();
    private readonly ConcurrentDictionary<string, byte> _ids = new();

    private CallCentreSimulator(WebApplication app) => _app = app;

    public Uri Url { get; private set; } = null!;

    /// <summary>What it holds to be so, in order of coming.</summary>
    public ConcurrentQueue<(string Number, string State, string? Text)> Heard { get; } = [];

    /// <summary>How often it was called at all.</summary>
    public int Calls;

    public ConcurrentQueue<string?> Tokens { get; } = [];

    public static async Task<CallCentreSimulator> OpenAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        var app = builder.Build();
        var simulator = new CallCentreSimulator(app);
        app.MapPost("/news", simulator.TakeAsync);
        await app.StartAsync();
        simulator.Url = new(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First() + "/news");
        return simulator;
    }

    /// <summary>In this mood for the next calls, one each; then it answers as it should.</summary>
    public void WillBe(params IEnumerable<Mood> moods)
    {
        foreach (var mood in moods)
        {
            _moods.Enqueue(mood);
        }
    }

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    private async Task<IResult> TakeAsync(HttpRequest request, CancellationToken gone)
    {
        Interlocked.Increment(ref Calls);
        Tokens.Enqueue(request.Headers.Authorization);
        var news = JsonNode.Parse(await new StreamReader(request.Body).ReadToEndAsync(gone))!;
        var mood = _moods.TryDequeue(out var next) ? next : Mood.Right;
        switch (mood)
        {
            case Mood.Fails: return Results.StatusCode(500);
            case Mood.Never: await Task.Delay(Timeout.Infinite, gone); break;
            case Mood.Slow: await Task.Delay(150, gone); break;
        }

        if (_ids.TryAdd(request.Headers["Idempotency-Key"].ToString(), 0))
        {
            Heard.Enqueue((news["number"]!.GetValue<string>(), news["state"]!.GetValue<string>(), news["text"]?.GetValue<string>()));
        }

        return mood == Mood.TakesItAndFails ? Results.StatusCode(500) : Results.Ok();
    }
}
