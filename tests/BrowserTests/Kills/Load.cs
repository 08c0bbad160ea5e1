using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace GridDesk.BrowserTests.Kills;

/// <summary>Customers who keep applying whatever happens, and remember exactly what they were promised.</summary>
/// <param name="withMail">Each leaves an e-mail address of their own; see <see cref="MailOf"/>.</param>
internal sealed class Load(Func<HttpClient> http, Func<Uri> url, bool withMail = false)
{
    private readonly ConcurrentBag<(string Key, string Number, string Code, DateTime At)> _acknowledged = [];

    public IReadOnlyCollection<(string Key, string Number, string Code, DateTime At)> Acknowledged => _acknowledged;

    public static string MailOf(string key) => $"{key}@example.org";

    /// <summary>Applies with several clients until told to stop; an answer that never comes is asked for again under the same key.</summary>
    public Task RunAsync(int clients, CancellationToken stop) => Task.WhenAll(Enumerable.Range(0, clients).Select(async client =>
    {
        for (var i = 0; !stop.IsCancellationRequested; i++)
        {
            var key = $"{client}-{i}-{Guid.NewGuid():N}";
            while (!await TryAsync(key) && !stop.IsCancellationRequested)
            {
                await Task.Delay(50, CancellationToken.None);
            }
        }
    }));

    /// <summary>Waits until so many were acknowledged; on a busy machine the first answer takes its time.</summary>
    public async Task UntilAsync(int acknowledged)
    {
        for (var i = 0; _acknowledged.Count < acknowledged && i < 1200; i++)
        {
            await Task.Delay(50, CancellationToken.None);
        }
    }

    /// <summary>Every acknowledged request is there exactly once: under its key the same number, under its number and code the request.</summary>
    public async Task CheckAsync()
    {
        _acknowledged.Count.ShouldBeGreaterThan(0);
        _acknowledged.Select(a => a.Number).Distinct().Count().ShouldBe(_acknowledged.Select(a => a.Key).Distinct().Count(), "numbers are unique");
        foreach (var (key, number, _, _) in _acknowledged)
        {
            (await SendAsync(key)).Number.ShouldBe(number, "the same key gets the same number");
        }

        foreach (var (_, number, code, _) in _acknowledged.Take(25))
        {
            (await http().GetAsync(new Uri(url(), $"/api/requests/{number}?code={code}"))).IsSuccessStatusCode.ShouldBeTrue(number);
        }
    }

    private async Task<bool> TryAsync(string key)
    {
        try
        {
            var (number, code) = await SendAsync(key);
            _acknowledged.Add((key, number, code, DateTime.UtcNow));
            return true;
        }
        catch (Exception lost) when (lost is HttpRequestException or TaskCanceledException or JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    private async Task<(string Number, string Code)> SendAsync(string key)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(url(), "/api/requests"));
        message.Headers.Add("Idempotency-Key", key);
        message.Content = JsonContent.Create(new JsonObject
        {
            ["service"] = "READ",
            ["applicant"] = new JsonObject { ["name"] = "林阿好", ["phone"] = "0912345678", ["email"] = withMail ? MailOf(key) : null },
            ["electricityNumber"] = "07281937401",
            ["answers"] = new JsonObject { ["why"] = "check", ["who"] = "mine", ["reading"] = 1234 },
        });
        using var answer = await http().SendAsync(message);
        if ((int)answer.StatusCode != 201)
        {
            throw new InvalidOperationException($"{answer.StatusCode}");
        }

        var body = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;
        return ((string)body["number"]!, (string)body["code"]!);
    }
}
