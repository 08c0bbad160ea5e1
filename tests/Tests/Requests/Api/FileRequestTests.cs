using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Staff.Tokens;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Api;

[Trait("store", "both")]
public sealed class FileRequestTests(TestOffice office) : IClassFixture<TestOffice>
{
    private readonly ApiCaller _caller = new(office);

    [Fact]
    public async Task A_complete_request_gets_a_number_a_code_and_a_promise_that_explains_itself()
    {
        var answer = await _caller.PostAsync(await _caller.CompleteTransferAsync());

        answer.StatusCode.ShouldBe(HttpStatusCode.Created);
        var body = await ApiCaller.JsonOfAsync(answer);
        CaseNumber.Read("CY", Text(body, "number")).ShouldNotBeNull().Text.ShouldStartWith("CY108-");
        Text(body, "code").Length.ShouldBe(8);
        Text(body, "acceptedAt").ShouldBe("2019-06-20T02:00:00Z");
        body["due"]!.AsObject().ShouldContainKey("rule");
        body["due"]!["rule"].ShouldBeNull("nobody knows a rule for it, and the answer says so");
        Text(body["due"]!, "norm").ShouldBe("2019-06-21");
        Text(body["due"]!, "told").ShouldBe("2019-06-21");
        Text(body["explanation"]!, "zh-TW").ShouldNotBeEmpty();
        Text(body["explanation"]!, "en").ShouldNotBeEmpty();
        Text(body, "track").ShouldBe($"http://localhost/track/{Text(body, "number")}?code={Text(body, "code")}");
    }

    [Fact]
    public async Task A_request_that_lacks_papers_is_taken_in_and_told_what_is_missing()
    {
        var body = await ApiCaller.JsonOfAsync(await Answered(ApiCaller.Transfer("王小明", "0912-345-678", await _caller.UploadAsync()), HttpStatusCode.Accepted));

        Text(body, "slip").ShouldStartWith("CYP108-");
        body.ContainsKey("number").ShouldBeFalse();
        var missing = body["missing"]!.AsArray().ShouldHaveSingleItem()!;
        Text(missing, "kind").ShouldBe("document");
        Text(missing, "id").ShouldBe("relation");
        Text(missing["name"]!, "en").ShouldNotBeEmpty();
    }

    [Fact]
    public async Task Missing_answers_are_listed_and_wrong_ones_are_refused()
    {
        var bare = ApiCaller.Transfer();
        bare["answers"] = new JsonObject();
        bare.Remove("electricityNumber");
        var missing = (await ApiCaller.JsonOfAsync(await Answered(bare, HttpStatusCode.Accepted)))["missing"]!.AsArray();
        missing.Where(m => Text(m!, "kind") == "answer").Select(m => Text(m!, "id")).ShouldBeSubsetOf(["electricityNumber", "holderKind", "reason", "fromDate"]);
        missing.Count.ShouldBeGreaterThanOrEqualTo(4);

        var wrong = ApiCaller.Transfer();
        wrong["answers"]!["newHolderId"] = "A123456780";
        wrong["electricityNumber"] = "07281937400";
        var problem = await ApiCaller.JsonOfAsync(await Answered(wrong, HttpStatusCode.UnprocessableEntity));
        problem["errors"]!.AsArray().Select(e => Text(e!, "field")).ShouldBe(["answers.newHolderId", "electricityNumber"], ignoreOrder: true);
    }

    [Fact]
    public async Task Calling_again_with_the_same_key_gives_the_same_answer_and_no_second_case()
    {
        var request = (await _caller.CompleteTransferAsync("林重複")).ToJsonString();
        var first = await _caller.PostAsync(request, "again");
        var second = await _caller.PostAsync(request, "again");

        second.StatusCode.ShouldBe(first.StatusCode);
        (await second.Content.ReadAsByteArrayAsync()).ShouldBe(await first.Content.ReadAsByteArrayAsync());
        second.Content.Headers.ContentType.ShouldBe(first.Content.Headers.ContentType);
        (await CountOfAsync("林重複")).ShouldBe(1);
    }

    [Fact]
    public async Task The_same_key_with_another_body_is_refused()
    {
        (await _caller.PostAsync(ApiCaller.Transfer("甲"), "used")).StatusCode.ShouldBe(HttpStatusCode.Accepted);
        var other = await _caller.PostAsync(ApiCaller.Transfer("乙"), "used", language: "en");

        other.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        var problem = await ApiCaller.JsonOfAsync(other);
        Text(problem, "code").ShouldBe("idempotency.other-body");
        Text(problem, "field").ShouldBe("Idempotency-Key");
    }

