using GridDesk.Hall.Definition;
using GridDesk.Hall.Take;
using GridDesk.Hall.Wait;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Ui.Words;

namespace GridDesk.Hall.Print;

/// <summary>Writes a ticket's slip in its visitor's language: where, which number, what for, how long, what to have at hand, and how to follow it on a telephone.</summary>
internal sealed class SlipWriting(HallState hall, TicketCodes codes, ServiceCatalogue services, PackInForce pack)
{
    /// <param name="address">Of the office's site, as a visitor's telephone reaches it.</param>
    public async Task<Slip> OfAsync(Ticket ticket, string address, CancellationToken cancel = default)
    {
        var (prospect, code) = (await hall.OfAsync(ticket, cancel), await codes.OfAsync(ticket.Id, cancel));
        if (ticket is { Prints: 0, Told: { } told })
        {
            prospect = prospect is null ? null : prospect with { Wait = told }; // what is kept as told is what the slip says
        }

        return ticket.Language.Speaking(() => Of(ticket, prospect, code, $"{address}{(ticket.Language is Language.English ? "/en" : "")}{PathOf(ticket, code)}"));
    }

    /// <summary>Where a ticket is followed, without the language.</summary>
    public static string PathOf(Ticket ticket, string code) => $"/hall/{ticket.Site}/tickets/{ticket.Name}?code={code}";

    private Slip Of(Ticket ticket, Prospect? prospect, string code, string link)
    {
        var (errands, at) = (ticket.Errands.Select(e => services.Find(e, ticket.Day)).OfType<ServiceDefinition>().ToList(), ticket.TakenAt.InZone(pack.Calendar.Zone));
        var papers = Paper.Of(errands).Where(p => p.Required).ToList();
        return new(
        [
            new(SlipKind.Head, $"{pack.Office.Name}"),
            new(SlipKind.Head, $"{pack.Sites.Sites.First(s => s.Code == ticket.Site).Name}"),
            new(SlipKind.Rule),
            new(SlipKind.Head, $"{HallSettings.Find(pack)!.Of(ticket.Kind).Name}"),
            new(SlipKind.Number, ticket.Name),
            .. prospect is null ? (SlipLine[])[] : [new(SlipKind.Bold, Languages.Say($"前面 {prospect.Ahead} 人", $"{prospect.Ahead} ahead of you") + (prospect.Wait is { } wait ? Languages.Say($"，約 {wait.From}–{wait.To} 分鐘", $", about {wait.From}–{wait.To} minutes") : ""))],
            new(SlipKind.Plain, $"{DateWords.Long(at.Date)} {DateWords.Clock(at.TimeOfDay)}"),
            new(SlipKind.Rule),
            .. errands.Select(e => new SlipLine(SlipKind.Bold, $"{e.Name}")),
            .. papers.Count == 0 ? (SlipLine[])[] : [new(SlipKind.Plain, Languages.Say("請先準備好：", "Please have ready:")), .. papers.Select(p => new SlipLine(SlipKind.Plain, $"□ {p.Name}{(p.When is { } when ? Languages.Say($"（{when}才要）", $" (only if {when})") : "")}"))],
            new(SlipKind.Rule),
            new(SlipKind.Qr, link),
            new(SlipKind.Head, Languages.Say($"代碼 {code}", $"Code {code}")),
            new(SlipKind.Plain, Languages.Say("掃描看前面還有幾人。過號請找服務人員，不用重抽。", "Scan to see how many are ahead. Missed your number? Ask any of us; no need to take another.")),
        ]);
    }
}
