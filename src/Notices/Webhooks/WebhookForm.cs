using GridDesk.Ui.Fields;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Webhooks;

/// <summary>What an administrator says of a receiver.</summary>
internal abstract class WebhookForm : PageModel
{
    [BindProperty]
    public string? Name { get; set; }

    [BindProperty]
    public string? Address { get; set; }

    [BindProperty]
    public List<string> Kinds { get; set; } = [];

    public static IReadOnlyList<Choice> Choices { get; } = [.. WebhookKinds.All.Select(kind => new Choice(kind.Name, new($"{kind.Title.Zh} {kind.Name}", $"{kind.Title.En} {kind.Name}")))];
}
