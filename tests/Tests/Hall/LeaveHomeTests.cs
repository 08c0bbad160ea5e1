using GridDesk.Hall.Take;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall;

/// <summary>A visitor who waits at home, with the ticket on the telephone.</summary>
[Trait("store", "both")]
public sealed class LeaveHomeTests
{
    [Fact]
    public async Task Whoever_waits_at_home_is_told_when_to_leave()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.OpenCounterAsync(3, "clerk");
        for (var before = 0; before < 6; before++)
        {
            await office.TakeTicketAsync();
        }

        var mine = await office.TakeTicketAsync();
        var page = $"/en/hall/centre/tickets/{mine.Name}?code={await office.WithAsync<TicketCodes, string>(codes => codes.OfAsync(mine.Id))}";
        var visitor = await office.Visit().GoAsync(page);
        visitor.Text.ShouldContain("6 ahead of you");
        visitor.Text.ShouldContain("See when to leave");
        visitor.Text.ShouldNotContain("Leave home");
        (await visitor.GoAsync($"{page}&Way=5")).Text.ShouldContain("Leave home by");
        (await visitor.GoAsync($"{page}&Way=60")).Text.ShouldContain("Leave home now (60 minutes on the way).");
        (await visitor.GoAsync($"{page}&Way=soon")).Text.ShouldContain("6 ahead of you", Case.Sensitive, "what is no number of minutes is passed over");
    }
}
