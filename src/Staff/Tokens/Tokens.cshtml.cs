using System.ComponentModel.DataAnnotations;
using GridDesk.Kernel.Time;
using GridDesk.Staff.People;
using GridDesk.Ui;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Staff.Tokens;

[Needs(Right.UseApi)]
internal sealed class TokensPage(CurrentStaff me, TokenDesk desk, Chrome chrome, IClock clock) : PageModel, IShowAgain
{
    public Form Input { get; } = new();

    public string? Issued { get; private set; }

    public IReadOnlyList<ApiToken> Held { get; private set; } = [];

    public Instant Now { get; } = clock.Now();

    public IReadOnlyList<Choice> MyRoles => Choices.Of(me.Roles.Order());

    public IReadOnlyList<Choice> Kinds { get; } = [.. Enum.GetValues<TokenKind>().Select(kind => new Choice($"{kind}", KindWords(kind)))];

    public static Phrase KindWords(TokenKind kind) => kind is TokenKind.App
        ? new("一個應用程式，以自己的名義", "A program, in its own name")
        : new("我自己的小工具，以我的名義", "My own script, in my name");

    public Task OnGetAsync() => ShowAgainAsync();

    public async Task ShowAgainAsync() => Held = await desk.OfAsync(me.Id, HttpContext.RequestAborted);

    public async Task<IActionResult> OnPostIssueAsync(Form input)
    {
        var expires = chrome.Zone.AtStartOfDay(input.Expires!.Value.PlusDays(1)).ToInstant();
        Issued = await desk.IssueAsync(me.Id, input.Name, input.Kind, input.Roles, expires, me.Actor, HttpContext.RequestAborted);
        ModelState.Clear();
        await ShowAgainAsync();
        return Page();
    }

    public async Task<IActionResult> OnPostRevokeAsync(Guid id)
    {
        await desk.RevokeAsync(me.Id, id, me.Actor, HttpContext.RequestAborted);
        return LocalRedirect("~/desk/account/tokens");
    }

    internal sealed class Form
    {
        [StringLength(100)]
        public string Name { get; set; } = "";

        public TokenKind Kind { get; set; }

        public List<Role> Roles { get; set; } = [];

        [Required]
        public LocalDate? Expires { get; set; }
    }
}
