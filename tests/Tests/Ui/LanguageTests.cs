using System.Net.Http.Headers;

namespace GridDesk.Tests.Ui;

public sealed class LanguageTests(UiOffice office) : IClassFixture<UiOffice>
{
    [Theory]
    [InlineData("/where", "|/where|zh-TW")]
    [InlineData("/en/where", "/en|/where|en")]
    [InlineData("/EN/where", "/EN|/where|en")]
    public async Task The_address_decides_the_language(string address, string where) =>
        (await office.Http.GetStringAsync(address)).ShouldBe(where);

    [Theory]
    [InlineData("", "zh-TW")]
    [InlineData("en-GB, zh;q=0.5", "en")]
    [InlineData("en;q=0.3, zh-TW", "zh-TW")]
    [InlineData("fr, en;q=0.1", "en")]
    [InlineData("en;q=0, fr", "zh-TW")]
    public async Task A_program_says_its_language_in_a_header(string accepted, string language)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/api/where");
        request.Headers.TryAddWithoutValidation("Accept-Language", accepted);

        var answer = await office.Http.SendAsync(request);

        (await answer.Content.ReadAsStringAsync()).ShouldBe(language);
        answer.Headers.Vary.ShouldContain("Accept-Language");
    }

    [Fact]
    public async Task A_form_begun_in_English_can_still_be_sent_after_a_look_at_the_Chinese_page()
    {
        await using var office = await GridDesk.Tests.Infrastructure.TestOffice.OpenAsync();
        var visitor = await office.Visit().GoAsync("/en/apply/xfer");
        await visitor.Http.GetAsync("/apply/xfer");
        await visitor.PressAsync("Start");
        visitor.Path.ShouldStartWith("/en/apply/xfer/");

        await visitor.Fill("The electricity number", GridDesk.Tests.Requests.Apply.Applying.ElectricityNumber).PressAsync("Continue");
        var next = visitor.Path;
        await visitor.GoAsync(next["/en".Length..]);
        visitor.Path.ShouldBe(next["/en".Length..], "the same page of the same application, in Chinese");
        await visitor.GoAsync(string.Join('/', next.Split('/')[..^1])["/en".Length..] + "/number");
        visitor.Page.QuerySelector("#electricityNumber")!.GetAttribute("value").ShouldBe(GridDesk.Tests.Requests.Apply.Applying.ElectricityNumber);
    }

    [Fact]
    public async Task A_page_says_its_language_and_links_to_itself_in_the_other()
    {
        var chinese = await office.Http.GetAsync("/sample?after=7&text=normal");
        var page = await UiOffice.ReadAsync(chinese);

        chinese.Content.Headers.ContentLanguage.ShouldBe(["zh-TW"]);
        page.DocumentElement.GetAttribute("lang").ShouldBe("zh-TW");
        page.QuerySelector("a[hreflang=en]")!.GetAttribute("href").ShouldBe("/en/sample?after=7");

        var english = await UiOffice.ReadAsync(await office.Http.GetAsync("/en/sample?after=7"));
        english.DocumentElement.GetAttribute("lang").ShouldBe("en");
        english.QuerySelector("a[hreflang=zh-TW]")!.GetAttribute("href").ShouldBe("/sample?after=7");
    }

    [Fact]
    public async Task Links_stay_in_the_language_and_shared_files_do_not_need_one()
    {
        var page = await UiOffice.ReadAsync(await office.Http.GetAsync("/en/sample"));

        page.QuerySelectorAll(".gd-nav__a").Select(link => link.GetAttribute("href")).ShouldBe(["/en/services", "/en/track"]);
        page.QuerySelectorAll("link[rel=stylesheet]").ShouldAllBe(link => link.GetAttribute("href")!.StartsWith("/_content/GridDesk.Ui/"));
    }

    [Fact]
    public async Task Large_text_stays_until_it_is_switched_off()
    {
        var asked = await office.Http.GetAsync("/sample?text=large&after=7");
        var page = await UiOffice.ReadAsync(asked);
        page.DocumentElement.ClassList.ShouldContain("gd-large");
        page.QuerySelectorAll(".gd-tools a")[0].GetAttribute("href").ShouldBe("/sample?after=7&text=normal");

        var next = new HttpRequestMessage(HttpMethod.Get, "/en/sample");
        next.Headers.Add("Cookie", asked.Headers.GetValues("Set-Cookie").Single(cookie => cookie.StartsWith("gd-text", StringComparison.Ordinal)).Split(';')[0]);
        (await UiOffice.ReadAsync(await office.Http.SendAsync(next))).DocumentElement.ClassList.ShouldContain("gd-large");

        (await UiOffice.ReadAsync(await office.Http.GetAsync("/sample?text=huge"))).DocumentElement.ClassList.ShouldBeEmpty();
    }
}
