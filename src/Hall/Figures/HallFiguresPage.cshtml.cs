using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Hall.Figures;

/// <summary>How a hall has been going: waiting and serving by line, counter and hour, who came again, noon before and since, and when people come. Of counters, never of people.</summary>
[Needs(Right.SeeHallFigures)]
internal sealed class HallFiguresPage(FiguresReading reading, PackInForce pack) : PageModel
{
    public FiguresFilter Asked { get; private set; } = new();

    public HallFigures Figures { get; private set; } = null!;

    public IReadOnlyList<TallyTable> Tables { get; private set; } = [];

    public IReadOnlyList<(string Code, Phrase Name)> Sites => [.. (HallSettings.Find(pack)?.Halls ?? []).Select(h => (h.Site, pack.Sites.Sites.First(s => s.Code == h.Site).Name))];

    /// <summary>The quick and the senior line beside the ordinary one: by how many minutes the mean wait is longer, or shorter where it is negative.</summary>
    public IReadOnlyList<(Phrase Name, decimal Minutes)> AgainstOrdinary { get; private set; } = [];

    public async Task OnGetAsync([FromQuery] FiguresFilter filter, CancellationToken cancel)
    {
        try
        {
            (Asked, Figures) = await reading.ReadAsync(filter, cancel);
        }
        catch (Refusal refused) when (refused is { Code: "hall.days", Field: { } field })
        {
            ModelState.AddModelError(field, refused.Reason.ToString());
            (Asked, Figures) = await reading.ReadAsync(new() { Site = filter.Site }, cancel);
        }

        Response.StatusCode = ModelState.IsValid ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity;
        var kinds = HallSettings.Find(pack)!;
        Tables = TallyTable.Of(Figures, kind => kinds.Of(kind).Name);
        var waits = Figures.Kinds.ToDictionary(of => of.Kind, of => of.Tally.Waited.Mean);
        AgainstOrdinary = [.. new[] { TicketKind.Quick, TicketKind.Senior }.Where(kind => waits.GetValueOrDefault(kind) is not null && waits.GetValueOrDefault(TicketKind.Ordinary) is not null)
            .Select(kind => (kinds.Of(kind).Name, waits[kind]!.Value - waits[TicketKind.Ordinary]!.Value))];
    }
}
