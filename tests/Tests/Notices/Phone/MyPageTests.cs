using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;

namespace GridDesk.Tests.Notices.Phone;

/// <summary>The page of my requests, as far as it goes without a script, and the parts that make it one to install.</summary>
[Trait("store", "both")]
public sealed class MyPageTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("", "留在這支手機", "加到書籤")]
    [InlineData("/en", "Keep on this phone", "Bookmark that page")]
    public async Task The_tracking_page_leads_to_it_and_without_a_script_it_says_what_to_do(string language, string keep, string instead)
    {
        var slip = (await office.ApplyAsync()).Slip();
        var visitor = await office.Visit().GoAsync($"{language}/track/{slip.Number}?code={slip.Code}");
        await visitor.FollowAsync(keep);
        visitor.Status.ShouldBe(HttpStatusCode.OK);
        visitor.Path.ShouldStartWith($"{language}/my");
        visitor.Path.ShouldNotContain(slip.Code, customMessage: "the code stands behind the #, which no browser sends");
        visitor.Page.QuerySelector("noscript")!.TextContent.ShouldContain(instead);
        visitor.Page.QuerySelector("#my")!.HasAttribute("hidden").ShouldBeTrue();
        foreach (var said in (string[])["data-unknown", "data-blank"])
        {
            visitor.Page.QuerySelector("#my")!.GetAttribute(said)!.ShouldContain(language == "" ? "查詢碼" : "code", customMessage: "it takes the code and not the digits of a telephone");
        }
    }

    [Theory]
    [InlineData("", "我的案件", "zh-TW")]
    [InlineData("/en", "My requests", "en")]
    public async Task It_can_be_installed(string language, string name, string tag)
    {
        var page = await office.Visit().GoAsync($"{language}/my");
        var manifest = JsonNode.Parse(await office.Api().GetStringAsync(page.Page.QuerySelector("link[rel=manifest]")!.GetAttribute("href")))!;
        ((string)manifest["short_name"]!, (string)manifest["lang"]!, (string)manifest["start_url"]!).ShouldBe((name, tag, $"{language}/my"));
        foreach (var icon in manifest["icons"]!.AsArray())
        {
            var answer = await office.Api().GetAsync((string)icon!["src"]!);
            (answer.StatusCode, answer.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, (string)icon["type"]!));
        }

        var worker = await office.Api().GetAsync(page.Page.QuerySelector("#my")!.GetAttribute("data-worker"));
        worker.Content.Headers.ContentType!.MediaType.ShouldBe("text/javascript");
        worker.Headers.GetValues("Service-Worker-Allowed").ShouldBe([page.Page.QuerySelector("#my")!.GetAttribute("data-scope")]);
    }
}
