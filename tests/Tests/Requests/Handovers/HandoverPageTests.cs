using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Handovers;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Handle;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>A hand-over on the desk: taken on, answered, returned, made a request; by whom, and who sees what.</summary>
[Trait("store", "both")]
public sealed class HandoverPageTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_clerk_takes_it_on_and_answers_and_the_call_centre_has_the_answer()
    {
        var (centre, clerk, id) = await BeginAsync("CC-A1");
        await clerk.GoAsync("/en/desk/handovers");
        await clerk.FollowAsync("CC-A1");
        clerk.Text.ShouldContain("Question about a bill");
        await clerk.OpenAsync("Take on");
        await clerk.PressAsync("Take on");
        clerk.Text.ShouldContain("Taken on.");
        (await centre.AskAsync("CC-A1")).Body["state"]!.GetValue<string>().ShouldBe("accepted");

        await clerk.GoAsync($"/en/desk/handovers/{id}?do=answer");
        await clerk.PressAsync("Answer");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Errors.ShouldBe(["Write what was done, in at most 2000 characters; the call centre reads it."]);
        await clerk.Fill("What was done", "已說明費率").PressAsync("Answer");
        clerk.Text.ShouldContain("Answered; the call centre gets it.");
        clerk.Page.QuerySelectorAll("main a[data-key]").ShouldBeEmpty("nothing is left to do");

        var reply = (await centre.AskAsync("CC-A1")).Body["reply"]!;
        (reply["text"]!.GetValue<string>(), reply["inTime"]!.GetValue<bool>()).ShouldBe(("已說明費率", true));
        (await clerk.GoAsync("/en/desk/handovers")).Text.ShouldNotContain("CC-A1");
        (await clerk.GoAsync("/en/desk/handovers?state=answered")).Text.ShouldContain("CC-A1");
    }

    [Fact]
    public async Task It_is_not_returned_without_a_reason()
    {
        var (centre, clerk, id) = await BeginAsync("CC-B1");
        await clerk.GoAsync($"/en/desk/handovers/{id}?do=return");
        await clerk.PressAsync("Return");
        clerk.Errors.ShouldBe(["Write why it is returned, in at most 2000 characters; the call centre reads it."]);
        await clerk.Fill("Why it is returned", "台南的用戶").PressAsync("Return");
        clerk.Text.ShouldContain("Returned; the call centre gets the reason.");
        var answer = (await centre.AskAsync("CC-B1")).Body;
        (answer["state"]!.GetValue<string>(), answer["reply"]!["text"]!.GetValue<string>()).ShouldBe(("returned", "台南的用戶"));
    }

    [Fact]
    public async Task What_is_done_twice_or_too_early_is_refused_with_a_sentence()
    {
        var (_, clerk, id) = await BeginAsync("CC-C1");
        var other = await office.SignInAsync("handler");
        await other.GoAsync($"/en/desk/handovers/{id}?do=accept");
        await RefusedAsync(desk => desk.AnswerAsync(new(id, null, Actor.Office), "x"), "handover.not-accepted");
        await clerk.GoAsync($"/en/desk/handovers/{id}?do=accept");
        await clerk.PressAsync("Take on");
        await other.PressAsync("Take on");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Text.ShouldContain("Somebody else has just changed this");
        await RefusedAsync(async desk => await desk.AcceptAsync(new(id, null, Actor.Office), await office.IdOfAsync("handler")), "handover.accepted");
        await RefusedAsync(desk => desk.AnswerAsync(new(id, null, Actor.Office), " "), "handover.answer");
        await office.WithAsync<HandoverDesk>(desk => desk.ReturnAsync(new(id, null, Actor.Office), "x"));
        await RefusedAsync(desk => desk.AnswerAsync(new(id, null, Actor.Office), "x"), "handover.ended");
        await RefusedAsync(desk => desk.ReturnAsync(new(id, null, Actor.Office), "x"), "handover.ended");
    }

    [Fact]
    public async Task Who_it_is_stays_hidden_until_somebody_looks_and_the_look_is_recorded()
    {
        var (_, clerk, id) = await BeginAsync("CC-D1");
        await clerk.GoAsync($"/en/desk/handovers/{id}");
        clerk.Text.ShouldContain("陳＊蘭");
        clerk.Text.ShouldNotContain("0912-345-678", customMessage: "nor in what the customer wants");
        (await office.LooksAsync("clerk", Handover.KeyOf(id))).ShouldBe(0);
        await clerk.PressAsync("Show personal data");
        clerk.Text.ShouldContain("0912-345-678");
        (await office.LooksAsync("clerk", Handover.KeyOf(id))).ShouldBe(1);

        var auditor = await office.SignInAsync("auditor");
        (await auditor.GoAsync($"/en/desk/handovers/{id}")).Page.QuerySelectorAll("main button").ShouldBeEmpty("an auditor neither looks nor acts");
        foreach (var file in new[] { "csv", "ods" })
        {
            (await auditor.Http.GetAsync($"/en/desk/handovers.{file}?state=all")).StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        var csv = await auditor.Http.GetStringAsync("/en/desk/handovers.csv?state=all");
        csv.ShouldContain("CC-D1");
        csv.ShouldNotContain("陳玉蘭");
    }

    [Fact]
    public async Task Somebody_of_another_department_does_not_see_it()
    {
        var (_, _, id) = await BeginAsync("CC-E1");
        await office.MoveAsync("handler", "billing");
        try
        {
            var handler = await office.SignInAsync("handler");
            (await handler.GoAsync($"/en/desk/handovers/{id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await handler.GoAsync("/en/desk/handovers?state=all")).Text.ShouldNotContain("CC-E1");
            (await handler.Http.GetStringAsync("/en/desk/handovers.csv?state=all")).ShouldNotContain("CC-E1");
        }
        finally
        {
            await office.MoveAsync("handler", "service-centre");
        }
    }

    private async Task<(CallCentre Centre, Visitor Clerk, Guid Id)> BeginAsync(string number)
    {
        var centre = await CallCentre.OfAsync(office);
        (await centre.PassOnAsync(CallCentre.Case(number))).Status.ShouldBe(201);
        return (centre, await office.SignInAsync("clerk"), (await centre.FindAsync(number)).Id);
    }

    private async Task RefusedAsync(Func<HandoverDesk, Task<Handover>> act, string code) =>
        (await Should.ThrowAsync<Refusal>(() => office.WithAsync(act))).Code.ShouldBe(code);
}
