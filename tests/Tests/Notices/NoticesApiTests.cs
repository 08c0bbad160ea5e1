using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Data;
using GridDesk.Notices;
using GridDesk.Notices.Receipts;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Another program has something sent, and providers say what became of it.</summary>
[Trait("store", "both")]
public sealed class NoticesApiTests
{
    private const string Good = """{"template":"plain","to":"0912345678","channel":"sms","data":{"text":"明天停電"}}""";

    [Fact]
    public async Task A_message_sent_twice_under_one_key_is_one_message()
    {
        await using var office = await TestOffice.OpenAsync();
        var token = await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre);
        var (first, one) = await PostAsync(office, token, Good, "k1");
        var (again, two) = await PostAsync(office, token, Good, "k1");
        (first, again).ShouldBe((HttpStatusCode.Created, HttpStatusCode.Created));
        ((string?)two["id"]).ShouldBe((string?)one["id"]);
        ((int)one["textMessages"]!).ShouldBe(1);
        await office.DeliverAsync();
        var message = await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync());
        (message.To, message.Text, message.State).ShouldBe(("0912-345-678", "明天停電", MessageState.HandedOver));
        var ask = new HttpRequestMessage(HttpMethod.Get, $"/api/notices/{one["id"]}");
        ask.Headers.Authorization = new("Bearer", token);
        ((string?)JsonNode.Parse(await (await office.Api().SendAsync(ask)).Content.ReadAsStringAsync())!["state"]).ShouldBe("handed-over");
    }

    [Theory]
    [InlineData("""{"template":"nothing","to":"0912345678","data":{"text":"x"}}""", "template")]
    [InlineData("""{"template":"request-accepted","to":"a@example.com","data":{}}""", "template")]
    [InlineData("""{"template":"plain","to":"0912345678","data":{"text":"x"}}""", "channel")]
    [InlineData("""{"template":"plain","to":"12","channel":"sms","data":{"text":"x"}}""", "to")]
    [InlineData("""{"template":"plain","to":"nobody","channel":"email","data":{"title":"t","text":"x"}}""", "to")]
    [InlineData("""{"template":"plain","to":"0912345678","channel":"sms","language":"fr","data":{"text":"x"}}""", "language")]
    [InlineData("""{"template":"plain","to":"0912345678","channel":"sms","data":{}}""", "data.text")]
    [InlineData("""{"template":"plain","to":"0912345678","channel":"sms"}""", "data.text")]
    public async Task What_is_wrong_is_said_at_its_field(string body, string field)
    {
        await using var office = await TestOffice.OpenAsync();
        var (status, answer) = await PostAsync(office, await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre), body, "k");
        status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        ((string?)answer["field"]).ShouldBe(field);
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(0);
    }

    [Fact]
    public async Task A_long_text_goes_out_whole_and_one_too_long_is_refused_at_its_field()
    {
        await using var office = await TestOffice.OpenAsync();
        var token = await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre);
        var (status, answer) = await PostAsync(office, token, $$$"""{"template":"plain","to":"a@example.com","channel":"email","data":{"title":"{{{new string('電', 200)}}}","text":"{{{new string('力', 2000)}}}"}}""", "k1");
        status.ShouldBe(HttpStatusCode.Created, $"{answer}");
        (status, answer) = await PostAsync(office, token, $$$"""{"template":"plain","to":"a@example.com","channel":"email","data":{"title":"{{{new string('電', 201)}}}","text":"x"}}""", "k2");
        (status, (string?)answer["field"]).ShouldBe((HttpStatusCode.UnprocessableEntity, "data.title"));
        (status, answer) = await PostAsync(office, token, $$$"""{"template":"plain","to":"0912345678","channel":"sms","data":{"text":"{{{new string('力', 2001)}}}"}}""", "k3");
        (status, (string?)answer["field"]).ShouldBe((HttpStatusCode.UnprocessableEntity, "data.text"));
    }

    [Fact]
    public async Task A_phone_abroad_is_fine_and_a_name_cannot_turn_the_writing_around()
    {
        await using var office = await TestOffice.OpenAsync();
        var (status, _) = await PostAsync(office, await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre), """{"template":"plain","to":"+81 3-1234-5678","channel":"sms","language":"en","data":{"text":"\u202Egnp.exe\nline 𤧞"}}""", "k");
        status.ShouldBe(HttpStatusCode.Created);
        var message = await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync());
        (message.To, message.Text).ShouldBe(("+81312345678", "gnp.exe line 𤧞"));
    }

    [Fact]
    public async Task A_signed_receipt_moves_its_message_once_and_an_unsigned_one_is_refused_and_kept()
    {
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection([new("GRIDDESK_RECEIPTS_SPOOL", "secret")]).Build()));
        await PostAsync(office, await ApiCaller.TokenAsync(office, "callcentre", Role.CallCentre), Good, "k");
        await office.DeliverAsync();
        var reference = (await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync())).Reference;
        var receipt = $$"""{"reference":"{{reference}}","state":"delivered"}""";
        (await SayAsync(receipt, null)).ShouldBe(HttpStatusCode.BadRequest);
        (await SayAsync(receipt, "other")).ShouldBe(HttpStatusCode.BadRequest);
        (await SayAsync(receipt, "secret")).ShouldBe(HttpStatusCode.NoContent);
        (await SayAsync(receipt, "secret")).ShouldBe(HttpStatusCode.NoContent);
        (await SayAsync("""{"reference":"never","state":"delivered"}""", "secret")).ShouldBe(HttpStatusCode.NoContent);
        (await SayAsync("""{"state":""", "secret")).ShouldBe(HttpStatusCode.UnprocessableEntity);
        (await office.WithAsync<OfficeDb, Message>(db => db.Messages.SingleAsync())).State.ShouldBe(MessageState.Delivered);
        (await office.WithAsync<OfficeDb, List<ReceiptFate>>(db => db.Set<Receipt>().OrderBy(r => r.Id).Select(r => r.Fate).ToListAsync())).ShouldBe(
            [ReceiptFate.NotSigned, ReceiptFate.NotSigned, ReceiptFate.Taken, ReceiptFate.NothingNew, ReceiptFate.UnknownMessage, ReceiptFate.NotReadable], ignoreOrder: true);

        async Task<HttpStatusCode> SayAsync(string body, string? key)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, "/api/notices/receipts/spool") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
            if (key is not null)
            {
                message.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData(Encoding.UTF8.GetBytes(key), Encoding.UTF8.GetBytes(body))));
            }

            return (await office.Api().SendAsync(message)).StatusCode;
        }
    }

    private static async Task<(HttpStatusCode Status, JsonNode Body)> PostAsync(TestOffice office, string token, string body, string key)
    {
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/notices") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        message.Headers.Authorization = new("Bearer", token);
        message.Headers.Add("Idempotency-Key", key);
        var answer = await office.Api().SendAsync(message);
        return (answer.StatusCode, JsonNode.Parse(await answer.Content.ReadAsStringAsync())!);
    }
}
