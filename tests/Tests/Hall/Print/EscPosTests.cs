using FsCheck;
using FsCheck.Fluent;
using GridDesk.Hall;
using GridDesk.Hall.Definition;
using GridDesk.Hall.Print;

namespace GridDesk.Tests.Hall.Print;

/// <summary>What a printer says is believed only as far as it goes.</summary>
public sealed class EscPosTests
{
    private static readonly SlipPicture Picture = new();
    private static readonly Slip Ours = new([new(SlipKind.Head, "嘉義區營業處"), new(SlipKind.Number, "1001"), new(SlipKind.Plain, "前面 3 人"), new(SlipKind.Qr, "https://example.org/hall/centre/tickets/1001?code=ABCD2345")]);

    [Theory]
    [InlineData(PrinterMood.Well, nameof(PrintResult.Printed), PrinterCondition.Ready, 1)]
    [InlineData(PrinterMood.PaperLow, nameof(PrintResult.Printed), PrinterCondition.PaperLow, 1)]
    [InlineData(PrinterMood.Slow, nameof(PrintResult.Printed), PrinterCondition.Ready, 1)]
    [InlineData(PrinterMood.NoPaper, nameof(PrintResult.NotPrinted), PrinterCondition.NoPaper, 0)]
    [InlineData(PrinterMood.CoverOpen, nameof(PrintResult.NotPrinted), PrinterCondition.CoverOpen, 0)]
    [InlineData(PrinterMood.Jammed, nameof(PrintResult.NotPrinted), PrinterCondition.Jam, 0)]
    [InlineData(PrinterMood.Mute, nameof(PrintResult.NotPrinted), PrinterCondition.Silent, 0)]
    [InlineData(PrinterMood.Babbles, nameof(PrintResult.NotPrinted), PrinterCondition.Silent, 0)]
    [InlineData(PrinterMood.JamsHalfway, nameof(PrintResult.InDoubt), PrinterCondition.Jam, 0)]
    [InlineData(PrinterMood.RunsOutHalfway, nameof(PrintResult.InDoubt), PrinterCondition.NoPaper, 0)]
    [InlineData(PrinterMood.Vanishes, nameof(PrintResult.InDoubt), PrinterCondition.Silent, 0)]
    [InlineData(PrinterMood.SaysErrorAndPrints, nameof(PrintResult.InDoubt), PrinterCondition.Jam, 1)]
    [InlineData(PrinterMood.SaysDoneAndPrintsNothing, nameof(PrintResult.Printed), PrinterCondition.Ready, 0)]
    public async Task What_became_of_a_slip_is_known_or_in_doubt(PrinterMood mood, string result, PrinterCondition condition, int slips)
    {
        await using var simulated = new SimulatedPrinter { Mood = mood };
        (await Printer(1500).PrintAsync(At(simulated.Port), Ours)).ShouldBe(new(Enum.Parse<PrintResult>(result), condition));
        simulated.Slips.Count.ShouldBe(slips);
    }

    [Fact]
    public async Task Where_nobody_answers_nothing_was_printed()
    {
        int port;
        await using (var gone = new SimulatedPrinter())
        {
            port = gone.Port;
        }

        (await Printer(500).PrintAsync(At(port), Ours)).ShouldBe(new(PrintResult.NotPrinted, PrinterCondition.Unreachable));
        (await Printer(500).AskAsync(At(port))).ShouldBe(PrinterCondition.Unreachable);
    }

    [Fact]
    public async Task Slips_that_are_sent_at_once_come_out_one_after_the_other_and_whole()
    {
        await using var simulated = new SimulatedPrinter();
        var printer = Printer(5000);
        var all = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => printer.PrintAsync(At(simulated.Port), Ours)));
        all.ShouldAllBe(p => p.Result == PrintResult.Printed);
        simulated.Slips.Count.ShouldBe(6);
        simulated.Slips.ShouldAllBe(slip => slip.SequenceEqual(simulated.Slips[0]));
    }

    [Fact]
    public void A_printer_with_a_font_gets_text_and_one_character_that_it_lacks_makes_the_slip_a_picture()
    {
        var font = At(9100) with { Cjk = PrinterCjk.Font };
        var text = EscPosSlip.Of(Ours, font, Picture)!;
        Contains(text, font.Encoding.GetBytes("嘉義區營業處")).ShouldBeTrue();
        Contains(text, "1001"u8).ShouldBeTrue();

        var rare = EscPosSlip.Of(new([new(SlipKind.Head, "𥕢")]), font, Picture)!;
        Contains(rare, [0x1D, (byte)'v', (byte)'0']).ShouldBeTrue();
        EscPosSlip.Of(Ours, At(9100), new SlipPicture(() => null)).ShouldBeNull("no font, and the printer has none either");
    }

    [Fact]
    public void A_slip_is_drawn_as_wide_as_the_paper_and_the_number_is_the_largest_thing_on_it()
    {
        foreach (var width in (int[])[384, 576])
        {
            var drawn = Picture.Of(Ours, width)!;
            drawn.Width.ShouldBe(width);
            var black = Enumerable.Range(0, drawn.Height).Select(y => Enumerable.Range(0, width).Count(x => drawn[x, y])).ToList();
            black.Count(row => row > 0).ShouldBeGreaterThan(width / 3);
            black.Max().ShouldBeLessThan(width);
        }
    }

    /// <summary>Whatever four bytes come back: it is said to print only when each is a status and none says otherwise.</summary>
    [Fact]
    public void No_bytes_make_a_printer_ready_but_those_that_say_so() =>
        Prop.ForAll(Gen.Choose(0, 255).Select(b => (byte)b).ArrayOf(4).ToArbitrary(), bytes =>
        {
            var condition = new PrinterStatus(bytes[0], bytes[1], bytes[2], bytes[3]).Condition;
            return !condition.Prints() || bytes.All(b => (b & 0x93) == 0x12) && (bytes[0] & 0x08) == 0 && (bytes[1] & 0x64) == 0 && (bytes[2] & 0x6C) == 0 && (bytes[3] & 0x60) == 0;
        }).QuickCheckThrowOnFailure();

    /// <summary>Nothing is lost by breaking, and no line begins with a closing mark.</summary>
    [Fact]
    public void A_line_is_broken_where_it_may_be_and_loses_nothing() =>
        Prop.ForAll(Gen.Elements("過", "戶", "，", "。", "）", "a", "bill for", "NEW-LV", "𥕢").ListOf().ToArbitrary(), parts =>
        {
            var text = string.Concat(parts);
            var lines = SlipPicture.Broken(text, part => part.Length <= 9);
            return string.Concat(lines).Replace(" ", "") == text.Replace(" ", "") && lines.Skip(1).All(l => l.Length == 0 || !"，。）".Contains(l[0]));
        }).QuickCheckThrowOnFailure();

    private static EscPosPrinter Printer(int milliseconds) => new(new(TimeSpan.FromMilliseconds(milliseconds), TimeSpan.FromMilliseconds(milliseconds * 2)), Picture);

    internal static PrinterDefinition At(int port) => new("entrance", Phrase.Same("entrance"), "127.0.0.1", port, 576);

    private static bool Contains(byte[] all, ReadOnlySpan<byte> part) => all.AsSpan().IndexOf(part) >= 0;
}
