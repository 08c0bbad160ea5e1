namespace GridDesk.BrowserTests.Journeys;

/// <summary>A page in one state.</summary>
/// <param name="Route">The template of the page, as it says itself.</param>
/// <param name="Path">Its address; <c>{case}</c> and the like stand for ids of <see cref="Found"/>.</param>
/// <param name="User">Who looks; null for a customer.</param>
/// <param name="Wrong">Presses this button with everything left blank, and looks at what comes back.</param>
/// <param name="Status">The answer's status.</param>
internal sealed record Look(string Route, string Path, string? User = null, string? Wrong = null, int Status = 200);

/// <summary>Every page of the program, each in every state that looks different. A page that is not here fails a test.</summary>
internal static class Looks
{
    /// <summary>Pages that <see cref="ApplicationTests"/> goes through one by one.</summary>
    public static readonly string[] ByWalking = ["apply/{code}/{draft:guid}/{at}", "apply/{code}/{draft:guid}/check", "apply/{code}/{draft:guid}/done"];

    /// <summary>Addresses that lead on and show nothing themselves.</summary>
    public static readonly string[] LeadOn = ["desk/requests/by-number/{number}"];

    private const string Submit = "main form[method=post] button.govuk-button";

    public static readonly IReadOnlyList<Look> All =
    [
        new("", "/"),
        new("services", "/services"),
        new("services", "/services?q=過戶"),
        new("services", "/services?q=xyzzy"),
        new("services/{code}", "/services/xfer"),
        new("services/{code}", "/services/new-lv"),
        new("services/{code}", "/services/fault"),
        new("services/{code}", "/services/pay"),
        new("apply/{code}", "/apply/xfer"),
        new("apply/{code}", "/apply/xfer?lost=true"),
        new("track/{number?}", "/track", Wrong: Submit),
        new("track/{number?}", "/track/{accepted}?code={acceptedCode}"),
        new("track/{number?}", "/track/{slip}?code={slipCode}"),
        new("track/{number}/withdraw", "/track/{slip}/withdraw?code={slipCode}"),
        new("slip/{number}", "/slip/{accepted}?code={acceptedCode}"),
        new("slip/{number}", "/slip/{slip}?code={slipCode}"),
        new("slip/{number}", "/slip/{slip}?code=WRONG999", Status: 404),
        new("plan", "/plan"),
        new("plan", "/plan", "head"),
        new("plan", "/plan?q=xyzzy"),
        new("plan/{rocYear:int}/{measure}/{indicator}", "{rows}", "head"),
        new("error/{code:int}", "/nowhere", Status: 404),
        new("sign-in", "/sign-in", Wrong: Submit),
        new("sign-out", "/sign-out", "clerk"),
        new("first-administrator", "/first-administrator?token=none", Status: 404),
        new("set-password", "/set-password?token=none", Status: 404),
        new("set-password", "{link}", Wrong: Submit),

        new("desk", "/desk", "clerk"),
        new("desk", "/desk", "head"),
        new("desk", "/desk", "admin"),
        new("desk", "/desk", "editor"),
        new("desk/promises", "/desk/promises", "supervisor"),
        new("desk/promises", "/desk/promises?owner=nobody", "clerk", Wrong: "#give button"),
        new("desk/promises", "/desk/promises?service=LAMP&light=Overdue&owner=nobody", "clerk"),
        new("desk/lists", "/desk/lists", "clerk"),
        new("desk/lists", "/desk/lists?list=chase&query=%3Fstate%3Dopen", "supervisor", Wrong: Submit),
        new("desk/workload", "/desk/workload", "head"),
        new("desk/workload", "/desk/workload", "clerk"),
        new("desk/calendar", "/desk/calendar", "head", Wrong: Submit),
        new("desk/tell", "/desk/tell", "supervisor"),
        new("desk/chase", "/desk/chase", "supervisor"),
        new("desk/chase", "/desk/chase?state=answered", "clerk"),
        new("desk/chase/{id:guid}", "{chase}", "supervisor", Wrong: Submit),
        new("desk/tasks", "/desk/tasks", "supervisor"),
        new("desk/tasks", "/desk/tasks?state=overdue&whose=me", "clerk"),
        new("desk/tasks/{id:guid}", "{task}", "supervisor", Wrong: "form[action*=Answer] button"),
        new("desk/tasks/{id:guid}", "{task}", "head"),
        new("desk/supply", "/desk/supply", "supervisor"),
        new("desk/supply", "/desk/supply?state=done", "head"),
        new("desk/supply/{id}", "{supply}", "supervisor"),
        .. new[] { "reach", "delay", "wish" }.Select(form => new Look("desk/supply/{id}", $"{{supply}}?do={form}", "supervisor", Wrong: "#do form button.govuk-button")),
        new("desk/supply/{id}", "{powered}", "auditor"),
        new("desk/handovers", "/desk/handovers", "supervisor"),
        new("desk/handovers", "/desk/handovers?state=all&overdue=true", "clerk"),
        new("desk/handovers", "/desk/handovers?state=Returned&kind=billing&department=billing", "head"),
        .. new[] { "", "?do=accept", "?do=return" }.Select(action => new Look("desk/handovers/{id:guid}", $"{{handover}}{action}", "clerk", Wrong: action == "?do=return" ? "#do form button.govuk-button" : null)),
        .. new[] { "?do=answer", "?do=file" }.Select(action => new Look("desk/handovers/{id:guid}", $"{{takenOn}}{action}", "clerk", Wrong: "#do form button.govuk-button")),
        new("desk/handovers/{id:guid}", "{answered}", "auditor"),
        new("desk/care-calls", "/desk/care-calls", "clerk"),
        new("desk/care-calls", "/desk/care-calls?show=ended&way=Email", "head"),
        new("desk/care-calls/new", "/desk/care-calls/new", "clerk", Wrong: Submit),
        .. new[] { "", "?do=withdraw", "?do=call" }.Select(action => new Look("desk/care-calls/{id:guid}", $"{{careCall}}{action}", "clerk", Wrong: action.Length > 0 ? "#do form button.govuk-button" : null)),
        new("desk/care-calls/{id:guid}", "{careSend}?do=send", "clerk"),
        new("desk/care-calls/{id:guid}", "{careCall}", "auditor"),
        new("desk/noon", "/desk/noon", "volunteer", Wrong: Submit),
        new("desk/noon", "/desk/noon", "head"),
        new("desk/noon/baseline", "/desk/noon/baseline", "head", Wrong: Submit),
        new("desk/procedures", "/desk/procedures", "head"),
        new("desk/procedures", "/desk/procedures", "clerk"),
        new("desk/procedures/new", "/desk/procedures/new", "head"),
        new("desk/procedures/new", "/desk/procedures/new?service=XFER", "head", Wrong: Submit),
        new("desk/procedures/{id:guid}", "{procedure}", "head", Wrong: Submit),
        new("desk/bills/import", "/desk/bills/import", "clerk", Wrong: Submit),
        new("desk/bills/import/{id:guid}", "{bills}", "supervisor"),
        new("desk/shadow", "/desk/shadow", "head", Wrong: Submit),
        new("desk/shadow/{id:guid}", "/desk/shadow/{shadow}", "head"),
        new("desk/shadow/{id:guid}", "/desk/shadow/{shadow}?show=differs", "admin"),
        new("desk/search", "/desk/search", "clerk"),
        new("desk/search", "/desk/search?q=陳", "clerk"),
        new("desk/search", "/desk/search?q=xyzzy", "clerk"),
        new("desk/search", "/desk/search?q={accepted}", "greeter"),
        new("desk/intake", "/desk/intake", "clerk", Wrong: Submit),
        new("desk/intake/{code}", "/desk/intake/XFER", "supervisor", Wrong: "[data-key='Alt+S']"),
        new("desk/intake/{code}", "/desk/intake/EV", "supervisor", Wrong: "[data-key='Alt+S']"),
        new("desk/intake/{code}", "/desk/intake/FAULT", "supervisor", Wrong: "[data-key='Alt+S']"),
        new("desk/intake/{code}", "/desk/intake/XFER", "volunteer"),
        new("desk/intake/taken/{id:guid}", "/desk/intake/taken/{taken}", "clerk"),
        new("desk/requests/{id:guid}", "/desk/requests/{case}", "supervisor"),
        new("desk/requests/{id:guid}", "/desk/requests/{waiting}", "supervisor"),
        new("desk/requests/{id:guid}", "/desk/requests/{closed}", "supervisor"),
        new("desk/requests/{id:guid}", "/desk/requests/{case}", "auditor"),
        .. new[] { "assign", "coordinate", "step", "ask", "complete", "clock", "tell", "extend", "note", "withdraw", "refuse", "reverse", "slip", "answer" }
            .Select(action => new Look("desk/requests/{id:guid}", $"/desk/requests/{{case}}?do={action}", "supervisor", Wrong: action is "ask" or "coordinate" or "refuse" or "extend" or "tell" or "note" or "assign" ? "#do form button.govuk-button" : null)),
        .. new[] { "supply", "waive" }.Select(action => new Look("desk/requests/{id:guid}", $"/desk/requests/{{waiting}}?do={action}", "supervisor")),
        new("desk/requests/{id:guid}", "/desk/requests/{closed}?do=reopen", "supervisor", Wrong: "#do form button.govuk-button"),
        new("desk/requests/{id:guid}/correct", "/desk/requests/{case}/correct", "supervisor", Wrong: Submit),
        new("desk/customers/{id:guid}", "/desk/customers/{customer}", "clerk"),
        new("desk/customers/{id:guid}", "/desk/customers/0197863e-5c00-7000-8000-000000000001", "clerk", Status: 404),
        new("desk/contacts", "/desk/contacts", "clerk", Wrong: "form[action*=Add] button.govuk-button"),
        new("desk/contacts/{id:guid}", "/desk/contacts/0197863e-5c00-7000-8000-000000000001", "clerk", Status: 404),
        new("desk/plan/{rocYear:int}/measures/{code}/amend", "{amend}", "head", Wrong: Submit),
        new("desk/plan/{rocYear:int}/basis", "/desk/plan/108/basis", "head"),
        new("desk/plan/{rocYear:int}/copy-forward", "/desk/plan/108/copy-forward", "head", Wrong: Submit),

        new("desk/account", "/desk/account", "handler", Wrong: "form[action*=Password] button"),
        new("desk/account/tokens", "/desk/account/tokens", "supervisor", Wrong: Submit),
        new("desk/account/deputies", "/desk/account/deputies", "handler", Wrong: Submit),
        new("desk/staff", "/desk/staff", "admin"),
        new("desk/staff", "/desk/staff?q=xyzzy", "admin"),
        new("desk/staff/add", "/desk/staff/add", "admin", Wrong: Submit),
        new("desk/staff/{id:guid}", "/desk/staff/{person}", "admin"),
        new("desk/staff/{id:guid}/edit", "/desk/staff/{person}/edit", "admin", Wrong: Submit),
        new("desk/staff/{id:guid}/certificates", "/desk/staff/{person}/certificates", "admin", Wrong: Submit),
        new("desk/staff/{id:guid}/shifts", "/desk/staff/{person}/shifts", "admin", Wrong: Submit),
        new("desk/staff/{id:guid}/deputies", "/desk/staff/{person}/deputies", "admin", Wrong: Submit),
        new("desk/admin/access", "/desk/admin/access", "auditor"),
        new("desk/admin/work", "/desk/admin/work", "admin"),
        new("desk/admin/work", "/desk/admin/work", "clerk", Status: 403),
    ];
}
