using System.Net;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Staff;

public sealed class DoorRushTests
{
    [Fact]
    public async Task Whoever_tries_the_door_too_often_waits_a_minute_and_is_told_so_on_a_page()
    {
        await using var office = await TestOffice.OpenAsync();
        var http = office.Api();
        // Without its token a form is turned away before any password is looked at; each still counts as a try.
        for (var tried = 0; tried < 60; tried++)
        {
            (await http.PostAsync("/en/sign-in", new FormUrlEncodedContent([]))).StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        }

        var late = await http.PostAsync("/en/sign-in", new FormUrlEncodedContent([]));
        late.StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        late.Headers.RetryAfter!.Delta.ShouldBe(TimeSpan.FromMinutes(1));
        (await late.Content.ReadAsStringAsync()).ShouldContain("Too many tries; please wait");
        (await (await http.PostAsync("/sign-in", new FormUrlEncodedContent([]))).Content.ReadAsStringAsync()).ShouldContain("請等一分鐘再試。");
        (await http.GetAsync("/en/sign-in")).StatusCode.ShouldBe(HttpStatusCode.OK, "looking is free");
        (await http.GetAsync("/")).StatusCode.ShouldBe(HttpStatusCode.OK, "and so is everything else");
    }
}
