using GridDesk.BrowserTests.Infrastructure;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>What a customer comes for, by keyboard alone.</summary>
[Collection(nameof(OpenOffice))]
public sealed class CustomerTests(OpenOffice office)
{
    [Theory]
    [InlineData("zh", "與房屋的關係證明", "查詢碼")]
    [InlineData("en", "One paper that links you to the building", "Code")]
    public async Task Somebody_of_seventy_changes_the_account_holder_with_one_paper_missing_and_the_slip_says_what_to_bring(string language, string lacking, string codeWord)
    {
        var number = await Sample.ElectricityNumberAsync(office);
        await using var visit = await office.VisitAsync(language);
        await visit.GoAsync("/apply/XFER?text=large");
        await PressButtonAsync(visit);

        await AnswerAsync(visit, "[name=electricityNumber]", number);
        await ChooseAsync(visit, "[name='answers.holderKind']");
        await AnswerAsync(visit, "[name='answers.newHolderId']", "A123456789");
        await ChooseAsync(visit, "[name='answers.reason']");

        await visit.TabToAsync("main form input");
        foreach (var part in (string[])["108", "6", "1"])
        {
            await visit.TypeAsync(part);
            await visit.PressAsync("Tab");
        }

        await PressButtonAsync(visit);
        await AnswerAsync(visit, "[name='answers.reading']", "5120");

        await visit.TabToAsync("[name='applicant.kind']");
        await visit.PressAsync("Space");
        await visit.PressAsync("Tab");
        await visit.TypeAsync("陳阿滿");
        await visit.PressAsync("Tab");
        await visit.TypeAsync("0912345678");
        await PressButtonAsync(visit);
        await ChooseAsync(visit, "[name=hasAgent]");

        await visit.TabToAsync("input[type=file]");
        var chooser = await visit.Page.RunAndWaitForFileChooserAsync(() => visit.PressAsync("Space"));
        await chooser.SetFilesAsync(new FilePayload { Name = "id.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
        await visit.TabToAsync("[name=send]");
        await visit.TurnAsync("Enter");
        (await visit.TextAsync("h1")).ShouldContain(lacking);
        await visit.TabToAsync("[name=later]");
        await visit.TurnAsync("Enter");

        await PressButtonAsync(visit);
        visit.Page.Url.ShouldEndWith("/done");
        (await visit.TextAsync("main")).ShouldContain(lacking);
        (await visit.TextAsync("main")).ShouldContain(codeWord);

        await visit.Page.AddInitScriptAsync("window.print = () => { window.printed = true; };");
        await visit.TabToAsync("form[action*='/slip/'] button");
        await visit.TurnAsync("Enter");
        visit.Page.Url.ShouldContain("/slip/");
        (await visit.Page.EvaluateAsync<bool>("() => window.printed === true")).ShouldBeTrue("the print window opens by itself");

        await visit.Page.EmulateMediaAsync(new() { Media = Media.Print });
        (await visit.TextAsync("ul.gd-slip__bring")).ShouldContain(lacking);
        (await visit.PointsAsync("p.gd-slip__bring")).ShouldBeGreaterThanOrEqualTo(14);
        (await visit.PointsAsync("ul.gd-slip__bring li")).ShouldBeGreaterThanOrEqualTo(14);
        (await visit.PointsAsync("ul.gd-slip__bring li > span")).ShouldBeGreaterThanOrEqualTo(14);
        (await visit.Page.Locator(".gd-noprint").IsVisibleAsync()).ShouldBeFalse();
        visit.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("zh", "最晚")]
    [InlineData("en", "by")]
    public async Task An_old_phone_shows_when_who_and_what_next_without_scrolling(string language, string when)
    {
        var (name, code) = await Sample.AcceptedAsync(office);
        await using var visit = await office.VisitAsync(language, screen: Screen.OldPhone);
        await visit.GoAsync($"/track/{name}?code={code}");
        var sentence = visit.Page.Locator(".gd-answer__s");
        var box = (await sentence.BoundingBoxAsync())!;
        box.Y.ShouldBeGreaterThanOrEqualTo(0);
        (box.Y + box.Height).ShouldBeLessThanOrEqualTo(568, "the whole sentence stands on the first screen");
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(320);
        var said = await sentence.InnerTextAsync();
        TestContext.Current.TestOutputHelper?.WriteLine($"{said} (ends at {box.Y + box.Height:0} of 568 px)");
        said.ShouldContain(when);
        visit.ShouldBeQuiet();
    }

    private static async Task AnswerAsync(Visit visit, string field, string text)
    {
        await visit.TabToAsync(field);
        await visit.TypeAsync(text);
        await PressButtonAsync(visit);
    }

    // The first of the options.
    private static async Task ChooseAsync(Visit visit, string option)
    {
        await visit.TabToAsync(option);
        await visit.PressAsync("Space");
        await PressButtonAsync(visit);
    }

    private static async Task PressButtonAsync(Visit visit)
    {
        var before = visit.Page.Url;
        await visit.TabToAsync("main form button.govuk-button");
        await visit.TurnAsync("Enter");
        visit.Page.Url.ShouldNotBe(before, await visit.TextAsync("main"));
    }
}
