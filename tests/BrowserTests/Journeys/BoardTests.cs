using System.Net.Http.Json;
using GridDesk.BrowserTests.Infrastructure;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>Nobody stands beside a board on the wall: it says itself that its line is cut, and is there again with the office.</summary>
public sealed class BoardTests(OpenOffice office) : IClassFixture<OpenOffice>
{
    private static readonly string[] Boards = ["/hall/centre/board", "/hall/centre/info"];

    [Fact]
    public async Task Both_boards_follow_the_hall_say_when_their_line_is_cut_and_recover_without_a_touch()
    {
        await using var calling = await office.VisitAsync("en", screen: new(1920, 1080));
        await using var information = await office.VisitAsync("en", screen: new(1280, 720));
        Visit[] boards = [calling, information];
        foreach (var (visit, path) in boards.Zip(Boards))
        {
            await visit.GoAsync(path);
            visit.ShouldBeQuiet();
        }

        await ShowsNewTicketAsync();

        await office.Program.KillAsync();
        foreach (var visit in boards)
        {
            var before = await visit.TextAsync(".gd-b__wait");
            await visit.Page.WaitForFunctionAsync("() => document.querySelector('[data-stale]').textContent.includes('The line is cut')");
            int.Parse((await visit.TextAsync("[data-age]")).Split(' ')[0]).ShouldBeGreaterThan(15, "seconds ago");
            (await visit.TextAsync(".gd-b__wait")).ShouldBe(before, "what it showed stays");
        }

        await office.Program.StartAgainAsync("--demo", "--clock", "2019-06-20T11:50+08:00");
        foreach (var visit in boards)
        {
            await visit.Page.WaitForFunctionAsync("() => !document.querySelector('[data-stale]').textContent.includes('The line is cut')");
            int.Parse((await visit.TextAsync("[data-age]")).Split(' ')[0]).ShouldBeLessThan(10, "seconds ago");
        }

        await ShowsNewTicketAsync();

        async Task ShowsNewTicketAsync()
        {
            var waiting = await Task.WhenAll(boards.Select(visit => visit.TextAsync(".gd-b__wait dd")));
            using var ticket = new HttpRequestMessage(HttpMethod.Post, new Uri(office.Program.Url, "/api/hall/centre/tickets"))
            {
                Content = JsonContent.Create(new { kind = "ordinary", errands = new[] { "XFER" }, language = "en" }),
            };
            ticket.Headers.Add("Idempotency-Key", $"{Guid.NewGuid()}");
            (await office.Program.Http.SendAsync(ticket)).EnsureSuccessStatusCode();
            foreach (var (visit, before) in boards.Zip(waiting))
            {
                await visit.Page.WaitForFunctionAsync("before => document.querySelector('.gd-b__wait dd').innerText !== before", before);
                (await visit.TextAsync(".gd-b__wait dd")).ShouldBe($"{int.Parse(before) + 1}");
            }
        }
    }
}
