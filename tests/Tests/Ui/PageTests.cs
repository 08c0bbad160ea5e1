using GridDesk.Ui;

namespace GridDesk.Tests.Ui;

public sealed class PageTests(UiOffice office) : IClassFixture<UiOffice>
{
    [Fact]
    public async Task A_page_stands_in_the_frame_of_the_office()
    {
        var page = await UiOffice.ReadAsync(await office.Http.GetAsync("/sample"));

        page.Title.ShouldBe("試填 – 嘉義區營業處");
        page.QuerySelector(".govuk-skip-link")!.GetAttribute("href").ShouldBe("#main");
        page.QuerySelector("main#main h1")!.TextContent.ShouldBe("試填");
        page.QuerySelector(".gd-demo")!.TextContent.Trim().ShouldBe("這是示範。");
        page.QuerySelector("a[href='tel:052000100']").ShouldNotBeNull();
        page.QuerySelectorAll(".gd-nav__a").Select(link => link.TextContent).ShouldBe(["辦事", "查進度"], "ordered, and without what needs a role");
    }

    [Fact]
    public async Task No_page_carries_inline_style_or_script()
    {
        foreach (var path in new[] { "/sample", "/en/sample", "/nowhere", "/broken" })
        {
            var page = await UiOffice.ReadAsync(await office.Http.GetAsync(path));

            page.QuerySelectorAll("[style], style, script:not([src])").ShouldBeEmpty(path);
            page.All.ShouldAllBe(element => !element.Attributes.Any(attribute => attribute.Name.StartsWith("on")), path);
        }
    }

    [Fact]
    public async Task Every_answer_tells_the_browser_to_run_only_what_is_ours()
    {
        foreach (var path in new[] { "/sample", "/where", "/nowhere", "/broken", "/api/broken" })
        {
            var headers = (await office.Http.GetAsync(path)).Headers;

            headers.GetValues("Content-Security-Policy").Single().ShouldBe(
                "default-src 'self'; script-src 'self'; style-src 'self'; img-src 'self' data:; frame-ancestors 'none'; form-action 'self'; base-uri 'none'; object-src 'none'", path);
            headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"], path);
            headers.GetValues("Referrer-Policy").ShouldBe(["same-origin"], path);
            headers.GetValues("Cross-Origin-Opener-Policy").ShouldBe(["same-origin"], path);
            headers.Contains("Permissions-Policy").ShouldBeTrue(path);
            headers.CacheControl!.NoStore.ShouldBeTrue(path);
        }
    }

    [Fact]
    public async Task An_endpoint_may_allow_its_answer_to_be_kept() =>
        (await office.Http.GetAsync("/published")).Headers.CacheControl!.ToString().ShouldBe("public, max-age=60");

    [Fact]
    public void A_section_is_current_for_everything_under_it()
    {
        NavItem home = new(Phrase.Same("首頁"), "/", Area.Public, 0), services = new(Phrase.Same("辦事"), "/services", Area.Public, 1) { Also = ["/apply"] }, forms = new(Phrase.Same("表單"), "/services/forms", Area.Public, 2);
        NavItem[] items = [home, services, forms];

        NavItems.Current(items, "/").ShouldBe(home);
        NavItems.Current(items, "/services/rename").ShouldBe(services);
        NavItems.Current(items, "/services/forms/7").ShouldBe(forms);
        NavItems.Current(items, "/apply/rename").ShouldBe(services);
        NavItems.Current(items, "/servicesandmore").ShouldBeNull();
    }
}
