using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>People and cases of the demonstration district that the journeys meet.</summary>
internal static partial class Sample
{
    private static readonly Queue<string> Numbers = [];

    /// <summary>The electricity number of another known customer each time.</summary>
    public static async Task<string> ElectricityNumberAsync(OpenOffice office)
    {
        if (Numbers.Count == 0)
        {
            await using var visit = await office.VisitAsync(user: "clerk");
            await visit.GoAsync("/desk/search?q=" + Uri.EscapeDataString("陳"));
            var customers = await visit.Page.Locator("a[href*='/desk/customers/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
            foreach (var customer in customers.Take(12))
            {
                await visit.GoAsync(customer);
                if (Number().Match(await visit.TextAsync("main")) is { Success: true } found)
                {
                    Numbers.Enqueue(found.Value.Replace("-", "", StringComparison.Ordinal));
                }
            }
        }

        return Numbers.Dequeue();
    }

    /// <summary>A request that was accepted on the web, and its code.</summary>
    public static async Task<(string Name, string Code)> AcceptedAsync(OpenOffice office) =>
        await FileAsync(office, """{"service":"COMPLAINT","applicant":{"name":"周小明","phone":"0912345678"},"answers":{"kind":"complaint","story":"櫃檯等太久","meeting":"skip","confidential":"normal"}}""");

    /// <summary>The page of an address that a clerk has just written down, with a reminder agreed to.</summary>
    public static async Task<string> ContactAsync(Visit clerk)
    {
        await clerk.GoAsync("/desk/contacts");
        await clerk.Page.Locator("[name='Input.Address']").FillAsync("0933444555");
        await clerk.Page.Locator("[name='Input.ElectricityNumber']").FillAsync("07-28-1937-40-1");
        await clerk.Page.Locator("[name='Input.News'][value='payment-reminder']").CheckAsync();
        await clerk.Page.Locator("form[action*=Add] button.govuk-button").ClickAsync();
        await clerk.Page.WaitForURLAsync(new Regex("/desk/contacts/0"));
        return new Uri(clerk.Page.Url).AbsolutePath;
    }

    /// <summary>The page on which a customer decides what they get, from the mail that told them of their request.</summary>
    public static async Task<string> ChoicesAsync(OpenOffice office)
    {
        await FileAsync(office, """{"service":"COMPLAINT","applicant":{"name":"周小明","phone":"0912345678","email":"chou@example.org"},"answers":{"kind":"complaint","story":"櫃檯等太久","meeting":"skip","confidential":"normal"}}""");
        var spool = Path.Combine(office.Program.Data, "spool", "email");
        for (var tries = 0; tries < 200; tries++)
        {
            foreach (var mail in Directory.Exists(spool) ? Directory.GetFiles(spool, "*.txt") : [])
            {
                if (Choices().Match(await File.ReadAllTextAsync(mail)) is { Success: true } link)
                {
                    return link.Value;
                }
            }

            await Task.Delay(100);
        }

        throw new InvalidOperationException("No mail with a link was spooled");
    }

    /// <summary>A change of account holder that lacks its papers.</summary>
    public static async Task<(string Name, string Code)> LackingAsync(OpenOffice office) =>
        await FileAsync(office, $$$"""{"service":"XFER","electricityNumber":"{{{await ElectricityNumberAsync(office)}}}","applicant":{"name":"周小明","phone":"0912345678"},"answers":{"holderKind":"person","newHolderId":"A123456789","reason":"bought","fromDate":"2019-06-01"}}""");

    /// <summary>The id of a request that the clerk has just taken in.</summary>
    public static async Task<string> TakenAsync(Visit clerk)
    {
        await clerk.GoAsync("/desk/intake/COMPLAINT");
        foreach (var (field, value) in ((string, string)[])[("applicant.name", "吳小玲"), ("applicant.phone", "0922333444"), ("answers.story", "櫃檯等太久")])
        {
            await clerk.Page.Locator($"[name='{field}']").FillAsync(value);
        }

        foreach (var question in (string[])["kind", "meeting", "confidential"])
        {
            await clerk.Page.Locator($"[name='answers.{question}']").First.CheckAsync();
        }

        await clerk.TurnAsync("Alt+KeyS");
        clerk.Page.Url.ShouldContain("/taken/", customMessage: await clerk.TextAsync("main"));
        return clerk.Page.Url.Split('/')[^1];
    }

    /// <summary>A supervisor hands a case that is overdue over to the handler, as happens before a morning.</summary>
    public static async Task GiveALateCaseToTheHandlerAsync(OpenOffice office)
    {
        await using var desk = await office.VisitAsync(user: "handler");
        await desk.GoAsync("/desk");
        if (await desk.Page.Locator("main .gd-why").CountAsync() > 0)
        {
            return;
        }

        await using var supervisor = await office.VisitAsync(user: "supervisor");
        await supervisor.GoAsync("/desk/promises?light=Overdue&department=service-centre");
        var late = await supervisor.Page.Locator("main tbody tr:has-text('逾期') a[href^='/desk/requests/']").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        late.ShouldNotBeEmpty();
        await supervisor.GoAsync(late[^1] + "?do=assign");
        var handler = await supervisor.Page.Locator("#do option:has-text('林志明')").GetAttributeAsync("value");
        await supervisor.Page.Locator("#do select").SelectOptionAsync(handler!);
        await supervisor.TabToAsync("#do button.govuk-button");
        await supervisor.TurnAsync("Enter");
        supervisor.Page.Url.ShouldContain("done=assign", customMessage: await supervisor.TextAsync("main"));
    }

    /// <summary>A letter about a case, printed.</summary>
    public static async Task<string> LetterAsync(Visit supervisor, string request)
    {
        await supervisor.GoAsync($"/desk/requests/{request}/letter");
        await supervisor.Page.Locator("[name=Address]").FillAsync("嘉義市東區民權路一號");
        await supervisor.TabToAsync("main form button.govuk-button:not([formaction])");
        await supervisor.TurnAsync("Enter");
        supervisor.Page.Url.ShouldContain("/desk/letters/", customMessage: await supervisor.TextAsync("main"));
        return new Uri(supervisor.Page.Url).AbsolutePath;
    }

    public static async Task<(string Name, string Code)> FileAsync(OpenOffice office, string body)
    {
        using var message = new HttpRequestMessage(HttpMethod.Post, new Uri(office.Program.Url, "/api/requests")) { Content = JsonContent.Create(JsonDocument.Parse(body).RootElement) };
        message.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
        using var answer = await office.Program.Http.SendAsync(message);
        var said = await answer.Content.ReadAsStringAsync();
        ((int)answer.StatusCode).ShouldBeInRange(201, 202, said);
        var read = JsonDocument.Parse(said).RootElement;
        return (read.GetProperty((int)answer.StatusCode == 201 ? "number" : "slip").GetString()!, read.GetProperty("code").GetString()!);
    }

    [GeneratedRegex(@"\d{2}-\d{2}-\d{4}-\d{2}-\d|\d{11}")]
    private static partial Regex Number();

    [GeneratedRegex("/contacts/[A-Za-z0-9_-]{22}")]
    private static partial Regex Choices();

    /// <summary>The page of a visit that was just booked, and that of the wait for an earlier time.</summary>
    public static async Task<(string Booking, string Wait)> BookingAsync(Visit visitor)
    {
        await BookingFormAsync(visitor, "/book/new-lv");
        await visitor.Page.FillAsync("#Name", "王安娜");
        await visitor.Page.FillAsync("#Phone", "0912-345-678");
        await visitor.Page.Locator("main form button").ClickAsync();
        await visitor.Page.WaitForURLAsync("**?code=**");
        var booking = new Uri(visitor.Page.Url).PathAndQuery.Split("&done")[0];
        await visitor.Page.Locator("form[action*=Wait] button").ClickAsync();
        return (booking, (await visitor.Page.Locator("main a[href*='/book/waits/']").GetAttributeAsync("href"))!);
    }

    /// <summary>The form that keeps the first free time of a service.</summary>
    public static async Task<string> BookingFormAsync(Visit visitor, string page)
    {
        await visitor.GoAsync(page);
        await visitor.Page.Locator("main form button").First.ClickAsync();
        await visitor.Page.WaitForURLAsync("**/details/**");
        return new Uri(visitor.Page.Url).PathAndQuery;
    }
}
