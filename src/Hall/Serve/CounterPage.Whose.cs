using GridDesk.Hall.Take;
using GridDesk.Hall.Whose;
using GridDesk.Services;
using Microsoft.AspNetCore.Mvc;

namespace GridDesk.Hall.Serve;

/// <summary>Who it is that was called, and what they come for becomes a request.</summary>
internal sealed partial class CounterPage
{
    /// <summary>Number of a request, or an electricity number.</summary>
    [BindProperty]
    public string? Number { get; set; }

    /// <summary>Null while nobody said whose the ticket is, or this clerk may not see it.</summary>
    public WhoseCard? Card { get; private set; }

    /// <summary>The papers that a greeter missed.</summary>
    public IReadOnlyList<Phrase> MissingPapers => Serving is { } serving
        ? [.. Paper.Of(serving.Errands.Select(e => services.FindOrOldest(e, serving.Day)).OfType<ServiceDefinition>()).Where(p => serving.MissingPapers.Contains(p.Id)).Select(p => p.Name)]
        : [];

    public bool MayBegin(string errand) => (me.Has(GridDesk.Staff.Right.FileRequests) || me.Has(GridDesk.Staff.Right.ReceiveOnly)) && services.Find(errand, Now!.Day) is { OpensCase: true } && Serving?.Filed.Any(f => f.Errand == errand) is false;

    public bool MayLink => me.Has(GridDesk.Staff.Right.SeePersonalData);

    private async Task<IActionResult?> DoWithServedAsync(string act, CancellationToken cancel)
    {
        if (act is not ("link" or "unlink" or "begin"))
        {
            return BadRequest();
        }

        if (act is "link" or "unlink")
        {
            me.Require(GridDesk.Staff.Right.SeePersonalData);
        }

        await ShowAgainAsync();
        var serving = Serving ?? throw new Refusal("hall.nobody", "現在沒有叫號。", "Nobody is called now.");
        switch (act)
        {
            case "link":
                await desk.LinkAsync(serving.Id, await looking.FindAsync(Number, cancel), WhoseProof.Clerk, me.Actor, cancel);
                return null;
            case "unlink":
                await desk.UnlinkAsync(serving.Id, me.Actor, cancel);
                return null;
            default:
                return LocalRedirect($"~/{await intake.BeginAsync(me, Errand ?? "", await whose.AccountOfAsync(serving, cancel), serving.Key, cancel)}");
        }
    }
}
