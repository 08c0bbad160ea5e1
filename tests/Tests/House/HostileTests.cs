using System.Text.Json.Nodes;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using GridDesk.Tests.Requests.Rules;
using Microsoft.AspNetCore.TestHost;

namespace GridDesk.Tests.House;

/// <summary>Whatever is sent to whatever address, by whomever: the program may decline, and never breaks.</summary>
[Trait("store", "both")]
public sealed class HostileTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly int Runs = Environment.GetEnvironmentVariable("GRIDDESK_LONG") is null ? 2_000 : 20_000;

    [Theory]
    [InlineData("[", "")]
    [InlineData("a[b", "")]
    [InlineData("", "?[=1")]
    public async Task A_bracket_that_is_never_closed_is_no_fault_of_ours(string field, string query)
    {
        var form = new FormUrlEncodedContent(field.Length == 0 ? [] : [new(field, "1")]);
        ((int)(await office.Api().PostAsync($"/sign-in{query}", form)).StatusCode).ShouldBeLessThan(500);
        ((int)(await office.Api().GetAsync($"/services{query}")).StatusCode).ShouldBeLessThan(500);
    }

    [Theory]
    [InlineData("change")]
    [InlineData("draft")]
    public async Task A_page_of_an_application_that_is_sent_nonsense_for_itself_is_no_fault_of_ours(string field)
    {
        var visitor = await office.Visit().GoAsync("/apply/xfer");
        await visitor.PressAsync("開始填寫");
        var token = visitor.Page.QuerySelector("main form [name=__RequestVerificationToken]")!.GetAttribute("value");
        foreach (var page in (string[])[visitor.Path, visitor.Path.Replace("/number", "/check"), "/apply/xfer/0197863e-5c00-7000-8000-000000000001/number"])
        {
            var answer = await visitor.Http.PostAsync(page, new FormUrlEncodedContent([new("__RequestVerificationToken", token), new(field, "nonsense")]));
            ((int)answer.StatusCode).ShouldBeLessThan(500, page);
        }
    }

    [Fact]
    public async Task Nothing_that_anybody_sends_breaks_the_program()
    {
        var doors = await Doors.OfAsync(office);
        var request = await office.FileAsync();
        var people = new List<(string Who, string? Cookie, string? Token)>
        {
            ("nobody", null, null),
            ("supervisor", await Doors.CookieAsync(office, "supervisor"), null),
            ("clerk", await Doors.CookieAsync(office, "clerk"), null),
            ("admin", await Doors.CookieAsync(office, "admin"), null),
            ("head", await Doors.CookieAsync(office, "head"), null),
            ("auditor", await Doors.CookieAsync(office, "auditor"), null),
            ("program", null, await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre)),
        };
        var forms = new Dictionary<string, string>();
        foreach (var (who, cookie, _) in people.Where(p => p.Cookie is not null))
        {
            forms[who] = await Doors.FormTokenAsync(office, cookie!);
        }

        var http = new HttpClient(office.App.GetTestServer().CreateHandler()) { BaseAddress = new Uri("http://localhost"), Timeout = TimeSpan.FromSeconds(60) };
        var seed = Environment.GetEnvironmentVariable("GRIDDESK_SEED") is { } given ? int.Parse(given) : Random.Shared.Next();
        var random = new Random(seed);
        var broken = new Dictionary<string, string>();
        // Every address once with each person and the rest at random.
        for (var run = 0; run < Runs; run++)
        {
            var door = doors[run < doors.Count ? run : random.Next(doors.Count)];
            if (door.Route.Contains("sign-out", StringComparison.Ordinal) || door.Route.StartsWith("error/", StringComparison.Ordinal))
            {
                continue; // the error page answers with the very code that stands in its address
            }

            var (who, cookie, token) = people[random.Next(people.Count)];
            var message = HostileCall.Draw(random, door, cookie, token, forms.GetValueOrDefault(who), request);
            var line = $"{message.Method} {message.RequestUri} by {who}";
            try
            {
                var answer = await http.SendAsync(message);
                await answer.Content.ReadAsByteArrayAsync();
                if ((int)answer.StatusCode >= 500 && answer.StatusCode != System.Net.HttpStatusCode.NotImplemented)
                {
                    broken.TryAdd(door.Route, $"{Cut(line, 300)}: {(int)answer.StatusCode} {Cut(office.Faults.LastOrDefault() ?? "", 900)}");
                }
            }
            catch (Exception problem)
            {
                broken.TryAdd(door.Route, $"{Cut(line, 300)}: {Cut($"{problem}", 900)}");
            }
        }

        broken.ShouldBeEmpty($"GRIDDESK_SEED={seed}\n{string.Join("\n\n", broken.Values)}");
    }

    [Fact]
    public async Task The_interface_survives_every_single_change_of_a_right_request()
    {
        var caller = new ApiCaller(office);
        var right = ApiCaller.Transfer().ToJsonString();
        var paths = new List<string[]> { new[] { "service" }, new[] { "applicant" }, new[] { "applicant", "name" }, new[] { "applicant", "phone" }, new[] { "applicant", "email" }, new[] { "applicant", "kind" }, new[] { "electricityNumber" }, new[] { "answers" }, new[] { "answers", "holderKind" }, new[] { "answers", "newHolderId" }, new[] { "answers", "fromDate" }, new[] { "answers", "reading" }, new[] { "documents" }, new[] { "agent" }, new[] { "channel" }, new[] { "receivedAt" } };
        string[] values = ["null", "true", "0", "-1", "1e999", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"a\\u0000b\"", "[]", "{}", "[null]", "[[[[]]]]", "{\"a\":{}}", "{\"\":\"\"}", "{\"\\ud800\":1}", $"\"{new string('x', 20_000)}\"", "\"😀😀😀\"", "\"９９９\"", "{\"name\":null,\"id\":null}", "{\"name\":\"\\ud800\",\"phone\":\"\\u0000\",\"relation\":\"\\u0000\\ud800\"}", "\"9999-12-31\"", "\"9999-12-31T23:59:59+08:00\"", "\"0001-01-01T00:00:00-18:00\"", "123456789012345678901234567890"];
        var token = await ApiCaller.TokenAsync(office, "clerk", Role.Clerk);
        foreach (var path in paths)
        {
            foreach (var value in values)
            {
                var body = JsonNode.Parse(right)!;
                JsonNode? place = body;
                foreach (var part in path[..^1])
                {
                    place = place![part];
                }

                place![path[^1]] = "@@";
                await caller.PostAsync(body.ToJsonString().Replace("\"@@\"", value), $"{Guid.NewGuid()}", Random.Shared.Next(2) == 0 ? token : null);
            }
        }
    }

    [Theory]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("1000-01-01T00:00:00Z")]
    public async Task A_request_received_in_a_year_that_no_calendar_knows_is_refused(string received)
    {
        var caller = new ApiCaller(office);
        var body = await caller.CompleteTransferAsync();
        body["receivedAt"] = received;
        var answer = await caller.PostAsync(body, token: await ApiCaller.TokenAsync(office, "clerk", Role.Clerk));
        ((int)answer.StatusCode).ShouldBe(422);
    }

    private static string Cut(string text, int length) => text.Length > length ? text[..length] : text;
}
