using GridDesk.Staff;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Requests.Work;

/// <summary>Every filter that the reader keeps; the lists themselves post here.</summary>
[Needs(Right.SeeRequests)]
internal sealed class ListsPage(SavedListDesk desk) : PageModel, IShowAgain
{
    /// <summary>Which list, and its filter as in the address.</summary>
    [BindProperty(SupportsGet = true)]
    public string? List { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Query { get; set; }

    [BindProperty]
    public string? ListName { get; set; }

    public IReadOnlyList<SavedList> Mine { get; private set; } = [];

    /// <summary>The list that is being kept; null when the page is only looked at.</summary>
    public ListShown? Shown => List is { } list && SavedList.Lists.ContainsKey(list) ? new(list, Query ?? "") : null;

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync() => Mine = await desk.MineAsync(cancel: HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostKeepAsync()
    {
        var shown = new ListShown(List ?? "", Query ?? "");
        await desk.KeepAsync(shown, ListName, HttpContext.RequestAborted);
        return LocalRedirect($"~/desk/{shown.List}{shown.Query}");
    }

    public async Task<IActionResult> OnPostForgetAsync(Guid kept)
    {
        await desk.ForgetAsync(kept, HttpContext.RequestAborted);
        return Shown is { Query: "" or ['?', ..] } shown ? LocalRedirect($"~/desk/{shown.List}{shown.Query}") : LocalRedirect("~/desk/lists");
    }
}
