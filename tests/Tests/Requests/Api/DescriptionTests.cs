using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Api;

[Trait("store", "both")]
public sealed class DescriptionTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task The_catalogue_lists_every_service_in_both_languages()
    {
        var services = JsonNode.Parse(await office.Api().GetStringAsync("/api/services"))!.AsArray();
        services.Count.ShouldBe(59);
        foreach (var service in services)
        {
            service!["code"]!.GetValue<string>().ShouldNotBeEmpty();
            service["name"]!["zh-TW"]!.GetValue<string>().ShouldNotBeEmpty();
            service["name"]!["en"]!.GetValue<string>().ShouldNotBeEmpty();
        }
    }

    [Fact]
    public async Task A_service_is_described_by_a_json_schema_its_documents_and_its_limits()
    {
        var transfer = await ApiCaller.JsonOfAsync(await office.Api().GetAsync("/api/services/xfer"));
        transfer["code"]!.GetValue<string>().ShouldBe("XFER");
        transfer["form"]!["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        transfer["form"]!["properties"]!.AsObject().Select(p => p.Key).ShouldContain("newHolderId");
        transfer["documents"]!.AsArray().Select(d => d!["id"]!.GetValue<string>()).ShouldContain("relation");
        transfer["limits"]!.AsObject().ShouldContainKey("rule");
        transfer["limits"]!["rule"].ShouldBeNull("nobody knows a rule for it, and the description says so");
        transfer["limits"]!["norm"]!["toBeConfirmed"]!.GetValue<bool>().ShouldBeTrue();
    }

    [Fact]
    public async Task Limits_that_follow_the_answers_are_described_with_their_condition()
    {
        var design = await ApiCaller.JsonOfAsync(await office.Api().GetAsync("/api/services/design"));
        var first = design["limits"]!["cases"]!.AsArray()[0]!;
        first["when"]!["voltage"]![0]!.GetValue<string>().ShouldBe("low");
        first["rule"]!["text"]!["en"]!.GetValue<string>().ShouldBe("3 working days");
    }

    [Fact]
    public async Task A_service_that_is_not_there_is_not_found() =>
        (await office.Api().GetAsync("/api/services/NO-SUCH")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task The_interface_describes_itself_in_OpenAPI_3_1()
    {
        var description = await ApiCaller.JsonOfAsync(await office.Api().GetAsync("/openapi/v1.json"));
        description["openapi"]!.GetValue<string>().ShouldStartWith("3.1");
        var paths = description["paths"]!.AsObject().Select(p => p.Key).ToList();
        string[] expected = ["/api/requests", "/api/requests/{numberOrSlip}", "/api/services", "/api/services/{code}", "/api/uploads"];
        expected.ShouldBeSubsetOf(paths);
        paths.ShouldAllBe(path => path.StartsWith("/api/"));
    }

    [Fact]
    public async Task The_description_is_read_without_a_fault_by_the_reader_that_others_use()
    {
        var read = Microsoft.OpenApi.OpenApiDocument.Parse(await office.Api().GetStringAsync("/openapi/v1.json"), "json");
        read.Diagnostic!.SpecificationVersion.ShouldBe(Microsoft.OpenApi.OpenApiSpecVersion.OpenApi3_1);
        read.Diagnostic.Errors.ShouldBeEmpty();
        read.Diagnostic.Warnings.ShouldBeEmpty();
        read.Document!.Paths.SelectMany(path => path.Value.Operations!.Values).ShouldAllBe(operation => operation.OperationId != null && operation.Summary != null);
    }

    [Fact]
    public async Task The_schema_of_every_service_is_a_schema()
    {
        foreach (var service in JsonNode.Parse(await office.Api().GetStringAsync("/api/services"))!.AsArray())
        {
            var code = service!["code"]!.GetValue<string>();
            var form = (await ApiCaller.JsonOfAsync(await office.Api().GetAsync($"/api/services/{code}")))["form"]!;
            GridDesk.Tests.Forms.JsonSchema.Faults(form).ShouldBeEmpty(code);
        }
    }

    [Fact]
    public async Task A_proxy_can_ask_whether_the_office_is_ready()
    {
        var health = await office.Api().GetAsync("/healthz");
        health.StatusCode.ShouldBe(HttpStatusCode.OK);
        (await health.Content.ReadAsStringAsync()).ShouldStartWith("ready, edition ");
    }

    [Fact]
    public async Task What_is_not_in_the_interface_is_a_problem_and_not_a_page()
    {
        var answer = await office.Api().GetAsync("/api/no-such");
        answer.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
    }
}
