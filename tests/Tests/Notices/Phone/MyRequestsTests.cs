using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Phone;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Notices.Phone;

/// <summary>A customer keeps requests on a phone: by number and code, under a key that says nothing of who they are.</summary>
[Trait("store", "both")]
public sealed class MyRequestsTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_request_is_kept_by_number_and_code_and_the_list_says_how_far_it_has_come()
    {
        var request = await office.FileAsync(OfficeCases.Transfer("陳玉蘭"));
        var phone = await PhoneCaller.WithKeyAsync(office);
        var kept = await PhoneCaller.JsonAsync(await phone.KeepAsync(request), HttpStatusCode.Created);
        ((string)kept["number"]!).ShouldBe(request.Number);

        var row = (await phone.ListAsync()).Single();
        ((string)row["light"]!, (string)row["status"]!).ShouldBe(("ok", "in-progress"));
        ((string)row["service"]!["zh-TW"]!).ShouldContain("過戶");
        ((string)row["progress"]!["en"]!).ShouldStartWith("Done by ");
        ((string)row["promised"]!).ShouldBe("2019-06-21");
        ((string)row["promisedText"]!["zh-TW"]!).ShouldBe("6月21日（五）");
        ((string)row["phone"]!).ShouldNotBeEmpty();
        (await phone.SendAsync("GET", "/requests")).Headers.GetValues("Office-Time").ShouldBe(["2019-06-20T10:00+08:00"], "the page says of when it is by the office's clock");
        row.ToJsonString().ShouldNotContain("陳玉蘭");
        row.ToJsonString().ShouldNotContain("0912");

        await office.DoAsync(desk => desk.AskForAsync(request.Change(), [new("document", "relation", new("租約", "Lease"))]));
        row = (await phone.ListAsync()).Single();
        ((bool)row["waitsForYou"]!, (string)row["light"]!).ShouldBe((true, "wait"));
        await office.DoAsync(desk => desk.CloseAsync(request.Change() with { Version = null }, Outcome.Withdrawn, null));
        row = (await phone.ListAsync()).Single();
        ((string)row["standing"]!["en"]!, row["promised"]).ShouldBe(("Withdrawn", null));
    }

    [Fact]
    public async Task Nothing_new_is_said_in_no_words_and_something_new_in_full()
    {
        var request = await office.FileAsync();
        var phone = await PhoneCaller.WithKeyAsync(office);
        await phone.KeepAsync(request);
        var first = await phone.SendAsync("GET", "/requests");
        first.Headers.CacheControl!.ToString().ShouldBe("no-cache, private");
        var again = await phone.SendAsync("GET", "/requests", tag: first.Headers.ETag!.ToString());
        (again.StatusCode, (await again.Content.ReadAsByteArrayAsync()).Length).ShouldBe((HttpStatusCode.NotModified, 0));

        await office.DoAsync(desk => desk.GoToAsync(request.Change(), "checkPapers"));
        (await phone.SendAsync("GET", "/requests", tag: first.Headers.ETag!.ToString())).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_wrong_code_and_an_unknown_number_get_the_same_answer_and_guessing_is_stopped()
    {
        await using var own = await TestOffice.OpenAsync();
        var request = await own.FileAsync();
        var phone = await PhoneCaller.WithKeyAsync(own);
        var wrong = await phone.SendAsync("POST", "/requests", new { number = request.Number, code = "WRONG999" });
        var unknown = await phone.SendAsync("POST", "/requests", new { number = "CY108-99999-T", code = "WRONG999" });
        wrong.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await WordsAsync(wrong)).ShouldBe(await WordsAsync(unknown));
        (await phone.ListAsync()).ShouldBeEmpty();

        HttpResponseMessage last = wrong;
        for (var guess = 0; guess < 30; guess++)
        {
            last = await phone.SendAsync("POST", "/requests", new { number = request.Number, code = $"WRONG{guess:000}" });
        }

        (last.StatusCode, await PhoneCaller.CodeOfAsync(last)).ShouldBe((HttpStatusCode.TooManyRequests, "too-many-tries"));
        (await phone.KeepAsync(request)).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests, "the tracking page and the phone share the count");
        (await own.Api().GetAsync($"/track/{request.Number}?code=WRONG999")).StatusCode.ShouldBe(HttpStatusCode.TooManyRequests);
        own.Clock.AdvanceMinutes(1);
        (await phone.KeepAsync(request)).StatusCode.ShouldBe(HttpStatusCode.Created);

        static async Task<string> WordsAsync(HttpResponseMessage answer) => (await answer.Content.ReadAsStringAsync()).Split("\"traceId\"")[0];
    }

    [Fact]
    public async Task A_slip_is_still_the_same_request_when_it_has_its_number_and_goes_by_either()
    {
        var taken = await office.FileAsync(OfficeCases.Transfer(complete: false));
        var phone = await PhoneCaller.WithKeyAsync(office);
        await phone.KeepAsync(taken);
        taken = await office.DoAsync(desk => desk.SupplyAsync(taken.Change(), Channel.Counter, [new GivenDocument("relation", null)]));
        taken = await office.DoAsync(desk => desk.AcceptAsync(taken.Change()));
        var row = (await phone.ListAsync()).Single();
        ((string)row["number"]!, (string)row["keptAs"]!).ShouldBe((taken.Number!, taken.Slip!));
        (await phone.SendAsync("DELETE", $"/requests/{taken.Slip}")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        (await phone.ListAsync()).ShouldBeEmpty();
        (await phone.SendAsync("DELETE", $"/requests/{taken.Slip}")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Kept_twice_it_is_kept_once_and_what_is_kept_for_ever_joins_no_two_requests()
    {
        await using var own = await TestOffice.OpenAsync();
        var (one, other) = (await own.FileAsync(), await own.FileAsync(OfficeCases.Transfer("乙")));
        var phone = await PhoneCaller.WithKeyAsync(own, "browser");
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => phone.KeepAsync(one)));
        await phone.KeepAsync(other);
        (await phone.ListAsync()).Count.ShouldBe(2);

        var events = await own.WithAsync<OfficeDb, List<RecordedEvent>>(db => db.Set<RecordedEvent>().Where(e => e.Name == "phone.case-kept").ToListAsync());
        events.Select(e => e.Body).Order().ShouldBe(new[] { one, other }.Select(r => $$"""{"request":"{{r.Key}}","kind":"browser"}""").Order());
        var device = await own.WithAsync<OfficeDb, Device>(db => db.Devices.SingleAsync());
        events.ShouldAllBe(e => !e.Subject.Contains($"{device.Id:N}") && !e.Body.Contains($"{device.Id:N}"));
        device.Digest.ShouldBe(Device.DigestOf(phone.Key!));
    }

    [Fact]
    public async Task A_forgotten_device_is_gone_with_all_that_was_kept_and_a_stranger_sees_nothing()
    {
        await using var own = await TestOffice.OpenAsync();
        var phone = await PhoneCaller.WithKeyAsync(own);
        await phone.KeepAsync(await own.FileAsync());
        (await phone.SendAsync("DELETE", "/devices")).StatusCode.ShouldBe(HttpStatusCode.NoContent);
        await own.WithAsync<OfficeDb>(async db => ((await db.Devices.CountAsync()) + (await db.KeptCases.CountAsync())).ShouldBe(0));
        foreach (var key in (string?[])[phone.Key, null, "gdd_x", new string('x', 500)])
        {
            var answer = await new PhoneCaller(own) { Key = key }.SendAsync("GET", "/requests");
            (answer.StatusCode, await PhoneCaller.CodeOfAsync(answer)).ShouldBe((HttpStatusCode.NotFound, "device.not-found"));
        }
    }

    [Fact]
    public async Task Devices_that_nobody_uses_are_forgotten_in_the_night()
    {
        await using var own = await TestOffice.OpenAsync();
        var (used, idle) = (await PhoneCaller.WithKeyAsync(own), await PhoneCaller.WithKeyAsync(own));
        await used.KeepAsync(await own.FileAsync());
        await RunAsync(own, 31);
        (await used.ListAsync()).Count.ShouldBe(1);
        (await idle.SendAsync("GET", "/requests")).StatusCode.ShouldBe(HttpStatusCode.NotFound);
        await RunAsync(own, 380);
        (await used.ListAsync()).Count.ShouldBe(1, "it was used a year ago, not longer");
        await RunAsync(own, 401);
        (await used.SendAsync("GET", "/requests")).StatusCode.ShouldBe(HttpStatusCode.NotFound);

        static Task RunAsync(TestOffice own, int days)
        {
            own.Clock.AdvanceDays(days);
            return own.WithAsync<ForgetDevices>(forget => forget.RunAsync(own.Clock.GetCurrentInstant(), default));
        }
    }
}
