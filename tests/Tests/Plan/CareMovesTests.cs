using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Care;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Plan;

/// <summary>Row 1.2.3.3: material is asked for and sent, the office calls, and the row shows it.</summary>
[Trait("store", "both")]
public sealed class CareMovesTests
{
    [Fact]
    public async Task Two_ask_for_material_one_says_it_came_one_gets_it_again_and_the_row_of_the_plan_says_so()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");
        var me = await office.IdOfAsync("clerk");
        var by = Actor.Staff($"{me}");
        var (one, other, mistake) = (await AskAsync(), await AskAsync(), await AskAsync());
        await DoAsync(desk => desk.WithdrawAsync(new(mistake, null, by), "登錄錯了"));
        await SendAsync(one, new(2019, 6, 20));
        await SendAsync(other, new(2019, 6, 20));
        office.Clock.Reset(Instant.FromUtc(2019, 6, 21, 2, 0));
        await DoAsync(desk => desk.CallAsync(new(one, null, by), CareOutcome.Received));
        await DoAsync(desk => desk.CallAsync(new(other, null, by), CareOutcome.NotReceived));
        await SendAsync(other, new(2019, 6, 21));

        (await FiguresAsync(office)).ShouldBe(new Dictionary<string, decimal?> { ["care.asked"] = 2, ["care.called-share"] = 100, ["care.received-share"] = 50, ["care.sent-again"] = 1 }, ignoreOrder: true);
        var page = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        page.Page.GetElementById("m-1.2.3.3")!.TextContent.ShouldNotContain("nothing recorded yet");
        var supervisor = await office.SignInAsync("supervisor");
        (await supervisor.GoAsync("/en/plan/108/1.2.3.3/care.asked?half=1")).Text.ShouldContain("M108-00001");

        async Task<Guid> AskAsync() => (await office.WithAsync<CareDesk, CareCall>(desk => desk.AskAsync(new("陳玉蘭", "0912-345-678", ["rates"], CareWay.Email, "lan@example.org"), by, $"{me}"))).Id;
        Task SendAsync(Guid id, LocalDate day) => DoAsync(desk => desk.SendAsync(new(id, null, by), day, CareWay.Email, null));
        Task DoAsync(Func<CareDesk, Task<CareCall>> act) => office.WithAsync(act);
    }

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "1.2.3.3")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
