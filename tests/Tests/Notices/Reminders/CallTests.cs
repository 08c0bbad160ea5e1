using System.Net;
using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Reminders;
using GridDesk.Staff.Access;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Reminders;

/// <summary>Customers who are called: again when nobody answers, by a company or by the call centre.</summary>
[Trait("store", "both")]
public sealed class CallTests
{
    [Fact]
    public async Task Whoever_does_not_answer_is_called_at_other_times_of_day_and_three_times_in_all()
    {
        await using var office = await CallAsync();
        await NotAnsweredAsync(office);
        (await office.ReminderAsync()).AgainAt.ShouldBe(Instant.FromUtc(2019, 6, 20, 10, 30)); // 18:30

        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 10, 30));
        await office.EveryMinuteAsync();
        await office.EveryMinuteAsync();
        await NotAnsweredAsync(office);
        (await office.ReminderAsync()).AgainAt.ShouldBe(Instant.FromUtc(2019, 6, 21, 5, 30)); // 13:30 of the next day

        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 5, 30));
        await office.EveryMinuteAsync();
        await NotAnsweredAsync(office);
        var reminder = await office.ReminderAsync();
        (reminder.Tries, reminder.Unanswered, reminder.AgainAt).ShouldBe((3, 3, null));
        (await office.MessagesAsync()).Count.ShouldBe(3);
        (await office.WithAsync<OfficeDb, IReadOnlyList<ReminderFigures>>(db => ReminderFigures.LastAsync(db, 5, default))).Sum(day => day.NoAnswer).ShouldBe(1);
    }

    [Fact]
    public async Task Nobody_is_called_again_about_a_bill_that_was_paid_after_the_first_call()
    {
        await using var office = await CallAsync();
        await NotAnsweredAsync(office);
        await office.PayAsync(1);
        office.Clock.Reset(Instant.FromUtc(2019, 6, 20, 10, 30));
        await office.EveryMinuteAsync();
        (await office.MessagesAsync()).ShouldHaveSingleItem();
        await office.CloseAsync();
        (await office.ReminderAsync()).ShouldSatisfyAllConditions(r => r.ClosedAt.ShouldNotBeNull(), r => r.PaidInTime.ShouldBeNull("nobody heard it, so nothing came of it"));
    }

    [Fact]
    public async Task The_call_centre_takes_the_list_and_brings_the_outcomes_back()
    {
        await using var office = await CallAsync();
        await office.TakeInAsync(BillSheets.BillFileOf(BillSheets.BillRow(2, Reminded.DueTomorrow), BillSheets.BillRow(3, Reminded.DueTomorrow), BillSheets.BillRow(4, Reminded.DueTomorrow)));
        foreach (var n in (int[])[2, 3, 4])
        {
            await office.AgreeAsync(n, $"05-222-000{n}");
        }

        await office.RemindAsync();
        await office.DeliverAsync();
        await office.PayAsync(4);
        var centre = await office.SignInAsync("callcentre");
        var list = await centre.Http.GetStringAsync("/en/desk/reminders/calls.csv");
        var rows = list.Trim('\uFEFF').Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        rows.Length.ShouldBe(4, "what was paid since is not on it");
        rows.ShouldContain(row => row.Contains("\"05-222-0001\"", StringComparison.Ordinal));
        rows.ShouldNotContain(row => row.Contains("05-222-0004", StringComparison.Ordinal));
        (await office.WithAsync<OfficeDb, int>(db => db.Set<AccessEntry>().CountAsync(e => e.Page == "/desk/reminders/calls"))).ShouldBe(3);

        var filled = string.Join("\r\n", [rows[0], Filled(rows[1], "answered"), Filled(rows[2], "No answer"), rows[3]]);
        await centre.GoAsync("/en/desk/reminders");
        await centre.PressAsync("Take the outcomes in", ("The list with its outcomes", "calls.csv", Encoding.UTF8.GetBytes(filled)));
        centre.Text.ShouldContain("The outcomes of 2 calls were taken in.");
        await centre.PressAsync("Take the outcomes in", ("The list with its outcomes", "calls.csv", Encoding.UTF8.GetBytes(filled)));
        centre.Text.ShouldContain("The outcomes of 0 calls were taken in.");
        await office.DeliverAsync();
        var messages = await office.MessagesAsync();
        messages.Count(m => m.State == MessageState.Delivered).ShouldBe(1);
        messages.Count(m => m.State == MessageState.Failed).ShouldBe(1);
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Reminder>().CountAsync(r => r.AgainAt != null))).ShouldBe(1);

        await centre.PressAsync("Take the outcomes in", ("The list with its outcomes", "calls.csv", Encoding.UTF8.GetBytes(string.Join("\r\n", [rows[0], Filled(rows[3], "perhaps")]))));
        (centre.Status, centre.Errors.ShouldHaveSingleItem()).ShouldBe((HttpStatusCode.UnprocessableEntity, "Line 2: Write “answered”, “no answer”, “wrong number” as the outcome, and leave the reference as it was."));

        static string Filled(string row, string outcome) => row[..^2] + $"\"{outcome}\"";
    }

    [Fact]
    public async Task A_company_that_makes_the_calls_says_by_a_signed_receipt_that_nobody_answered()
    {
        await using var company = await ProviderSimulator.OpenAsync();
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(of => new ProvidersOfChannel(
            [new HttpProvider(of.GetRequiredService<IHttpClientFactory>().CreateClient(), new("voice-1", MessageChannel.Voice, company.Url, "token"))])));
        office.App.Configuration["GRIDDESK_RECEIPTS_VOICE_1"] = "key";
        await office.TakeInAsync(BillSheets.BillFileOf(BillSheets.BillRow(1, Reminded.DueTomorrow)));
        await office.AgreeAsync(1, "05-222-0001");
        await office.RemindAsync();
        await office.DeliverAsync();
        company.Taken.Values.Single().Text.ShouldContain("電號末三碼");

        var call = (await office.MessagesAsync()).Single();
        var body = $$"""{"reference":"{{call.Reference}}","state":"no-answer"}""";
        using var receipt = new HttpRequestMessage(HttpMethod.Post, "/api/notices/receipts/voice-1") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        receipt.Headers.Add("X-Signature", Convert.ToHexStringLower(HMACSHA256.HashData("key"u8, Encoding.UTF8.GetBytes(body))));
        (await office.Api().SendAsync(receipt)).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await office.DeliverAsync();
        (await office.ReminderAsync()).AgainAt.ShouldBe(Instant.FromUtc(2019, 6, 20, 10, 30));
        (await office.SignInAsync("callcentre")).Http.GetStringAsync("/desk/reminders/calls.csv").Result.ShouldNotContain(call.To, customMessage: "the company makes the calls");
    }

    private static async Task<TestOffice> CallAsync()
    {
        var office = await TestOffice.OpenAsync();
        await office.TakeInAsync(BillSheets.BillFileOf(BillSheets.BillRow(1, Reminded.DueTomorrow)));
        await office.AgreeAsync(1, "05-222-0001");
        await office.RemindAsync();
        await office.DeliverAsync();
        return office;
    }

    private static async Task NotAnsweredAsync(TestOffice office)
    {
        await office.DeliverAsync();
        await office.ArrivedAsync((await office.MessagesAsync())[^1], answered: false);
        await office.DeliverAsync();
    }
}
