using System.Net;
using System.Net.Sockets;

namespace GridDesk.Tests.Hall.Print;

/// <summary>A receipt printer on the network, of the kind that jams, runs out of paper, disappears and lies. It speaks ESC/POS and keeps what came out of it.</summary>
internal sealed class SimulatedPrinter : IAsyncDisposable
{
    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly Task _work;

    public SimulatedPrinter()
    {
        _listener.Start();
        Port = ((IPEndPoint)_listener.LocalEndpoint).Port;
        _work = Task.Run(ServeAsync);
    }

    public int Port { get; }

    public PrinterMood Mood { get; set; }

    /// <summary>The slips that were cut off, each as it was sent.</summary>
    public List<byte[]> Slips { get; } = [];

    /// <summary>What is being printed when the printer has half of a slip.</summary>
    public TaskCompletionSource Half { get; private set; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        _listener.Stop();
        await _work;
    }

    private async Task ServeAsync()
    {
        while (true)
        {
            try
            {
                using var caller = await _listener.AcceptTcpClientAsync();
                await TalkAsync(caller.GetStream());
            }
            catch (Exception gone) when (gone is EndOfStreamException or IOException) { }
            catch (Exception) { return; }
        }
    }

    private async Task TalkAsync(NetworkStream line)
    {
        List<byte> slip = [];
        var isBroken = Mood is PrinterMood.NoPaper or PrinterMood.CoverOpen or PrinterMood.Jammed;
        while (await ReadAsync(line, slip) is var command)
        {
            switch (command)
            {
                case (0x10, 0x04):
                    slip.RemoveRange(slip.Count - 3, 3);
                    await AnswerAsync(line, Status(isBroken));
                    break;
                case (0x1D, (byte)'v') when Mood is PrinterMood.Vanishes:
                    Half.TrySetResult();
                    return;
                case (0x1D, (byte)'v') when Mood is PrinterMood.JamsHalfway or PrinterMood.RunsOutHalfway:
                    isBroken = true;
                    break;
                case (0x1D, (byte)'V') when !isBroken && Mood is not PrinterMood.SaysDoneAndPrintsNothing:
                    Slips.Add([.. slip]);
                    break;
                case (0x1D, (byte)'r'):
                    await Task.Delay(Mood is PrinterMood.Slow ? 400 : 0);
                    isBroken |= Mood is PrinterMood.SaysErrorAndPrints;
                    await AnswerAsync(line, 0x00);
                    break;
            }
        }
    }

    // A picture's bytes are read whole; DLE EOT in it is answered all the same, as real ones do.
    private async Task<(byte, byte)> ReadAsync(NetworkStream line, List<byte> slip)
    {
        var (first, second) = (await NextAsync(line, slip), (byte)0);
        if (first is 0x10 or 0x1D or 0x1B or 0x1C)
        {
            second = await NextAsync(line, slip);
            var rest = (first, second) switch { (0x1D, (byte)'v') => 6, (0x1D, (byte)'V') => 2, (0x1B, (byte)'@') or (0x1C, _) => 0, _ => 1 };
            List<byte> head = [];
            for (var i = 0; i < rest; i++)
            {
                head.Add(await NextAsync(line, slip));
            }

            if ((first, second) is (0x1D, (byte)'v'))
            {
                await PictureAsync(line, slip, (head[2] + head[3] * 256) * (head[4] + head[5] * 256));
            }

            LastAsked = rest > 0 ? head[0] : (byte)0;
        }

        return (first, second);
    }

    private byte LastAsked { get; set; }

    private async Task PictureAsync(NetworkStream line, List<byte> slip, int length)
    {
        for (var i = 0; i < length; i++)
        {
            if (await NextAsync(line, slip) is 1 or 2 or 3 or 4 && slip is [.., 0x10, 0x04, _])
            {
                await AnswerAsync(line, 0x12);
            }
        }
    }

    private byte Status(bool isBroken) => (Mood, LastAsked, isBroken) switch
    {
        (PrinterMood.Babbles, _, _) => 0xFF,
        (PrinterMood.NoPaper or PrinterMood.RunsOutHalfway, 4, true) => 0x7E,
        (PrinterMood.CoverOpen, 2, true) => 0x16,
        (PrinterMood.Jammed or PrinterMood.JamsHalfway or PrinterMood.SaysErrorAndPrints, 3, true) => 0x1A,
        (PrinterMood.PaperLow, 4, _) => 0x1E,
        (_, 1, true) => 0x1A,
        _ => 0x12,
    };

    private Task AnswerAsync(NetworkStream line, byte status) => Mood is PrinterMood.Mute ? Task.CompletedTask : line.WriteAsync(new byte[] { status }).AsTask();

    private static async Task<byte> NextAsync(NetworkStream line, List<byte> slip)
    {
        var next = new byte[1];
        await line.ReadExactlyAsync(next);
        slip.Add(next[0]);
        return next[0];
    }
}

public enum PrinterMood
{
    Well, PaperLow, NoPaper, CoverOpen, Jammed, JamsHalfway, RunsOutHalfway, Vanishes, Slow, Mute,

    /// <summary>Answers what no printer says.</summary>
    Babbles,
    SaysDoneAndPrintsNothing,
    SaysErrorAndPrints,
}
