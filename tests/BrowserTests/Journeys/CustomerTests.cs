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
        await visit.ChooseFileAsync(new() { Name = "id.pdf", MimeType = "application/pdf", Buffer = "%PDF-1.4\n%%EOF\n"u8.ToArray() });
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
        (await visit.PointsAsync("ul.gd-slip__bring li small")).ShouldBeGreaterThanOrEqualTo(14);
        (await visit.Page.Locator(".gd-noprint").IsVisibleAsync()).ShouldBeFalse();
        visit.ShouldBeQuiet();
    }

    [Theory]
    [InlineData("zh", "最晚108年7月22日", "服務課", "您不用做任何事")]
    [InlineData("en", "by 22 July 2019", "Service Section", "You do not need to do anything")]
    public async Task An_old_phone_shows_when_who_and_what_next_without_scrolling(string language, string when, string who, string next)
    {
        var (name, code) = await Sample.AcceptedAsync(office);
        var said = await OnAnOldPhoneAsync(language, name, code);
        said.ShouldContain(when);
        said.ShouldContain(who);
        said.ShouldContain(next);
    }

    [Theory]
    [InlineData("zh", "還缺", "與房屋的關係證明", "受理號碼")]
    [InlineData("en", "missing", "One paper that links you to the building", "number")]
    public async Task An_old_phone_shows_which_papers_are_still_missing_without_scrolling(string language, string missing, string paper, string next)
    {
        var (name, code) = await Sample.LackingAsync(office);
        var said = await OnAnOldPhoneAsync(language, name, code);
        said.ShouldContain(missing);
        said.ShouldContain(paper);
        said.ShouldContain(next);
    }

    // The number and the code of the slip, typed in; then what stands on the first screen.
    private async Task<string> OnAnOldPhoneAsync(string language, string name, string code)
    {
        await using var visit = await office.VisitAsync(language, screen: Screen.OldPhone);
        await visit.GoAsync("/track");
        await visit.TabToAsync("[name='Number']");
        await visit.TypeAsync(name);
        await visit.PressAsync("Tab");
        await visit.TypeAsync(code);
        await visit.TurnAsync("Enter");

        var sentence = visit.Page.Locator(".gd-answer__s");
        var said = await sentence.InnerTextAsync();
        var box = (await sentence.BoundingBoxAsync())!;
        TestContext.Current.TestOutputHelper?.WriteLine($"{said} (ends at {box.Y + box.Height:0} of 568 px)");
        (await visit.Page.EvaluateAsync<double>("() => scrollY")).ShouldBe(0);
        box.Y.ShouldBeGreaterThanOrEqualTo(0);
        (box.Y + box.Height).ShouldBeLessThanOrEqualTo(568, "the whole sentence stands on the first screen");
        (box.X + box.Width).ShouldBeLessThanOrEqualTo(320);
        (await Axe.LookAsync(visit.Page)).ShouldBeEmpty();
        (await Axe.SticksOutAsync(visit.Page)).ShouldBeEmpty();
        visit.ShouldBeQuiet();
        return said;
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
