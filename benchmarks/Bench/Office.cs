using System.Diagnostics;
using System.Text;
using Npgsql;

namespace GridDesk.Bench;

/// <summary>The built program, running as people run it, on a database of its own.</summary>
internal sealed class Office : IAsyncDisposable
{
    private readonly string _data = Path.Combine(Path.GetTempPath(), $"griddesk-bench-{Guid.NewGuid():N}");
    private Process _process = null!;
    private ProcessStartInfo _start = null!;

    public HttpClient Http { get; private set; } = null!;

    public int Id => _process.Id;

    /// <summary>Where its SQLite database and its files lie.</summary>
    public string Data => _data;

    public static string Home { get; } = Environment.GetEnvironmentVariable("GRIDDESK_HOME") ?? Directory.GetCurrentDirectory();

    public static Task<Office> OpenAsync(string? postgres, params string[] flags) => OpenAsync(postgres, [], flags);

    /// <param name="settings">Environment variables, such as <c>GRIDDESK_SMTP_1</c>.</param>
    public static async Task<Office> OpenAsync(string? postgres, (string Name, string Value)[] settings, params string[] flags)
    {
        var office = new Office();
        var port = 20_000 + Random.Shared.Next(20_000);
        var start = new ProcessStartInfo(Path.Combine(Home, "run")) { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])["--data", office._data, "--urls", $"http://127.0.0.1:{port}", .. flags])
        {
            start.ArgumentList.Add(word);
        }

        if (postgres is not null)
        {
            start.ArgumentList.Add("--postgres");
            start.ArgumentList.Add(postgres);
        }

        start.Environment["GRIDDESK_HOME"] = Home;
        start.Environment["GRIDDESK_DIAGNOSTICS"] = "1";
        foreach (var (name, value) in settings)
        {
            start.Environment[name] = value;
        }

        office._start = start;
        office.Http = new HttpClient(new SocketsHttpHandler { MaxConnectionsPerServer = 256 }) { BaseAddress = new Uri($"http://127.0.0.1:{port}"), Timeout = TimeSpan.FromMinutes(5) };
        await office.StartAsync();
        return office;
    }

    /// <summary>Ends the program and starts it again on the same data, so that nothing it did before is measured.</summary>
    public async Task RestartAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        await StartAsync();
    }

    private async Task StartAsync()
    {
        _process = Process.Start(_start)!;
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; tries < 1800 && !_process.HasExited; tries++)
        {
            try
            {
                if ((await Http.GetAsync("/healthz")).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("The office did not open, or not within three minutes");
    }

    /// <summary>Files a request that is complete, so that it is accepted at once, durably.</summary>
    /// <param name="email">Where the acceptance is told; nowhere when null.</param>
    public async Task AcceptAsync(string? email = null)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, "/api/requests");
        message.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        message.Content = new StringContent(
            $$$"""{"service":"READ","applicant":{"name":"陳小蘭{{{Random.Shared.Next(1000)}}}","phone":"0912{{{Random.Shared.Next(1_000_000):D6}}}","email":{{{(email is null ? "null" : $"\"{email}\"")}}}},"electricityNumber":"07281937401","answers":{"why":"check","who":"mine","reading":1234}}""",
            Encoding.UTF8, "application/json");
        using var answer = await Http.SendAsync(message);
        if ((int)answer.StatusCode != 201)
        {
            throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync()}");
        }

        await answer.Content.ReadAsByteArrayAsync();
    }

    /// <summary>A new, empty database in the cluster.</summary>
    public static async Task<string> NewDatabaseAsync(string postgres)
    {
        var name = $"bench_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(postgres);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = $"CREATE DATABASE {name}";
        await command.ExecuteNonQueryAsync();
        return new NpgsqlConnectionStringBuilder(postgres) { Database = name }.ToString();
    }

    public (double CpuSeconds, long ResidentBytes) Used()
    {
        _process.Refresh();
        return (_process.TotalProcessorTime.TotalSeconds, _process.WorkingSet64);
    }

    /// <summary>The most memory that it held at any moment.</summary>
    public long PeakMegabytes
    {
        get
        {
            _process.Refresh();
            return _process.PeakWorkingSet64 / 1024 / 1024;
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        Http.Dispose();
        if (Directory.Exists(_data))
        {
            Directory.Delete(_data, recursive: true);
        }
    }
}
