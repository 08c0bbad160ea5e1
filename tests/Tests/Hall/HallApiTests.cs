using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using GridDesk.Hall;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;

namespace GridDesk.Tests.Hall;

/// <summary>The hall for programs and for whoever stands at a counter.</summary>
[Trait("store", "both")]
public sealed class HallApiTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_telephone_takes_a_ticket_hears_how_many_are_ahead_and_asks_again_by_its_code()
    {
        await using var own = await TestOffice.OpenAsync();
        await own.OpenCounterAsync(3, "clerk");
        var first = await TakeAsync(own, "1");
        first.GetProperty("ticket").GetString().ShouldBe("1001");
        var second = await TakeAsync(own, "2");
        second.GetProperty("ahead").GetInt32().ShouldBe(1);
        second.GetProperty("wait").GetProperty("to").GetInt32().ShouldBeGreaterThan(0);
        (await TakeAsync(own, "2")).GetRawText().ShouldBe(second.GetRawText(), "the same key takes no second ticket");

        var asked = $"/api/hall/centre/tickets/1002?code={second.GetProperty("code").GetString()}";
        await own.InHallAsync(desk => desk.NextAsync("centre", 3, Actor.Office));
        (await own.Api().GetFromJsonAsync<JsonElement>(asked)).GetProperty("ahead").GetInt32().ShouldBe(0);
        (await own.Api().GetAsync("/api/hall/centre/tickets/1002?code=AAAAAAAA")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        own.Clock.Advance(Duration.FromDays(1));
        (await own.Api().GetAsync(asked)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "yesterday's ticket does not hold today");
    }

    [Theory]
    [InlineData("""{"kind":"ordinary","errands":["NONE"]}""", "hall.errand-unknown")]
    [InlineData("""{"kind":"ordinary","errands":[]}""", "hall.errands")]
    [InlineData("""{"errands":["XFER"]}""", "hall.kind")]
    [InlineData("""{"kind":"quick","errands":["NEW-LV"]}""", "hall.not-quick")]
    [InlineData("""{"kind":"appointment","errands":["XFER"]}""", "hall.kind")]
    [InlineData("""{"kind":"ordinary","errands":["XFER"],"language":"nan"}""", "hall.language")]
    public async Task What_cannot_be_taken_is_refused_with_its_sentence(string body, string code)
    {
        var answer = await PostAsync(office, "/api/hall/centre/tickets", body, $"{Guid.NewGuid()}");
        answer.StatusCode.ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe(code);
    }

    [Fact]
    public async Task What_is_done_at_no_counter_is_no_errand_of_a_ticket_whoever_asks()
    {
        using var pack = PackCopy.Of(Path.Combine(TestOffice.Root, "packs", "chiayi"));
        var tou = await File.ReadAllTextAsync(Path.Combine(pack.Folder, "services", "tariff", "tou.yaml"), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(pack.Folder, "services", "tariff", "tou-2.yaml"), tou.Replace("channels: [counter, ", "channels: [").Replace("validFrom: 2019-01-01", "validFrom: 2019-06-21"), TestContext.Current.CancellationToken);
        await using var own = await TestOffice.OpenAsync();
        own.Clock.Advance(Duration.FromSeconds(1));
        await OfficeStart.OpenAsync(own.App.Services, own.Options with { Pack = pack.Folder });
        own.Clock.Advance(Duration.FromDays(1));
        var answer = await PostAsync(own, "/api/hall/centre/tickets", """{"kind":"ordinary","errands":["TOU"]}""", "x");
        (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("hall.errand-unknown");
        (await PostAsync(own, "/api/hall/centre/tickets", """{"kind":"ordinary","errands":["new-lv"]}""", "y")).StatusCode.ShouldBe(HttpStatusCode.Created);
    }

    [Fact]
    public async Task A_hall_gives_tickets_from_its_first_opening_to_its_last_closing_and_says_when()
    {
        await using var own = await TestOffice.OpenAsync();
        foreach (var (day, hour, minute, opens) in ((int, int, int, bool)[])[(20, 7, 59, false), (20, 8, 0, true), (20, 12, 30, true), (20, 16, 59, true), (20, 17, 0, false), (22, 10, 0, false)])
        {
            own.Clock.Reset(Instant.FromUtc(2019, 6, day, 0, 0) + Duration.FromMinutes((hour - 8) * 60 + minute));
            var answer = await PostAsync(own, "/api/hall/centre/tickets", """{"kind":"ordinary","errands":["XFER"]}""", $"{day}-{hour}-{minute}");
            answer.StatusCode.ShouldBe(opens ? HttpStatusCode.Created : HttpStatusCode.UnprocessableEntity, $"{day} {hour}:{minute}");
            if (!opens)
            {
                (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("code").GetString().ShouldBe("hall.closed");
            }
        }

        (await PostAsync(own, "/api/hall/puzi/tickets", """{"kind":"ordinary","errands":["XFER"]}""", "x")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Numbers_begin_anew_each_day_and_each_kind_has_its_own()
    {
        await using var own = await TestOffice.OpenAsync();
        (await own.TakeTicketAsync()).Name.ShouldBe("1001");
        (await own.TakeTicketAsync(TicketKind.Senior)).Name.ShouldBe("3001");
        (await own.TakeTicketAsync()).Name.ShouldBe("1002");
        own.Clock.Advance(Duration.FromDays(1));
        (await own.TakeTicketAsync()).Name.ShouldBe("1001");
    }

    private static async Task<JsonElement> TakeAsync(TestOffice office, string key)
    {
        var answer = await PostAsync(office, "/api/hall/centre/tickets", """{"kind":"ordinary","errands":["XFER"]}""", key);
        answer.StatusCode.ShouldBe(HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }

    private static async Task<HttpResponseMessage> PostAsync(TestOffice office, string path, string body, string key)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = new StringContent(body, System.Text.Encoding.UTF8, "application/json") };
        request.Headers.Add("Idempotency-Key", key);
        return await office.Api().SendAsync(request);
    }
}
