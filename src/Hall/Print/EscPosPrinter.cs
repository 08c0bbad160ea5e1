using System.Collections.Concurrent;
using System.Net.Sockets;
using GridDesk.Hall.Definition;

namespace GridDesk.Hall.Print;

/// <summary>
/// A printer that speaks ESC/POS over TCP. It is asked how it is, gets the slip with a question behind it that it answers only once the
/// slip is through (<c>GS r</c>), and is asked again: an answer that does not come is no confirmation.
/// </summary>
internal sealed class EscPosPrinter(PrinterPatience patience, SlipPicture picture) : IReceiptPrinter
{
    private static readonly byte[] PaperWhenThrough = [0x1D, (byte)'r', 1];
    private readonly ConcurrentDictionary<(string, int), SemaphoreSlim> _turns = [];

    public async Task<PrinterCondition> AskAsync(PrinterDefinition printer) =>
        (await TalkAsync(printer, async line => new(PrintResult.Printed, await StatusAsync(line)))).Condition;

    public async Task<Printing> PrintAsync(PrinterDefinition printer, Slip slip)
    {
        if (EscPosSlip.Of(slip, printer, picture) is not { } bytes)
        {
            return new(PrintResult.NotPrinted, PrinterCondition.NoFont);
        }

        return await TalkAsync(printer, async line =>
        {
            if (await StatusAsync(line) is var before && !before.Prints())
            {
                return new(PrintResult.NotPrinted, before);
            }

            line.IsInDoubt = true;
            await line.SendAsync([.. bytes, .. PaperWhenThrough], patience.Print);
            await line.HearThroughAsync(patience.Print);
            var after = await StatusAsync(line);
            return new(after.Prints() ? PrintResult.Printed : PrintResult.InDoubt, after);
        });
    }

    private async Task<PrinterCondition> StatusAsync(Line line) => new PrinterStatus(
        await AskAsync(line, 1), await AskAsync(line, 2), await AskAsync(line, 3), await AskAsync(line, 4)).Condition;

    private async Task<byte> AskAsync(Line line, byte what)
    {
        await line.SendAsync([0x10, 0x04, what], patience.Answer);
        return await line.HearAsync(patience.Answer);
    }

    // One slip at a time: two would be mixed on the paper.
    private async Task<Printing> TalkAsync(PrinterDefinition printer, Func<Line, Task<Printing>> talk)
    {
        var turn = _turns.GetOrAdd((printer.Host, printer.Port), _ => new(1, 1));
        if (!await turn.WaitAsync(patience.Print))
        {
            return new(PrintResult.NotPrinted, PrinterCondition.Silent);
        }

        using var socket = new TcpClient { NoDelay = true };
        Line? line = null;
        try
        {
            using var late = new CancellationTokenSource(patience.Answer);
            await socket.ConnectAsync(printer.Host, printer.Port, late.Token);
            line = new(socket.GetStream());
            return await talk(line);
        }
        catch (Exception problem) when (problem is SocketException or IOException or OperationCanceledException)
        {
            return new(line?.IsInDoubt is true ? PrintResult.InDoubt : PrintResult.NotPrinted, line is null ? PrinterCondition.Unreachable : PrinterCondition.Silent);
        }
        finally
        {
            turn.Release();
        }
    }

    private sealed class Line(NetworkStream stream)
    {
        /// <summary>From here on something may be on paper.</summary>
        public bool IsInDoubt { get; set; }

        public async Task SendAsync(byte[] bytes, TimeSpan within)
        {
            using var late = new CancellationTokenSource(within);
            await stream.WriteAsync(bytes, late.Token);
        }

        public async Task<byte> HearAsync(TimeSpan within)
        {
            using var late = new CancellationTokenSource(within);
            return await HearAsync(late.Token);
        }

        /// <summary>
        /// Until the slip is through. Two dots of a picture may look like <c>DLE EOT</c>, which a printer answers wherever it reads it; the
        /// answer to <c>GS r</c> alone has no bit 4.
        /// </summary>
        public async Task HearThroughAsync(TimeSpan within)
        {
            using var late = new CancellationTokenSource(within);
            while (((await HearAsync(late.Token)) & 0b1001_0000) != 0) { }
        }

        private async Task<byte> HearAsync(CancellationToken late)
        {
            var heard = new byte[1];
            await stream.ReadExactlyAsync(heard, late);
            return heard[0];
        }
    }
}
