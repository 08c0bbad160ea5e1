using System.Text.Json.Nodes;
using GridDesk.Hall.Messages;
using GridDesk.Tests.Hall.Messages;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

/// <summary>Row 1.2.1.12: messages are announced on three media and go at their end, and the row shows it.</summary>
[Trait("store", "both")]
public sealed class HallMessagesMoveTests
{
    [Fact]
    public async Task Messages_are_written_approved_shown_and_hung_and_the_row_says_on_which_medium()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office)).Values.ShouldAllBe(value => value == null, "nothing was announced yet, which is not zero");
        var (editor, head) = (await office.SignInAsync("editor"), await office.SignInAsync("head"));
        await WriteAsync("A torch", "Running line", "LCD television");
        await WriteAsync("A bill", "Notice board", "LCD television");
        await WriteAsync("Never approved", "Notice board", "Running line", "LCD television");
        await WriteAsync("Withdrawn", "Running line");
        await DoAsync(head, "A torch", "Approve it");
        await DoAsync(head, "A bill", "Approve it");
        await DoAsync(head, "Withdrawn", "Approve it");
        await DoAsync(editor, "Withdrawn", "Withdraw it");
        await office.TendMessagesAsync();
        await office.TendMessagesAsync();
        (await FiguresAsync(office)).ShouldBe(Figures(null, 1, 2, 0), ignoreOrder: true);

        await DoAsync(editor, "A bill", "It hangs now");
        (await FiguresAsync(office)).ShouldBe(Figures(1, 1, 2, 0), ignoreOrder: true);
        office.Clock.Advance(Duration.FromHours(3));
        await office.TendMessagesAsync();
        (await FiguresAsync(office)).ShouldBe(Figures(1, 1, 2, 1), ignoreOrder: true, customMessage: "its time is over and the paper still hangs");
        await DoAsync(editor, "A bill", "It was taken down");
        (await FiguresAsync(office)).ShouldBe(Figures(1, 1, 2, 0), ignoreOrder: true);

        async Task WriteAsync(string text, params string[] media)
        {
            await editor.GoAsync("/en/desk/hall/messages/new");
            editor.Choose("LCD television", false).FillMessage("訊息", text, "09:00", "12:00");
            foreach (var medium in media)
            {
                editor.Choose(medium);
            }

            (await editor.PressAsync("Save")).Text.ShouldContain("it waits for somebody else to approve it");
        }

        static async Task DoAsync(Visitor somebody, string message, string button)
        {
            await (await somebody.GoAsync("/en/desk/hall/messages")).FollowAsync(message);
            await somebody.PressAsync(button);
            somebody.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        }
    }

    private static Dictionary<string, decimal?> Figures(decimal? hung, decimal? marquee, decimal? television, decimal? expired) => new()
    {
        ["hall.messages-hung"] = hung, ["hall.messages-marquee"] = marquee, ["hall.messages-television"] = television, ["hall.messages-expired"] = expired,
    };

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(row => row!["code"]!.GetValue<string>() == "1.2.1.12")!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
