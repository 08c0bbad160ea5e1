using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using AngleSharp.Html.Dom;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Requests.Calendar;

/// <summary>A typhoon closes the office: first what it would move, then publishing, then the customers hear of it.</summary>
[Trait("store", "both")]
public sealed class CalendarTests
{
    [Fact]
    public async Task The_head_sees_what_a_closure_would_move_before_it_is_published_and_customers_hear_of_it_after()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.IdOfAsync("clerk");
        var request = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer("陳玉蘭") with { Owner = $"{clerk}" });
        var before = await PromiseAsync(office, request);

        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/calendar");
        head.Text.ShouldContain("edition 2027-1");
        await AskAsync(head, before.Told!.Value);
        head.Text.ShouldContain("1 promise moves");
        head.Text.ShouldContain("1 had been told a day, and 1 must be told a later one");
        head.Text.ShouldContain(request.Number!);
        head.Text.ShouldNotContain("陳玉蘭");
        (await PromiseAsync(office, request)).DueAt.ShouldBe(before.DueAt, "looking changes nothing");

        await head.PressAsync("Publish");
        head.Text.ShouldContain("Published");
        await head.GoAsync("/en/desk/calendar");
        head.Text.ShouldContain("edition 2027-1+1");
        await office.RunRecurringAsync();
        var moved = await PromiseAsync(office, request);
        moved.Calendar.ShouldBe("2027-1+1");
        moved.NormDue.ShouldBe(Calendar(office).FirstWorkingDayFrom(before.NormDue!.Value.PlusDays(1)));
        moved.Told.ShouldBe(before.Told, "what was told stays told until somebody tells another day");

        var teller = await office.SignInAsync("clerk");
        await teller.GoAsync("/en/desk/tell");
        teller.Text.ShouldContain(request.Number!);
        teller.Text.ShouldContain("The working calendar has changed");
        await teller.PressAsync("Phone");
        teller.Text.ShouldContain("Nobody has to be told anything");
        (await PromiseAsync(office, request)).Told.ShouldBe(moved.NormDue);
        (await office.HistoryAsync(request.Id))[^1].Event.ShouldBe(new RequestTold(before.Told, moved.NormDue!.Value));
    }

    [Fact]
    public async Task Another_process_and_the_next_start_work_by_what_was_published()
    {
        await using var office = await TestOffice.OpenAsync();
        await using var beside = await office.OpenBesideAsync();
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/calendar");
        await AskAsync(head, new LocalDate(2019, 6, 27));
        await head.PressAsync("Publish");

        Calendar(beside).IsWorkingDay(new(2019, 6, 27)).ShouldBeTrue("it has not looked yet");
        await ActivatorUtilities.CreateInstance<FollowEdition>(beside.App.Services).LookAsync();
        Calendar(beside).IsWorkingDay(new(2019, 6, 27)).ShouldBeFalse();
        await using var later = await office.OpenBesideAsync();
        Calendar(later).WhyOff(new(2019, 6, 27)).ShouldBe(new("颱風停班", "Closed for a typhoon"));
    }

    [Fact]
    public async Task Two_heads_publishing_at_once_do_not_overwrite_each_other()
    {
        await using var office = await TestOffice.OpenAsync();
        var (head, supervisor) = (await office.SignInAsync("head"), await office.SignInAsync("supervisor"));
        foreach (var one in new[] { head, supervisor })
        {
            await one.GoAsync("/en/desk/calendar");
            await AskAsync(one, new LocalDate(2019, 6, 27));
        }

        await head.PressAsync("Publish");
        await supervisor.PressAsync("Publish");
        supervisor.Errors.ShouldBe(["Somebody else has just published a calendar. Look at the effect again."]);
        supervisor.Text.ShouldContain("Closed for a typhoon");
    }

    [Fact]
    public async Task What_is_wrong_stands_at_its_field_and_nothing_typed_is_lost()
    {
        await using var office = await TestOffice.OpenAsync();
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/calendar");
        await head.PressAsync("Show the effect");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldBe(["Choose whether the office is shut or works."]);
        await AskAsync(head, new LocalDate(2019, 6, 22));
        head.Errors.Single().ShouldContain("does not work on");
        ((IHtmlInputElement)head.Page.QuerySelector("[name='Day.Zh']")!).Value.ShouldBe("颱風停班");
        await head.Fill("Shut from", "25:99").PressAsync("Show the effect");
        head.Errors.Single().ShouldContain("such as 13:30");
    }

    [Fact]
    public async Task Another_program_asks_for_the_effect_and_nothing_changes()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await Rules.OfficeCases.FileAsync(office, Rules.OfficeCases.Transfer());
        var promise = await PromiseAsync(office, request);
        var answer = await AskAsync(Role.Head, "head", $$$"""{"changes":[{"kind":"shut","date":"{{{promise.Told:yyyy-MM-dd}}}","name":{"zh-TW":"颱風","en":"Typhoon"}}]}""");
        ((int)answer["moved"]!, (int)answer["told"]!, (int)answer["notices"]!).ShouldBe((1, 1, 1));
        ((string?)answer["moves"]![0]!["promised"]).ShouldBe(request.Key);
        Calendar(office).Edition.ShouldBe("2027-1");
        ((string?)(await AskAsync(Role.Head, "head", """{"changes":[]}"""))["code"]).ShouldBe("calendar.nothing");
        ((string?)(await AskAsync(Role.Head, "head", """{"changes":[{"kind":"shut","date":"2019-06-22","name":{"zh-TW":"颱風","en":"Typhoon"}}]}"""))["field"]).ShouldBe("changes[0].date");
        ((int)(await AskAsync(Role.Clerk, "clerk", """{"changes":[]}"""))["status"]!).ShouldBe(403);

        async Task<JsonNode> AskAsync(Role role, string user, string body)
        {
            var message = new HttpRequestMessage(HttpMethod.Post, "/api/calendars/preview") { Content = new StringContent(body, null, "application/json") };
            message.Headers.Authorization = new("Bearer", await Api.ApiCaller.TokenAsync(office, user, role));
            return (await (await office.Api().SendAsync(message)).Content.ReadFromJsonAsync<JsonNode>())!;
        }
    }

    [Theory]
    [InlineData("""{"changes":[null]}""", 422)]
    [InlineData("""{"changes":[{"kind":"shut","date":"2019-06-27","name":null}]}""", 422)]
    [InlineData("""{"changes":[{"kind":"shut","date":"2019-06-27"}]}""", 400)]
    [InlineData("""{"changes":[{"date":"2019-06-27","name":{"zh-TW":"颱風","en":"Typhoon"}}]}""", 400)]
    [InlineData("""{"changes":[{"kind":"shut","date":"2019-06-27","name":{"en":"Typhoon"}}]}""", 400)]
    [InlineData("""{"changes":[{"kind":"shut","date":"2019-06-27","name":{"zh-TW":null,"en":"Typhoon"}}]}""", 400)]
    public async Task A_day_that_another_program_sends_half_is_refused_and_never_breaks_the_office(string body, int status)
    {
        await using var office = await TestOffice.OpenAsync();
        var message = new HttpRequestMessage(HttpMethod.Post, "/api/calendars/preview") { Content = new StringContent(body, null, "application/json") };
        message.Headers.Authorization = new("Bearer", await Api.ApiCaller.TokenAsync(office, "head", Role.Head));
        ((int)(await office.Api().SendAsync(message)).StatusCode).ShouldBe(status);
    }

    [Theory]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("""{"kind":"shut","date":"2019-06-27","name":null}""")]
    [InlineData("""{"kind":"shut","date":"2019-06-27","name":{"en":"Typhoon"}}""")]
    public async Task A_day_that_was_tampered_with_between_effect_and_publishing_is_refused(string kept)
    {
        await using var office = await TestOffice.OpenAsync();
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/calendar");
        await AskAsync(head, new LocalDate(2019, 6, 27));
        ((IHtmlInputElement)head.Page.QuerySelector("[name='Chosen']")!).Value = kept;
        await head.PressAsync("Publish");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldBe(["These days cannot be read; please type them again."]);
        Calendar(office).Edition.ShouldBe("2027-1");
    }

    private static Task AskAsync(Visitor visitor, LocalDate day)
    {
        foreach (var (name, value) in new[] { ("year", day.Year), ("month", day.Month), ("day", day.Day) })
        {
            ((IHtmlInputElement)visitor.Page.QuerySelector($"[name='Day.Date.{name}']")!).Value = $"{value}";
        }

        return visitor.Choose("Shut").Fill("Why, in Chinese", "颱風停班").Fill("Why, in English", "Closed for a typhoon").PressAsync("Show the effect");
    }

    private static WorkCalendar Calendar(TestOffice office) => office.App.Services.GetRequiredService<PackInForce>().Calendar;

    private static async Task<Promise> PromiseAsync(TestOffice office, ServiceRequest request) => (await office.WithAsync<RequestDesk, Promise?>(desk => desk.PromiseOfAsync(request)))!;
}
