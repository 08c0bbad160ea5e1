using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Book;

/// <summary>A program books a visit.</summary>
[Trait("store", "both")]
public sealed class BookingApiTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Right = """{"service":"NEW-LV","at":"2019-06-21T01:30:00Z","name":"王安娜","phone":"0912-345-678","language":"en"}""";

    [Fact]
    public async Task It_asks_for_free_times_books_one_and_a_repeated_call_books_no_second()
    {
        await using var own = await TestOffice.OpenAsync();
        (await FreeAsync(own)).ShouldContain("2019-06-21T01:30:00Z");
        var first = await PostAsync(own, Right, "1");
        first.StatusCode.ShouldBe(HttpStatusCode.Created, await first.Content.ReadAsStringAsync());
        var booked = await first.Content.ReadFromJsonAsync<JsonElement>();
        (booked.GetProperty("booking").GetString(), booked.GetProperty("at").GetString(), booked.GetProperty("place").GetString()).ShouldBe(("B108-00001", "2019-06-21T01:30:00Z", "consultation"));
        (await (await PostAsync(own, Right, "1")).Content.ReadAsStringAsync()).ShouldBe(await first.Content.ReadAsStringAsync());
        (await CodeAsync(await PostAsync(own, Right, "2"))).ShouldBe("booking.taken");
        (await FreeAsync(own)).ShouldNotContain("2019-06-21T01:30:00Z");
        (await own.Visit().GoAsync($"/en/book/new-lv/B108-00001?code={booked.GetProperty("code").GetString()}")).Text.ShouldContain("Friday 21 June, 09:30");
    }

    [Theory]
    [InlineData("""{"at":"2019-06-21T01:30:00Z","name":"王","phone":"0912-345-678"}""", "booking.service")]
    [InlineData("""{"service":"PAY","at":"2019-06-21T01:30:00Z","name":"王","phone":"0912-345-678"}""", "booking.service")]
    [InlineData("""{"service":"NEW-LV","name":"王","phone":"0912-345-678"}""", "booking.no-slot")]
    [InlineData("""{"service":"NEW-LV","at":"2019-06-21T15:59:59.9Z","name":"王","phone":"0912-345-678"}""", "booking.no-slot")]
    [InlineData("""{"service":"NEW-LV","at":"2019-06-19T01:30:00Z","name":"王","phone":"0912-345-678"}""", "booking.past")]
    [InlineData("""{"service":"NEW-LV","at":"9999-12-31T23:59:59.9Z","name":"王","phone":"0912-345-678"}""", "booking.too-far")]
    [InlineData("""{"service":"NEW-LV","at":"-9998-01-01T00:00:00Z","name":"王","phone":"0912-345-678"}""", "booking.past")]
    [InlineData("""{"service":"NEW-LV","at":"2019-06-22T01:30:00Z","name":"王","phone":"0912-345-678"}""", "booking.closed-day")]
    [InlineData("""{"service":"NEW-LV","at":"2019-06-21T01:30:00Z","name":" ","phone":"0912-345-678"}""", "booking.name")]
    [InlineData("""{"service":"NEW-LV","at":"2019-06-21T01:30:00Z","name":"王","phone":"12"}""", "phone.not-a-number")]
    [InlineData("""{"service":"NEW-LV","at":"2019-06-21T01:30:00Z","name":"王","phone":"0912-345-678","language":"nan"}""", "booking.language")]
    public async Task What_cannot_be_booked_is_refused_with_its_sentence(string body, string code)
    {
        var answer = await PostAsync(office, body, $"{Guid.NewGuid()}");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await CodeAsync(answer)).ShouldBe(code);
    }

    [Fact]
    public async Task A_name_of_ten_megabytes_is_declined_and_so_are_endless_days_and_endless_tries()
    {
        await using var own = await TestOffice.OpenAsync();
        ((int)(await PostAsync(own, Right.Replace("王安娜", new string('王', 4_000_000)), "long")).StatusCode).ShouldBeInRange(400, 422);
        (await own.Api().GetAsync("/api/bookings?service=NEW-LV&from=2019-06-01&to=2019-09-01")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await own.Api().GetAsync("/api/bookings?service=NEW-LV&from=9999-12-31")).StatusCode.ShouldNotBe(HttpStatusCode.InternalServerError);
        (await own.Api().GetAsync("/api/bookings?from=soon")).StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        for (var nth = 0; nth < 60; nth++)
        {
            await PostAsync(own, Right, $"{nth}");
        }

        (await PostAsync(own, Right, "61")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
    }

    private static async Task<IReadOnlyList<string?>> FreeAsync(TestOffice office) =>
        [.. (await office.Api().GetFromJsonAsync<JsonElement>("/api/bookings?service=new-lv&from=2019-06-21&to=2019-06-21")).GetProperty("times").EnumerateArray().Select(t => t.GetProperty("at").GetString())];

    private static async Task<string?> CodeAsync(HttpResponseMessage answer) => (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString();

    private static async Task<HttpResponseMessage> PostAsync(TestOffice office, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/bookings") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return await office.Api().SendAsync(request);
    }
}