    [Fact]
    public async Task Twins_that_arrive_together_are_one_case_with_one_answer()
    {
        var request = (await _caller.CompleteTransferAsync("林雙胞")).ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => _caller.PostAsync(request, "twins"))));

        var bodies = await Task.WhenAll(answers.Select(a => a.Content.ReadAsStringAsync()));
        answers.Select(a => a.StatusCode).Distinct().ShouldBe([HttpStatusCode.Created], string.Join('\n', bodies.Distinct()));
        bodies.Distinct().ShouldHaveSingleItem();
        (await CountOfAsync("林雙胞")).ShouldBe(1);
    }

    [Fact]
    public async Task One_file_cannot_belong_to_two_requests()
    {
        string[] files = [await _caller.UploadAsync(), await _caller.UploadAsync()];
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(i => Task.Run(() => _caller.PostAsync(ApiCaller.Transfer($"張{i}", "0912-345-678", files)))));

        answers.Count(a => a.StatusCode == HttpStatusCode.Created).ShouldBe(1);
        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.Created || a.StatusCode == HttpStatusCode.UnprocessableEntity || a.StatusCode == HttpStatusCode.Conflict);
    }

    [Fact]
    public async Task A_file_that_answers_a_question_belongs_to_the_request_and_must_exist()
    {
        JsonObject Fault(string photo) => new()
        {
            ["service"] = "FAULT",
            ["applicant"] = new JsonObject { ["name"] = "林停電", ["phone"] = "0912-345-678" },
            ["answers"] = new JsonObject { ["picture"] = photo },
        };
        var upload = await _caller.UploadAsync();
        (await _caller.PostAsync(Fault(upload))).IsSuccessStatusCode.ShouldBeTrue();
        var request = await _caller.FindAsync("林停電");
        (await office.WithAsync<OfficeDb, string?>(db => db.Set<GridDesk.Kernel.Files.Upload>().Where(u => u.Id == Guid.Parse(upload)).Select(u => u.ClaimedBy).SingleAsync())).ShouldBe(request.Key);

        foreach (var unknown in (string[])["nothing", "018f0000-0000-7000-8000-000000000000", upload])
        {
            var refused = await _caller.PostAsync(Fault(unknown));
            refused.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity, unknown);
            var problem = await ApiCaller.JsonOfAsync(refused);
            (Text(problem, "code"), Text(problem, "field")).ShouldBe(("upload.unknown", "answers.picture"));
        }
    }

    [Fact]
    public async Task A_key_is_needed()
    {
        var answer = await _caller.PostAsync(ApiCaller.Transfer().ToJsonString(), key: null, language: "en");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await ApiCaller.JsonOfAsync(answer), "code").ShouldBe("idempotency.key-missing");
    }

    [Theory]
    [InlineData("channel", "\"carrier-pigeon\"", "request.channel")]
    [InlineData("receivedAt", "\"yesterday\"", "request.received-at")]
    [InlineData("receivedAt", "\"2019-06-20T10:00:01+08:00\"", "request.received-later")]
    [InlineData("service", "\"NO-SUCH\"", "service.unknown")]
    [InlineData("documents", "[\"not-an-id\"]", "upload.unknown")]
    [InlineData("documents", "[\"018f0000-0000-7000-8000-000000000000\"]", "upload.unknown")]
    [InlineData("applicant", "{\"name\":\" \",\"phone\":\"0912345678\"}", "applicant.name")]
    [InlineData("applicant", "{\"name\":\"甲\"}", "applicant.phone")]
    public async Task What_cannot_be_is_refused_with_its_code(string field, string value, string code)
    {
        var request = ApiCaller.Transfer();
        request[field] = JsonNode.Parse(value);
        var answer = await _caller.PostAsync(request, token: await ApiCaller.TokenAsync(office, "clerk", Role.Clerk), language: "en");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        Text(await ApiCaller.JsonOfAsync(answer), "code").ShouldBe(code);
    }

    [Theory]
    [InlineData("zh-TW", "請輸入申請人的姓名或名稱。")]
    [InlineData("en-GB,en;q=0.9", "Enter the applicant's name or the organisation's name.")]
    [InlineData("fr", "請輸入申請人的姓名或名稱。")]
    public async Task A_refusal_is_a_problem_in_the_callers_language(string language, string sentence)
    {
        var answer = await _caller.PostAsync(ApiCaller.Transfer(name: ""), language: language);

        answer.Content.Headers.ContentType!.MediaType.ShouldBe("application/problem+json");
        var problem = await ApiCaller.JsonOfAsync(answer);
        problem["status"]!.GetValue<int>().ShouldBe(422);
        Text(problem, "title").ShouldNotBeEmpty();
        Text(problem, "code").ShouldBe("applicant.name");
        Text(problem, "field").ShouldBe("applicant.name");
        Text(problem, "detail").ShouldBe(sentence);
    }

    private async Task<HttpResponseMessage> Answered(JsonNode body, HttpStatusCode status)
    {
        var answer = await _caller.PostAsync(body);
        answer.StatusCode.ShouldBe(status, await answer.Content.ReadAsStringAsync());
        return answer;
    }

    private Task<int> CountOfAsync(string name) =>
        office.WithAsync<OfficeDb, int>(db => db.Set<Particulars>().CountAsync(p => p.Name == name));

    private static string Text(JsonNode node, string name) => node[name]!.GetValue<string>();
}
