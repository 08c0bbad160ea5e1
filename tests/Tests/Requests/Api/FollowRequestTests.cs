using System.Net;
using System.Text.RegularExpressions;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Api;

[Trait("store", "both")]
public sealed partial class FollowRequestTests(TestOffice office) : IClassFixture<TestOffice>
{
    private readonly ApiCaller _caller = new(office);

    [Fact]
    public async Task Number_and_code_tell_where_a_request_stands_who_has_it_and_what_happened()
    {
        var (number, code) = await FiledAsync();
        var progress = await ApiCaller.JsonOfAsync(await _caller.AskAsync(number, code));

        progress["number"]!.GetValue<string>().ShouldBe(number);
        progress["status"]!.GetValue<string>().ShouldBe("in-progress");
        progress["step"]!["id"]!.GetValue<string>().ShouldBe("accept");
        progress["step"]!["number"]!.GetValue<int>().ShouldBe(1);
        progress["owner"]!["department"]!["zh-TW"]!.GetValue<string>().ShouldNotBeEmpty();
        progress["owner"]!["phone"]!.GetValue<string>().ShouldNotBeEmpty();
        progress["due"]!["told"]!.GetValue<string>().ShouldBe("2019-06-21");
        progress["history"]!.AsArray().ShouldHaveSingleItem()!["what"]!["en"]!.GetValue<string>().ShouldContain(number);
    }

    [Fact]
    public async Task The_answer_about_a_request_names_nobody()
    {
        var body = await _caller.CompleteTransferAsync("歐陽不提", "0987-123-321");
        var filed = await ApiCaller.JsonOfAsync(await _caller.PostAsync(body));
        var answer = await (await _caller.AskAsync(filed["number"]!.GetValue<string>(), filed["code"]!.GetValue<string>())).Content.ReadAsStringAsync();
        answer.ShouldNotContain("歐陽");
        answer.ShouldNotContain("0987");
        answer.ShouldNotContain("A123456789");
    }

    [Fact]
    public async Task A_number_is_read_however_it_is_typed()
    {
        var (number, code) = await FiledAsync();
        foreach (var typed in (string[])[number.ToLowerInvariant(), number.Replace("-", ""), Uri.EscapeDataString($" {number.Replace('0', 'o')} "), Uri.EscapeDataString(FullWidth(number))])
        {
            (await _caller.AskAsync(typed, code.ToLowerInvariant())).StatusCode.ShouldBe(HttpStatusCode.OK, typed);
        }
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_get_the_same_answer_to_the_byte()
    {
        var (number, _) = await FiledAsync();
        var unknown = GridDesk.Requests.CaseNumber.Accepted("CY", 108, 99_999).Text;
        string[] answers = [.. await Task.WhenAll(
            ReadAsync(_caller.AskAsync(number, "AAAAAAAA")), ReadAsync(_caller.AskAsync(unknown, "AAAAAAAA")),
            ReadAsync(_caller.AskAsync("nonsense", "AAAAAAAA")), ReadAsync(_caller.AskAsync(number, "")))];
        answers.Distinct().ShouldHaveSingleItem().ShouldStartWith("404");
    }

    [Fact]
    public async Task Guessing_is_stopped_after_thirty_tries_a_minute_and_goes_on_in_the_next()
    {
        office.Clock.AdvanceMinutes(10);
        var (number, code) = await FiledAsync();
        var answers = new List<HttpStatusCode>();
        for (var i = 0; i < 31; i++)
        {
            answers.Add((await _caller.AskAsync(number, $"A{i:D7}")).StatusCode);
        }

        answers.Take(30).ShouldAllBe(status => status == HttpStatusCode.NotFound);
        answers[30].ShouldBe(HttpStatusCode.TooManyRequests);
        (await _caller.AskAsync(number, code)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        office.Clock.AdvanceMinutes(1);
        (await _caller.AskAsync(number, code)).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    private async Task<(string Number, string Code)> FiledAsync()
    {
        var filed = await ApiCaller.JsonOfAsync(await _caller.PostAsync(await _caller.CompleteTransferAsync()));
        return (filed["number"]!.GetValue<string>(), filed["code"]!.GetValue<string>());
    }

    private static async Task<string> ReadAsync(Task<HttpResponseMessage> asked)
    {
        var answer = await asked;
        var headers = string.Join('\n', answer.Headers.Concat(answer.Content.Headers).Select(h => $"{h.Key}: {string.Join(',', h.Value)}").Order());
        return $"{(int)answer.StatusCode}\n{headers}\n{TraceId().Replace(await answer.Content.ReadAsStringAsync(), "")}";
    }

    private static string FullWidth(string text) => string.Concat(text.Select(c => (char)(c + 0xFEE0)));

    [GeneratedRegex("\"traceId\":\"[^\"]*\"")]
    private static partial Regex TraceId();
}
