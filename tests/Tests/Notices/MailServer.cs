using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace GridDesk.Tests.Notices;

/// <summary>A mail server on this machine that answers as it is told: right, with a full mailbox, with an unknown one, or by hanging up.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private const string IdHead = "Message-Id: ";

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _serving;

    public MailServer()
    {
        _listener.Start();
        _serving = ServeAsync();
    }

    public string Address => $"smtp://127.0.0.1:{((IPEndPoint)_listener.LocalEndpoint).Port}";

    /// <summary>What it says to RCPT; null to hang up there, nothing to fall silent.</summary>
    public string? ToReceiver { get; set; } = "250 OK";

    /// <summary>The mails it took, as they were sent.</summary>
    public ConcurrentQueue<string> Mails { get; } = [];

    /// <summary>The same, with whom each was for, under which id, and when.</summary>
    public ConcurrentQueue<TakenMail> Taken { get; } = [];

    public int Connections { get; private set; }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                var client = await _listener.AcceptTcpClientAsync(_stop.Token);
                Connections++;
                _ = TalkAsync(client);
            }
            catch (OperationCanceledException)
            {
                return;
            }
        }
    }

    private async Task TalkAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                using var reader = new StreamReader(client.GetStream(), Encoding.UTF8);
                await using var writer = new StreamWriter(client.GetStream(), new UTF8Encoding(false)) { NewLine = "\r\n", AutoFlush = true };
                await writer.WriteLineAsync("220 test");
                var to = "";
                while (await reader.ReadLineAsync(_stop.Token) is { } line)
                {
                    to = line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase) ? line.Split('<', '>')[1] : to;
                    if (!await AnswerAsync(line, to, reader, writer))
                    {
                        break;
                    }
                }
            }
            catch (Exception gone) when (gone is IOException or OperationCanceledException)
            {
                // The other side hung up.
            }
        }
    }

    private async Task<bool> AnswerAsync(string line, string to, StreamReader reader, StreamWriter writer)
    {
        var answer = line.Split(' ', ':')[0].ToUpperInvariant() switch
        {
            "EHLO" => "250-test\r\n250-8BITMIME\r\n250 SMTPUTF8",
            "RCPT" => ToReceiver,
            "DATA" => "354 go on",
            "QUIT" => "221 bye",
            _ => "250 OK",
        };
        if (answer is null)
        {
            return false;
        }

        if (answer.Length == 0)
        {
            await Task.Delay(Timeout.Infinite, _stop.Token);
        }

        await writer.WriteLineAsync(answer);
        if (answer.StartsWith("354", StringComparison.Ordinal))
        {
            var mail = new StringBuilder();
            while (await reader.ReadLineAsync(_stop.Token) is { } part && part != ".")
            {
                mail.AppendLine(part);
            }

            Take(to, mail.ToString());
            await writer.WriteLineAsync("250 taken");
        }

        return !answer.StartsWith("221", StringComparison.Ordinal);
    }

    private void Take(string to, string mail)
    {
        var id = mail.Split('\n').First(l => l.StartsWith(IdHead, StringComparison.OrdinalIgnoreCase))[IdHead.Length..].Trim();
        Mails.Enqueue(mail);
        Taken.Enqueue(new(to, id, DateTime.UtcNow));
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        _listener.Stop();
        await _serving;
        _stop.Dispose();
    }
}

/// <param name="Id">Its Message-Id.</param>
internal sealed record TakenMail(string To, string Id, DateTime At);
