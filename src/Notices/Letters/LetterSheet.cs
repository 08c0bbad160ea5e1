using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Slip;

namespace GridDesk.Notices.Letters;

/// <summary>One page of paper: what the letter says, and what the office puts around it.</summary>
/// <param name="To">The lines in the window.</param>
/// <param name="Qr">Opens the tracking page; null where there is none.</param>
internal sealed record LetterSheet(Language Language, Phrase Company, Phrase Office, string Phone, string To, string Date, string Title, string Text, QrSvg? Qr)
{
    public string Say(string zh, string en) => Language is Language.English ? en : zh;

    /// <param name="link">Of the tracking page.</param>
    public static LetterSheet Of(PackInForce pack, Language language, string to, LocalDate day, string title, string text, string? link) =>
        new(language, pack.Office.Company, pack.Office.Name, pack.Office.Phone, to, Dated(day).In(language), title, text, link is null ? null : QrSvg.Of(link));

    private static Phrase Dated(LocalDate day) => new($"中華民國{RocDate.Show(day).Zh}", RocDate.Show(day).En);
}
