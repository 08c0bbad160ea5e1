using System.Text.Json.Nodes;
using GridDesk.Customers;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Tests.Customers.Contacts;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Plan;

/// <summary>Row 1.2.3.4: customers leave their mobile numbers, and the row shows how many can be reached.</summary>
[Trait("store", "both")]
public sealed class ContactMovesTests
{
    [Fact]
    public async Task Three_numbers_are_left_one_wants_no_more_and_the_row_of_the_plan_says_so()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");

        string[] accounts = [.. (await RegisterAsync(office, 4))];
        var first = await office.ConsentAsync("0966-777-001", accounts[0]);
        await office.ConsentAsync("0966-777-002", accounts[1]);
        await office.ConsentAsync("05-2226711", accounts[1]); // a landline of the same account
        await office.ConsentAsync("0966-777-003", accounts[2]);
        await office.ConsentAsync("0966-777-009", DeskWork.Number("1999999999")); // an account that the office does not know
        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?> { ["contacts.mobiles"] = 4, ["contacts.reachable-share"] = 75, ["contacts.opt-outs"] = 0, ["reminders.sent"] = null }, ignoreOrder: true);

        var customer = await office.Visit().GoAsync($"/en/contacts/{first.Token}");
        await customer.PressAsync("Stop: Payment reminders");
        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?> { ["contacts.mobiles"] = 4, ["contacts.reachable-share"] = 50, ["contacts.opt-outs"] = 1, ["reminders.sent"] = null }, ignoreOrder: true);
        (await (await office.SignInAsync("clerk")).GoAsync("/en/plan/108/1.2.3.4/contacts.opt-outs?half=1")).Text.ShouldContain("09＊＊-＊＊＊-001");
        (await (await office.SignInAsync("head")).GoAsync("/en/plan/108/1.2.3.4/contacts.opt-outs?half=1")).Text.ShouldNotContain("-001");
    }

    private static async Task<IReadOnlyList<string>> RegisterAsync(TestOffice office, int count)
    {
        List<string> accounts = [];
        for (var i = 0; i < count; i++)
        {
            var known = await office.KnowAsync($"用戶{i}", $"0912-000-00{i}", $"190566600{i}");
            accounts.Add(known.Accounts[0].Number);
            await using var scope = office.App.Services.CreateAsyncScope();
            var (db, events) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<EventLog>());
            await db.CommitAsync(async () => events.Record(await db.Customers.SingleAsync(c => c.Id == known.Id), new CustomerRegistered(1), Actor.Office));
        }

        return accounts;
    }

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "1.2.3.4")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
