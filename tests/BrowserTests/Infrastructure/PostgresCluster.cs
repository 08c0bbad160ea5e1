using System.Diagnostics;

namespace GridDesk.BrowserTests.Infrastructure;

/// <summary>A PostgreSQL server of the test's own, which it may stop in the middle of anything.</summary>
public sealed class PostgresCluster : IAsyncDisposable
{
    private readonly string _folder = RunningOffice.NewFolder();
    private readonly int _port = 20_000 + Random.Shared.Next(20_000);

    public string ConnectionString => $"Host=127.0.0.1;Port={_port};Username=griddesk;Database=office;Timeout=5;Command Timeout=10";

    public static async Task<PostgresCluster> StartNewAsync()
    {
        var cluster = new PostgresCluster();
        if (Environment.UserName == "root")
        {
            await RunAsync("chown", ["postgres", cluster._folder]);
        }

        await cluster.AsPostgresAsync($"initdb -D {cluster._folder}/pg -U griddesk -A trust -E UTF8 --locale=C.UTF-8");
        await cluster.StartAsync();
        await cluster.AsPostgresAsync($"createdb -h 127.0.0.1 -p {cluster._port} -U griddesk office");
        return cluster;
    }

    public Task StartAsync() =>
        AsPostgresAsync($"pg_ctl -D {_folder}/pg -w -o '-p {_port} -k {_folder} -c listen_addresses=127.0.0.1 -c max_connections=200' -l {_folder}/log start");

    /// <summary>As a power cut: no goodbye, no checkpoint.</summary>
    public Task StopAtOnceAsync() => AsPostgresAsync($"pg_ctl -D {_folder}/pg -m immediate stop");

    public async ValueTask DisposeAsync()
    {
        await StopAtOnceAsync();
        Directory.Delete(_folder, recursive: true);
    }

    private Task AsPostgresAsync(string command)
    {
        var path = string.Join(':', Directory.GetDirectories("/usr/lib/postgresql").Select(d => $"{d}/bin"));
        var words = $"PATH={path}:$PATH {command} >/dev/null 2>&1";
        return Environment.UserName == "root" ? RunAsync("su", ["postgres", "-s", "/bin/bash", "-c", words]) : RunAsync("bash", ["-c", words]);
    }

    private static async Task RunAsync(string command, string[] words)
    {
        using var process = Process.Start(command, words);
        await process.WaitForExitAsync();
        process.ExitCode.ShouldBe(0, $"{command} {string.Join(' ', words)}");
    }
}
