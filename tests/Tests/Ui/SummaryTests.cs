using System.Globalization;
using AngleSharp.Dom;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Words;

namespace GridDesk.Tests.Ui;

public sealed class SummaryTests
{
    private readonly Drawn _page = new();

    public SummaryTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-TW");

    [Fact]
    public async Task The_summary_lists_faults_in_the_order_of_the_page_and_links_only_to_what_is_there()
    {
        _page.Wrong("A", "甲").Wrong("Z.Last", "癸").Wrong("Hidden", "不在頁上").Wrong("", "整頁");

        await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "Z.Last", Label = "先" });
        await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "A", Label = "後" });
        var main = await _page.DrawAsync("gd-error-summary", new GdErrorSummary { View = _page.View });

        main.QuerySelector("[role=alert] h2")!.TextContent.ShouldBe("有問題 4 項");
        main.QuerySelectorAll("a").Select(link => (link.TextContent, link.GetAttribute("href"))).ShouldBe([("癸", "#Z_Last"), ("甲", "#A")]);
        main.QuerySelectorAll("li").Take(2).Select(line => line.TextContent).ShouldBe(["整頁", "不在頁上"], ignoreOrder: true);
        main.QuerySelector(".govuk-error-summary")!.GetAttribute("tabindex").ShouldBe("-1");
    }

    [Theory]
    [InlineData("zh-TW", "密碼：這裡還沒填，請填寫。"), InlineData("en", "Password: This is still empty; please fill it in.")]
    public async Task What_fits_any_field_names_its_field_in_the_summary(string language, string line)
    {
        CultureInfo.CurrentUICulture = new(language);
        _page.Wrong("Password", ValidationWords.Required);

        await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "Password", Label = language == "en" ? "Password" : "密碼" });
        var main = await _page.DrawAsync("gd-error-summary", new GdErrorSummary { View = _page.View });

        main.QuerySelector("li")!.TextContent.ShouldBe(line);
    }

    [Fact]
    public async Task A_page_that_writes_its_summary_above_its_fields_has_it_in_their_order_all_the_same()
    {
        _page.Wrong("A", "甲").Wrong("Z.Last", "癸");
        var summary = await _page.HoldAsync("gd-error-summary", new GdErrorSummary { View = _page.View });

        await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "Z.Last", Label = "先" });
        await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "A", Label = "後" });

        summary().QuerySelectorAll("a").Select(link => link.TextContent).ShouldBe(["癸", "甲"]);
    }

    [Fact]
    public async Task Nobody_is_told_that_a_password_is_still_there()
    {
        _page.Wrong("", "使用者名稱或密碼不對。");
        await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "Password", Label = "密碼", Type = "password" });
        var text = (await _page.DrawAsync("gd-error-summary", new GdErrorSummary { View = _page.View })).TextContent;
        text.ShouldNotContain("您填的都還在");
        text.ShouldContain("密碼要重填");
    }

    [Fact]
    public async Task There_is_one_summary_or_none()
    {
        (await _page.DrawAsync("gd-error-summary", new GdErrorSummary { View = _page.View })).Children.ShouldBeEmpty();

        _page.Wrong("", "整頁");
        (await _page.DrawAsync("gd-error-summary", new GdErrorSummary { View = _page.View })).ChildElementCount.ShouldBe(1);
        (await _page.DrawAsync("gd-error-summary", new GdErrorSummary { View = _page.View })).ChildElementCount.ShouldBe(0);
    }
}
