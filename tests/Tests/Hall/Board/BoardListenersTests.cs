using System.Net;
using System.Text.Json.Nodes;
using GridDesk.Hall.Board;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Hall.Board;

/// <summary>So many screens may follow a hall and no more; whoever is one too many is told when to come back.</summary>
public sealed class BoardListenersTests
{
    [Fact]
    public async Task One_screen_too_many_is_told_to_come_back_and_gets_the_place_of_one_that_left()
    {
        await using var office = await TestOffice.OpenAsync();
        using var leaving = new CancellationTokenSource();
        var screens = await Task.WhenAll(Enumerable.Range(0, BoardListeners.AtMost - 1).Select(_ => FollowAsync(default)));
        screens.ShouldAllBe(screen => screen.StatusCode == HttpStatusCode.OK);
        using var last = await FollowAsync(leaving.Token);

        using var refused = await FollowAsync(default);
        refused.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        refused.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromSeconds(15));
        var problem = JsonNode.Parse(await refused.Content.ReadAsStringAsync())!;
        problem["code"]!.GetValue<string>().ShouldBe("board.too-many");
        problem["detail"]!.GetValue<string>().ShouldStartWith("Too many screens follow the hall just now");
        (await office.Visit().GoAsync("/hall/centre/board")).Status.ShouldBe(HttpStatusCode.OK, "the board itself can always be looked at");

        await leaving.CancelAsync();
        last.Dispose();
        (await ComesInAsync()).ShouldBeTrue();
        foreach (var screen in screens)
        {
            screen.Dispose();
        }

        async Task<bool> ComesInAsync()
        {
            for (var tries = 0; tries < 50; tries++)
            {
                using var screen = await FollowAsync(default);
                if (screen.IsSuccessStatusCode)
                {
                    return true;
                }

                await Task.Delay(100);
            }

            return false;
        }

        Task<HttpResponseMessage> FollowAsync(CancellationToken cancel)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, "/api/hall/centre/board/stream");
            request.Headers.Add("Accept-Language", "en");
            request.Headers.Add("Last-Event-ID", "of-another-office");
            return office.Api().SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
        }
    }
}
