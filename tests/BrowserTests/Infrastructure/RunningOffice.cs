using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GridDesk.BrowserTests.Infrastructure;

/// <summary>The built program as people run it: a process of its own, on a port and a database of its own.</summary>
public sealed class RunningOffice : IAsyncDisposable
{
    private readonly StringBuilder _said = new();
    private Process? _process;

    private RunningOffice(string data, string? postgres) => (Data, Postgres) = (data, postgres);

    public string Data { get; }

    public string? Postgres { get; }

    /// <summary>Environment variables of the program, such as <c>GRIDDESK_SMTP_1</c>.</summary>
    public IReadOnlyDictionary<string, string> Settings { get; private init; } = new Dictionary<string, string>();

    public Uri Url { get; private set; } = null!;

    public HttpClient Http { get; } = new(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromSeconds(5) }) { Timeout = TimeSpan.FromSeconds(20) };

    public static string Root { get; } = FindRoot();

    public static string NewFolder() => Directory.CreateDirectory(Path.Combine(Path.GetTempPath(), $"griddesk-{Guid.NewGuid():N}")).FullName;

    /// <summary>Starts the program and waits until it is ready.</summary>
    public static Task<RunningOffice> OpenAsync(string data, string? postgres = null, params string[] flags) => OpenAsync(data, postgres, new Dictionary<string, string>(), flags);

    public static async Task<RunningOffice> OpenAsync(string data, string? postgres, IReadOnlyDictionary<string, string> settings, params string[] flags)
    {
        var office = new RunningOffice(data, postgres) { Settings = settings };
        await office.StartAsync(flags);
        return office;
    }

    public Task StartAsync(params string[] flags)
    {
        Url = new Uri($"http://127.0.0.1:{FreePort()}");
        return StartAgainAsync(flags);
    }

    /// <summary>At the address where it was before.</summary>
    public async Task StartAgainAsync(params string[] flags)
    {
        _process = Process.Start(Command(["--urls", Url.ToString().TrimEnd('/'), .. flags]))!;
        _process.OutputDataReceived += (_, line) => _said.AppendLine(line.Data);
        _process.ErrorDataReceived += (_, line) => _said.AppendLine(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        for (var tries = 0; tries < 900 && !_process.HasExited; tries++)
        {
            try
            {
                if ((await Http.GetAsync(new Uri(Url, "/healthz"))).IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (Exception notYet) when (notYet is HttpRequestException or TaskCanceledException)
            {
                // Not listening yet.
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException($"The office did not open:\n{_said}");
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync()
    {
        _process!.Kill();
        await _process.WaitForExitAsync();
    }

    /// <summary>Runs another verb of the program on the same data and gives what it prints.</summary>
    public async Task<(int Code, string Text)> SayAsync(params string[] words)
    {
        using var process = Process.Start(Command(words))!;
        var text = await process.StandardOutput.ReadToEndAsync() + await process.StandardError.ReadToEndAsync();
        await process.WaitForExitAsync();
        return (process.ExitCode, text);
    }

    public async ValueTask DisposeAsync()
    {
        if (_process is { HasExited: false })
        {
            await KillAsync();
        }

        Http.Dispose();
        if (Directory.Exists(Data))
        {
            Directory.Delete(Data, recursive: true);
        }
    }

    private ProcessStartInfo Command(IEnumerable<string> words)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var word in (string[])[Path.Combine(AppContext.BaseDirectory, "GridDesk.Web.dll"), "--data", Data, .. Postgres is null ? [] : (string[])["--postgres", Postgres], .. words])
        {
            start.ArgumentList.Add(word);
        }

        start.Environment["GRIDDESK_HOME"] = Root;
        foreach (var (name, value) in Settings)
        {
            start.Environment[name] = value;
        }

        return start;
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "GridDesk.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
