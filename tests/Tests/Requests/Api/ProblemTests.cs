using System.Net.Http.Headers;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Api;

/// <summary>Whatever a program does wrong, it is told so in one way (RFC 9457): a code, the field where there is one, and a sentence in its language.</summary>
[Trait("store", "both")]
public sealed class ProblemTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("GET", "/api/services/NO-SUCH", 404, "not-found", "code")]
    [InlineData("GET", "/api/requests/CY108-99999-A?code=00000000", 404, "not-found", "number")]
    [InlineData("GET", "/api/plan/90/measures", 404, "not-found", "rocYear")]
    [InlineData("GET", "/api/plan/108/measures?half=3", 422, "plan.half", "half")]
    [InlineData("POST", "/api/uploads", 422, "upload.form", "file")]
    [InlineData("POST", "/api/requests", 422, "request.body", null)]
    [InlineData("GET", "/api/no-such", 404, "not-found", null)]
    [InlineData("DELETE", "/api/services", 405, "method-not-allowed", null)]
    [InlineData("GET", "/api/me", 401, "unauthenticated", null)]
    public async Task Every_error_has_a_code_a_field_and_a_sentence_in_the_callers_language(string method, string path, int status, string code, string? field)
    {
        foreach (var (language, isChinese) in (IEnumerable<(string, bool)>)[("zh-TW", true), ("en", false)])
        {
            var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = method == "POST" ? new StringContent("{") { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } } : null };
            request.Headers.AcceptLanguage.ParseAdd(language);
            var answer = await office.Api().SendAsync(request);

            ((int)answer.StatusCode).ShouldBe(status);
            answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
            var problem = await ApiCaller.JsonOfAsync(answer);
            problem["status"]!.GetValue<int>().ShouldBe(status);
            problem["code"]!.GetValue<string>().ShouldBe(code);
            problem["field"]?.GetValue<string>().ShouldBe(field);
            problem.ContainsKey("field").ShouldBe(field is not null);
            problem["detail"]!.GetValue<string>().Any(sign => sign >= 0x4E00).ShouldBe(isChinese);
        }
    }

    [Fact]
    public async Task Content_of_another_kind_is_called_so_and_not_taken_for_somebody_unknown()
    {
        var answer = await office.Api().PostAsync("/api/requests", new StringContent("service=XFER", null, "application/x-www-form-urlencoded"));
        ((int)answer.StatusCode).ShouldBe(415);
        (await ApiCaller.JsonOfAsync(answer))["code"]!.GetValue<string>().ShouldBe("media-type");
    }
}
