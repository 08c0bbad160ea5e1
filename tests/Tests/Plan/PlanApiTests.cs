using System.Net;
using System.Text.Json;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

[Trait("store", "both")]
public sealed class PlanApiTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData(1, "2019-01-01", "2019-06-30")]
    [InlineData(2, "2019-07-01", "2019-12-31")]
    public async Task Every_row_of_108_is_listed_with_its_figures(int half, string from, string to)
    {
        using var json = JsonDocument.Parse(await office.Api().GetStringAsync($"/api/plan/108/measures?half={half}"));
        var rows = json.RootElement.EnumerateArray().ToList();
        rows.Select(row => row.GetProperty("code").GetString()).ShouldBe(Plan108.Definition.Rows().Select(row => row.Code));

        var row = rows.Single(r => r.GetProperty("code").GetString() == "1.1.2.1");
        row.GetProperty("title").GetProperty("zh-TW").GetString().ShouldBe("案件加快處理並如期辦結");
        row.GetProperty("title").GetProperty("en").GetString().ShouldBe("Handle cases faster and finish each within its time limit");
        row.GetProperty("departments").EnumerateArray().Select(d => d.GetString()).ShouldBe(["service-centre"]);
        row.GetProperty("period").GetString().ShouldBe("continuous");
        var figure = row.GetProperty("indicators")[0];
        figure.EnumerateObject().Select(p => p.Name).ShouldBe(["code", "value", "unit", "from", "to"]);
        figure.GetProperty("code").GetString().ShouldBe("requests.closed");
        figure.GetProperty("value").ValueKind.ShouldBe(JsonValueKind.Null);
        figure.GetProperty("unit").GetProperty("en").GetString().ShouldBe("cases");
        (figure.GetProperty("from").GetString(), figure.GetProperty("to").GetString()).ShouldBe((from, to));
    }

    [Fact]
    public async Task A_row_for_all_departments_names_the_13_units()
    {
        using var json = JsonDocument.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"));
        json.RootElement.EnumerateArray().Single(r => r.GetProperty("code").GetString() == "3.1.1.1").GetProperty("departments").GetArrayLength().ShouldBe(13);
    }

    [Theory]
    [InlineData("/api/plan/99/measures?half=1", HttpStatusCode.NotFound, "not-found", "rocYear")]
    [InlineData("/api/plan/108/measures?half=3", HttpStatusCode.UnprocessableEntity, "plan.half", "half")]
    [InlineData("/api/plan/108/measures?half=first", HttpStatusCode.UnprocessableEntity, "plan.half", "half")]
    public async Task A_wrong_question_gets_problem_details(string path, HttpStatusCode status, string code, string field)
    {
        var answer = await office.Api().GetAsync(path);
        answer.StatusCode.ShouldBe(status);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        using var problem = JsonDocument.Parse(await answer.Content.ReadAsStringAsync());
        (problem.RootElement.GetProperty("code").GetString(), problem.RootElement.GetProperty("field").GetString()).ShouldBe((code, field));
    }

    [Fact]
    public async Task The_endpoint_is_described()
    {
        using var api = JsonDocument.Parse(await office.Api().GetStringAsync("/openapi/v1.json"));
        api.RootElement.GetProperty("paths").GetProperty("/api/plan/{rocYear}/measures").GetProperty("get").GetProperty("operationId").GetString().ShouldBe("ListPlanMeasures");
    }
}
