using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>Real ids of the demonstration district, found as people find them.</summary>
internal static class Found
{
    public static string Fill(IReadOnlyDictionary<string, string> found, string path)
    {
        foreach (var (name, value) in found)
        {
            path = path.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        path.ShouldNotContain("{");
        return path;
    }

    public static async Task<IReadOnlyDictionary<string, string>> OfAsync(OpenOffice office)
    {
        var found = new Dictionary<string, string>();
        (found["accepted"], found["acceptedCode"]) = await Sample.AcceptedAsync(office);
        (found["slip"], found["slipCode"]) = await Sample.LackingAsync(office);

        await using var supervisor = await office.VisitAsync(user: "supervisor");
        found["case"] = await IdAsync(supervisor, "/desk/promises?light=InTime", "/desk/requests/");
        found["waiting"] = await IdAsync(supervisor, $"/desk/search?q={found["slip"]}", "/desk/requests/");
        found["closed"] = await IdAsync(supervisor, "/desk/search?q=" + Uri.EscapeDataString("陳"), "/desk/requests/", row: "已結案");
        found["customer"] = await IdAsync(supervisor, "/desk/search?q=" + Uri.EscapeDataString("陳"), "/desk/customers/");

        found["fresh"] = await IdAsync(supervisor, $"/desk/search?q={found["accepted"]}", "/desk/requests/");
        found["letter"] = await Sample.LetterAsync(supervisor, found["fresh"]);

        await supervisor.GoAsync("/desk/chase");
        found["chase"] = await LinkAsync(supervisor, "main a[href^='/desk/chase/']");
        await supervisor.GoAsync("/desk/tasks");
        found["task"] = await LinkAsync(supervisor, "main td a[href^='/desk/tasks/']");

        await supervisor.GoAsync("/desk/hall/roster");
        found["shift"] = await LinkAsync(supervisor, "main td a[href^='/desk/hall/roster/']");

        await supervisor.GoAsync("/desk/bills/import");
        found["bills"] = await LinkAsync(supervisor, "main tr:last-child a[href^='/desk/bills/import/0']");
        await supervisor.GoAsync("/desk/supply");
        found["supply"] = await LinkAsync(supervisor, "main a[href^='/desk/supply/']");
        await supervisor.GoAsync("/desk/supply?state=done");
        found["powered"] = await LinkAsync(supervisor, "main a[href^='/desk/supply/']");
        foreach (var (name, state) in new[] { ("handover", "Received"), ("takenOn", "Accepted"), ("answered", "Answered") })
        {
            await supervisor.GoAsync($"/desk/handovers?state={state}");
            found[name] = await LinkAsync(supervisor, "main a[href^='/desk/handovers/']");
        }

        await supervisor.GoAsync("/desk/care-calls?show=call");
        found["careCall"] = await LinkAsync(supervisor, "main td a[href^='/desk/care-calls/']");
        await supervisor.GoAsync("/desk/care-calls?show=send");
        found["careSend"] = await LinkAsync(supervisor, "main td a[href^='/desk/care-calls/']");

        await supervisor.GoAsync("/desk/mass-notices");
        found["massNotice"] = await LinkAsync(supervisor, "main td a[href^='/desk/mass-notices/']");

        await using var admin = await office.VisitAsync(user: "admin");
        await admin.GoAsync("/desk/admin/webhooks");
        found["webhook"] = await LinkAsync(admin, "main td a[href^='/desk/admin/webhooks/']");
        found["person"] = await IdAsync(admin, "/desk/staff?q=editor", "/desk/staff/");
        await admin.GoAsync($"/desk/staff/{found["person"]}");
        await admin.Page.Locator("form[action*=Link] button").ClickAsync();
        await admin.Page.WaitForSelectorAsync("[data-link]");
        found["link"] = "/set-password" + (await admin.TextAsync("[data-link]")).Split("/set-password")[1].Split([' ', '\n', '\t'])[0];

        await using var head = await office.VisitAsync(user: "head");
        await head.GoAsync("/plan");
        found["rows"] = await LinkAsync(head, "a[href^='/plan/108/1.']");
        await head.GoAsync("/desk/procedures");
        found["procedure"] = await LinkAsync(head, "main td a[href^='/desk/procedures/']");
        await head.GoAsync("/desk/shadow");
        found["shadow"] = (await LinkAsync(head, "main a[href^='/desk/shadow/0']")).Split('/')[^1];
        await head.GoAsync("/plan");
        found["amend"] = await LinkAsync(head, "a[href*='/amend']");

        await using var editor = await office.VisitAsync(user: "editor");
        await editor.GoAsync("/desk/hall/messages");
        found["message"] = await LinkAsync(editor, "main td a[href^='/desk/hall/messages/']");
        found["messagePaper"] = $"{await LinkAsync(editor, "main td a:has-text('過戶')")}/paper";

        await using var visitor = await office.VisitAsync();
        await visitor.GoAsync("/hall/centre/kiosk?errand=XFER");
        await visitor.Page.Locator("main form button").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/tickets/**");
        found["ticket"] = new Uri(visitor.Page.Url).PathAndQuery;
        found["ticketWho"] = found["ticket"].Replace("?code", "/who?code", StringComparison.Ordinal);
        found["kioskWho"] = found["ticketWho"].Replace("/tickets/", "/kiosk/", StringComparison.Ordinal);
        found["kioskTicket"] = found["ticket"].Replace("/tickets/", "/kiosk/", StringComparison.Ordinal);

        (found["booking"], found["wait"]) = await Sample.BookingAsync(visitor);
        found["bookingForm"] = await Sample.BookingFormAsync(visitor, "/book/merge");

        await using var clerk = await office.VisitAsync(user: "clerk");
        await clerk.GoAsync($"/desk/bookings?q={found["booking"].Split('/', '?')[3]}");
        found["deskBooking"] = await LinkAsync(clerk, "main td a[href^='/desk/bookings/']");
        found["taken"] = await Sample.TakenAsync(clerk);
        found["contact"] = await Sample.ContactAsync(clerk);
        found["choices"] = await Sample.ChoicesAsync(office);
        await supervisor.GoAsync("/desk/admin/spool");
        found["spooled"] = await LinkAsync(supervisor, "main td a[href^='/desk/admin/spool/']");
        return found;
    }

    private static async Task<string> IdAsync(Visit visit, string path, string before, string? row = null)
    {
        await visit.GoAsync(path);
        var links = visit.Page.Locator($"main {(row is null ? "" : $"tr:has-text('{row}') ")}a[href^='{before}0']");
        return (await links.First.GetAttributeAsync("href"))![before.Length..].Split('/', '?')[0];
    }

    private static async Task<string> LinkAsync(Visit visit, string selector) => (await visit.Page.Locator(selector).First.GetAttributeAsync("href"))!;
}
