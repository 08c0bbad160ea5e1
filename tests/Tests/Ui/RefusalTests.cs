using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;

namespace GridDesk.Tests.Ui;

public sealed class RefusalTests(UiOffice office) : IClassFixture<UiOffice>
{
    [Fact]
    public async Task A_refused_form_comes_back_with_the_reason_at_its_field_and_everything_typed()
    {
        var answer = await office.SendAsync(new() { ["Input.Phone"] = "000" });
        var page = await UiOffice.ReadAsync(answer);

        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        page.Title.ShouldBe("錯誤：試填 – 嘉義區營業處");
        page.QuerySelector("#town")!.TextContent.ShouldBe("東區", "the page looked up again what stands beside the form");

        var main = page.QuerySelector("main")!;
        main.FirstElementChild!.ClassName.ShouldBe("govuk-error-summary");
        main.QuerySelector("[role=alert] a")!.GetAttribute("href").ShouldBe("#Input_Phone");

        var input = page.GetElementById("Input_Phone")!;
        input.GetAttribute("value").ShouldBe("000");
        input.Descriptions().ShouldBe(["錯誤：電話少一碼，請再看一次。"]);
    }

    [Fact]
    public async Task A_refusal_speaks_the_language_of_the_page()
    {
        var page = await UiOffice.ReadAsync(await office.SendAsync(new() { ["Input.Phone"] = "noon" }, "/en/sample"));

        page.Title!.ShouldStartWith("Error: ");
        page.QuerySelector("[role=alert] h2")!.TextContent.ShouldBe("There is a problem");
        page.QuerySelector("[role=alert] li")!.TextContent.ShouldBe("At noon we only take in papers.");
        page.QuerySelector("[role=alert] li a").ShouldBeNull("it is about no field");
    }

    [Fact]
    public async Task Somebody_faster_is_a_conflict() =>
        (await office.SendAsync(new() { ["Input.Phone"] = "taken" })).StatusCode.ShouldBe(HttpStatusCode.Conflict);

    [Fact]
    public async Task A_choice_that_was_not_made_is_found_though_nothing_was_sent() =>
        (await UiOffice.ReadAsync(await office.SendAsync(new() { ["Input.Phone"] = "kind" })))
            .QuerySelector("[role=alert] li")!.TextContent.ShouldBe("請選一項。");

    [Theory]
    [InlineData("108", "7", "5", "saved 1 Friday, 05 July 2019")]
    [InlineData("", "", "", "saved 1 ")]
    [InlineData("108", "6", "31", "6 月只有 30 天，請改日期。")]
    public async Task A_day_in_three_boxes_reaches_the_page(string year, string month, string day, string said)
    {
        var answer = await office.SendAsync(new() { ["Input.Phone"] = "1", ["Input.Day.year"] = year, ["Input.Day.month"] = month, ["Input.Day.day"] = day });

        (await answer.Content.ReadAsStringAsync()).ShouldContain(said);
    }

    [Fact]
    public async Task A_day_that_must_be_given_is_asked_for()
    {
        var answer = await office.SendAsync(new() { ["Input.Phone"] = "1", ["Input.Until.year"] = "", ["Input.Until.month"] = "", ["Input.Until.day"] = "" });

        (await UiOffice.ReadAsync(answer)).QuerySelector("[role=alert] li")!.TextContent.ShouldBe("這裡還沒填，請填寫。");
    }

    [Fact]
    public async Task A_form_with_an_old_token_can_be_sent_again_without_typing()
    {
        var opened = await office.OpenAsync("/sample?after=7");
        var answer = await office.SendAsync(opened with { Token = "old" }, new() { ["Input.Phone"] = "05-2\"<b>", ["Input.Password"] = "secret" });
        var page = await UiOffice.ReadAsync(answer);

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        page.QuerySelector("h1")!.TextContent.ShouldBe("這一頁開太久了，請再送一次");

        var form = page.QuerySelector("main form")!;
        form.GetAttribute("action").ShouldBe("/sample?after=7");
        form.QuerySelector("[name='Input.Phone']")!.GetAttribute("value").ShouldBe("05-2\"<b>");
        form.QuerySelector("[name='Input.Password']").ShouldBeNull();

        var fresh = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var again = await office.SendAsync(opened with { Token = fresh }, new() { ["Input.Phone"] = "05-2" });
        (await again.Content.ReadAsStringAsync()).ShouldStartWith("saved 05-2");
    }

