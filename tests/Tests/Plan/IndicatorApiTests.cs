using System.Net;
using System.Text.Json;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Plan;

[Trait("store", "both")]
public sealed class IndicatorApiTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task Every_statistic_is_listed_with_its_formula_its_events_and_the_rows_it_proves()
    {
        using var json = JsonDocument.Parse(await office.Api().GetStringAsync("/api/indicators"));
        var all = json.RootElement.EnumerateArray().ToDictionary(i => i.GetProperty("code").GetString()!);
        all.Keys.ShouldBe(await office.WithAsync<IndicatorCatalogue, string[]>(catalogue => Task.FromResult<string[]>([.. catalogue.All.Select(i => i.Code)])));

        var closed = all["requests.closed"];
        closed.EnumerateObject().Select(p => p.Name).ShouldBe(["code", "title", "unit", "meaning", "sources", "measures"]);
        closed.GetProperty("title").GetProperty("en").GetString().ShouldBe("Cases closed");
        closed.GetProperty("meaning").GetProperty("zh-TW").GetString()!.ShouldContain("期間內辦結");
        Words(closed.GetProperty("sources")).ShouldBe(["request.closed", "request.reversed"]);
        Words(closed.GetProperty("measures")).ShouldBe(["1.1.2.1"]);
        Words(all["requests.enquiries-post"].GetProperty("measures")).ShouldBeEmpty("nobody counts letters in the plan");
    }

    [Fact]
    public async Task One_is_told_over_the_days_asked_for_and_of_one_department()
    {
        await using var own = await TestOffice.OpenAsync();
        await own.FileAsync(OfficeCases.Transfer("甲"));
        var other = await own.FileAsync(OfficeCases.Transfer("乙"));
        other = await own.DoAsync(desk => desk.AssignAsync(other.Change(), null, "billing"));
        await own.DoAsync(desk => desk.CloseAsync(other.Change(), Outcome.Done, null));

        (await AskAsync(own, "requests.accepted")).ShouldBe("""{"code":"requests.accepted","value":2,"part":null,"whole":null,"unit":{"zh-TW":"件","en":"cases"},"rows":2,"from":"2019-01-01","to":"2019-06-30","department":null}""");
        (await AskAsync(own, "requests.closed", "department=billing")).ShouldContain("\"value\":1,");
        (await AskAsync(own, "requests.closed", "department=service-centre")).ShouldContain("\"value\":null,");
        (await AskAsync(own, "requests.closed-in-time", "from=2019-06-20&to=2019-06-20")).ShouldContain("\"value\":100,\"part\":1,\"whole\":1,");
        (await AskAsync(own, "requests.accepted", "to=2019-06-19")).ShouldContain("\"value\":null,");
        (await AskAsync(own, "requests.accepted", "from=2019-06-21")).ShouldContain("\"value\":null,");
        (await AskAsync(own, "requests.accepted", "from=2018-07-01&to=2019-12-31")).ShouldContain("\"value\":2,");
        (await AskAsync(own, "requests.accepted", "from=2019-07-01")).ShouldContain("\"value\":null,\"part\":null,\"whole\":null,");
        (await AskAsync(own, "services.with-sop", "from=2019-07-01")).ShouldContain("\"value\":null,", customMessage: "what has not begun has no figure");
    }

    [Theory]
    [InlineData("requests.unheard-of", HttpStatusCode.NotFound, "not-found", "code")]
    [InlineData("requests.closed?from=31.12.2018", HttpStatusCode.UnprocessableEntity, "indicator.day", "from")]
    [InlineData("requests.closed?to=2019-02-30", HttpStatusCode.UnprocessableEntity, "indicator.day", "to")]
    [InlineData("requests.closed?from=0001-01-01", HttpStatusCode.UnprocessableEntity, "indicator.day", "from")]
    [InlineData("requests.closed?to=9999-12-31", HttpStatusCode.UnprocessableEntity, "indicator.day", "to")]
    [InlineData("requests.closed?from=2019-02-02&to=2019-02-01", HttpStatusCode.UnprocessableEntity, "indicator.days", "to")]
    [InlineData("requests.closed?from=2015-01-01&to=2019-06-30", HttpStatusCode.UnprocessableEntity, "indicator.days", "to")]
    [InlineData("requests.closed?department=kitchen", HttpStatusCode.UnprocessableEntity, "indicator.department", "department")]
    [InlineData("services.with-sop?department=hr", HttpStatusCode.UnprocessableEntity, "indicator.undivided", "department")]
    public async Task A_wrong_question_gets_problem_details(string asked, HttpStatusCode status, string code, string field)
    {
        var answer = await office.Api().GetAsync($"/api/indicators/{asked}");
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        (problem.RootElement.GetProperty("code").GetString(), problem.RootElement.GetProperty("field").GetString()).ShouldBe((code, field));
        problem.RootElement.GetProperty("detail").GetString().ShouldNotBeNullOrWhiteSpace();
    }

    [Fact]
    public async Task Both_endpoints_are_described()
    {
        using var api = JsonDocument.Parse(await office.Api().GetStringAsync("/openapi/v1.json"));
        var paths = api.RootElement.GetProperty("paths");
        paths.GetProperty("/api/indicators").GetProperty("get").GetProperty("operationId").GetString().ShouldBe("ListIndicators");
        paths.GetProperty("/api/indicators/{code}").GetProperty("get").GetProperty("operationId").GetString().ShouldBe("GetIndicator");
    }

    private static Task<string> AskAsync(TestOffice office, string code, string asked = "") => office.Api().GetStringAsync($"/api/indicators/{code}?{asked}");

    private static IEnumerable<string?> Words(JsonElement list) => list.EnumerateArray().Select(word => word.GetString());
}
