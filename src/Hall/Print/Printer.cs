using GridDesk.Kernel.Events;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Print;

/// <summary>A receipt printer as it was last seen.</summary>
internal sealed class Printer : Subject
{
    public required string Site { get; init; }

    /// <summary>As the pack has it.</summary>
    public required string Code { get; init; }

    public PrinterCondition Condition { get; private set; }
    public required Instant Since { get; set; }

    public override string Key => $"printer:{Site}/{Code}";

    /// <summary>Whether that is news. A printer that a visitor doubts is believed again once somebody has looked.</summary>
    public bool Hears(PrinterCondition condition) => condition != Condition && !(Condition is PrinterCondition.Doubted && condition.Prints());

    public PrinterChanged Become(PrinterCondition condition, Instant now)
    {
        (Condition, Since) = (condition, now);
        return new(Site, Code, condition);
    }

    private sealed class Mapping : IEntityTypeConfiguration<Printer>
    {
        public void Configure(EntityTypeBuilder<Printer> printer)
        {
            printer.ToTable("printers");
            printer.HasKey(p => new { p.Site, p.Code });
            printer.Ignore(p => p.Key);
            printer.Property(p => p.Site).HasMaxLength(40);
            printer.Property(p => p.Code).HasMaxLength(40);
        }
    }
}

internal static class PrinterWords
{
    /// <summary>Slips come out of it.</summary>
    public static bool Prints(this PrinterCondition condition) => condition is PrinterCondition.Ready or PrinterCondition.PaperLow;

    /// <summary>What is the matter, and what somebody has to do.</summary>
    public static Phrase Name(this PrinterCondition condition) => condition switch
    {
        PrinterCondition.Ready => new("正常", "ready"),
        PrinterCondition.PaperLow => new("紙快用完了，請準備換紙", "paper is running low: have a roll at hand"),
        PrinterCondition.NoPaper => new("沒有紙了，請換紙", "out of paper: put a roll in"),
        PrinterCondition.CoverOpen => new("上蓋沒蓋好", "the cover is open: close it"),
        PrinterCondition.Jam => new("卡紙或裁刀卡住，請打開看看", "paper or cutter is stuck: open it and look"),
        PrinterCondition.Offline => new("離線，請看機器上的燈", "off line: look at its lamps"),
        PrinterCondition.Unreachable => new("連不上，請看電源和網路線", "cannot be reached: check its power and its cable"),
        PrinterCondition.Silent => new("沒有回應，請重新開機", "does not answer: switch it off and on again"),
        PrinterCondition.NoFont => new("伺服器沒有中文字型，請資訊人員安裝", "the server has no Chinese font: ask for one to be installed"),
        PrinterCondition.Doubted => new("有用戶說沒有印出來，請去看一下", "a visitor says that nothing came out: please look"),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };
}