    [Theory]
    [InlineData("cross-site")]
    [InlineData("same-site")]
    [InlineData(null)]
    public async Task A_form_of_a_stranger_is_never_offered_again(string? site)
    {
        var page = await UiOffice.ReadAsync(await office.SendAsync(await office.OpenAsync() with { Token = "forged" }, new() { ["Input.Phone"] = "05" }, site));

        page.QuerySelector("main form").ShouldBeNull();
        page.QuerySelector("[name='Input.Phone']").ShouldBeNull();
    }

    [Theory]
    [InlineData("/nowhere", HttpStatusCode.NotFound, "找不到這一頁")]
    [InlineData("/en/nowhere", HttpStatusCode.NotFound, "Page not found")]
    [InlineData("/broken", HttpStatusCode.InternalServerError, "系統出了問題")]
    [InlineData("/en/broken", HttpStatusCode.InternalServerError, "Something went wrong on our side")]
    [InlineData("/error/403", HttpStatusCode.Forbidden, "這一頁不在您的權限裡")]
    public async Task What_goes_wrong_is_a_page_of_ours(string address, HttpStatusCode status, string heading)
    {
        var answer = await office.Http.GetAsync(address);
        var page = await UiOffice.ReadAsync(answer);

        answer.StatusCode.ShouldBe(status);
        page.QuerySelector("h1")!.TextContent.ShouldBe(heading);
        page.DocumentElement.TextContent.ShouldNotContain("secret");
    }

    [Fact]
    public async Task The_language_switch_of_an_error_page_leads_to_what_was_asked_for() =>
        (await UiOffice.ReadAsync(await office.Http.GetAsync("/nowhere?a=1"))).QuerySelector("a[hreflang=en]")!.GetAttribute("href").ShouldBe("/en/nowhere?a=1");

    [Fact]
    public async Task A_page_that_refuses_to_open_says_why()
    {
        var answer = await office.Http.GetAsync("/en/case");

        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await UiOffice.ReadAsync(answer)).QuerySelector("main")!.TextContent.ShouldContain("No such case.");
    }

    [Theory]
    [InlineData("electricity-number.check-digit", 422)]
    [InlineData("case.not-found", 404)]
    [InlineData("not-found", 404)]
    [InlineData("case.version-conflict", 409)]
    [InlineData("forbidden", 403)]
    [InlineData("case.not-founded", 422)]
    public async Task The_api_answers_a_refusal_with_problem_details(string code, int status)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, $"/api/refuse/{code}");
        request.Headers.Add("Accept-Language", "en");

        var answer = await office.Http.SendAsync(request);
        var problem = (await answer.Content.ReadFromJsonAsync<JsonObject>())!;

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        answer.Content.Headers.ContentLanguage.ShouldBe(["en"]);
        problem["code"]!.GetValue<string>().ShouldBe(code);
        problem["field"]!.GetValue<string>().ShouldBe("meters[0].number");
        problem["detail"]!.GetValue<string>().ShouldBe("Please check.");
        problem["status"]!.GetValue<int>().ShouldBe(status);
    }

    [Fact]
    public async Task The_api_tells_nothing_about_its_faults()
    {
        var answer = await office.Http.GetAsync("/api/broken");
        var text = await answer.Content.ReadAsStringAsync();

        answer.StatusCode.ShouldBe(HttpStatusCode.InternalServerError);
        text.ShouldContain("\"code\":\"unexpected\"");
        text.ShouldContain("請稍後再試", Case.Sensitive, "Chinese stays readable");
        text.ShouldNotContain("secret");
    }

    [Theory]
    [InlineData("/api/none/such", 404)]
    [InlineData("/api/body", 405)]
    public async Task The_api_speaks_problem_details_even_where_nothing_is(string address, int status)
    {
        var answer = await office.Http.GetAsync(address);

        ((int)answer.StatusCode).ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }

    [Fact]
    public async Task A_body_that_is_no_json_is_a_bad_request()
    {
        var answer = await office.Http.PostAsync("/api/body", new StringContent("{", null, "application/json"));

        answer.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
