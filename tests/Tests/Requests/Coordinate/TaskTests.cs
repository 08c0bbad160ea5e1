using System.Net;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Coordinate;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Requests.Coordinate;

/// <summary>A case that crosses units: one person keeps it, others are asked, each with a day of their own.</summary>
[Trait("store", "both")]
public sealed class TaskTests
{
    [Fact]
    public async Task The_owner_asks_another_department_there_somebody_takes_it_and_answers_and_the_case_shows_the_days_waited()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync("陳玉蘭", "0912-345-678", owner: $"{await office.IdOfAsync("clerk")}");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        await clerk.OpenAsync("Ask another unit");
        await clerk.PressAsync("Ask another unit");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.FieldError("Input.Unit").ShouldContain("Choose the department or agency");
        clerk.Page.QuerySelectorAll("[data-key]").Select(e => e.GetAttribute("data-key")).ShouldBeUnique("one key does one thing");
        await clerk.Fill("Which department", "department:billing").Choose("Answer").Fill("What is asked of them", "請查這一戶的欠費").Fill("Within how many", "3").PressAsync("Ask another unit");
        clerk.Text.ShouldContain("Billing Unit");
        clerk.Text.ShouldContain("The case’s clock runs on");
        clerk.Text.ShouldContain("Asked: Billing Unit");

        var task = (await office.TasksAsync(request)).Single();
        var promise = await office.PromiseAsync(task);
        (promise.Kind, promise.Subject, promise.Department, promise.Owner, promise.NormDue).ShouldBe(("task", task.Key, "billing", null, new LocalDate(2019, 6, 25)));

        await office.MoveAsync("handler", "billing");
        var handler = await office.SignInAsync("handler");
        await handler.GoAsync("/en/desk/tasks?whose=us");
        await handler.OpenAsync($"{request.Name}/1");
        handler.Text.ShouldContain("請查這一戶的欠費");
        await handler.PressAsync("I take it");
        (await office.PromiseAsync(task)).Owner.ShouldBe($"{await office.IdOfAsync("handler")}");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 24, 2, 0));
        await handler.PressAsync("Record the answer");
        handler.FieldError("Answer").ShouldContain("Write what was answered");
        await handler.Fill("The answer", "沒有欠費").PressAsync("Record the answer");
        handler.Text.ShouldContain("Answered in time");

        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("Working days waited: Billing Unit 2.");
        (await office.PromiseAsync(task)).ClosedAt.ShouldBe(Instant.FromUtc(2019, 6, 24, 2, 0));
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(task.Key))).Select(h => h.Event.GetType()).ShouldBe([typeof(TaskAsked), typeof(TaskTaken), typeof(TaskAnswered)]);
    }

    [Fact]
    public async Task Whoever_is_asked_sees_the_task_and_not_the_case()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync("陳玉蘭", "0912-345-678");
        var task = await office.AskAsync(request);
        var other = await office.AskAsync(await office.FileAsync("林大山"), "department:planning", "別的部門的事");
        await office.MoveAsync("handler", "billing");
        var handler = await office.SignInAsync("handler");
        await handler.GoAsync($"/en/desk/tasks/{task.Id}");
        handler.Text.ShouldContain("陳＊蘭");
        handler.Text.ShouldContain(request.Number!);
        handler.Page.DocumentElement.OuterHtml.ShouldNotContain("陳玉蘭");
        handler.Page.DocumentElement.OuterHtml.ShouldNotContain("0912-345-678");
        handler.Page.QuerySelectorAll($"a[href*='/desk/requests/']").ShouldBeEmpty("the case is not theirs to open");
        handler.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Withdraw"));
        (await handler.GoAsync($"/en/desk/requests/{request.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);

        var csv = await handler.Http.GetStringAsync("/en/desk/tasks.csv");
        csv.ShouldContain(request.Number!);
        csv.ShouldContain("陳＊蘭");
        csv.ShouldNotContain("別的部門的事");
        csv.ShouldNotContain("0912-345-678");
        (await handler.Http.GetAsync("/desk/tasks.ods")).Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.oasis.opendocument.spreadsheet");
        (await handler.GoAsync($"/en/desk/tasks/{other.Id}")).Status.ShouldBe(HttpStatusCode.NotFound, "it was asked of another department");

        var head = await office.SignInAsync("head");
        await head.GoAsync($"/en/desk/tasks/{task.Id}");
        head.Status.ShouldBe(HttpStatusCode.OK);
        head.Page.QuerySelectorAll("main form[method=post]").ShouldBeEmpty("the head looks on");
    }

    [Fact]
    public async Task A_case_is_not_done_while_a_task_waits_but_the_customer_may_always_withdraw_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        var task = await office.AskAsync(request, "agency:city-works", "請核發路證");
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync($"/en/desk/requests/{request.Id}?do=complete");
        await supervisor.PressAsync("Done: close");
        supervisor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        supervisor.Errors.Single().ShouldContain("1 task of other units not answered yet");
        (await office.ReadAsync(request.Id)).Status.ShouldBe(RequestStatus.InProgress);

        await supervisor.GoAsync($"/en/desk/tasks/{task.Id}");
        supervisor.Text.ShouldContain("Chiayi City Government");
        await supervisor.PressAsync("Withdraw");
        supervisor.FieldError("Reason").ShouldContain("Write why");
        await supervisor.Fill("Why it is withdrawn", "改走既有管線").PressAsync("Withdraw");
        supervisor.Text.ShouldContain("改走既有管線");
        await OfficeCases.DoAsync(office, async desk => await desk.CloseAsync(new(request.Id, null, OfficeCases.Clerk), Outcome.Done, null));

        var given = await office.FileAsync();
        var open = await office.AskAsync(given);
        await OfficeCases.DoAsync(office, async desk => await desk.CloseAsync(new(given.Id, null, Actor.Customer), Outcome.Withdrawn, null));
        (await office.TasksAsync(given)).Single().IsOpen.ShouldBeFalse("nothing is needed any more");
        (await office.PromiseAsync(open)).ClosedAt.ShouldNotBeNull();
        (await Should.ThrowAsync<Refusal>(() => office.AskAsync(given))).Code.ShouldBe("request.closed");
    }

    [Fact]
    public async Task What_an_agency_was_asked_follows_whoever_has_the_case()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        var task = await office.AskAsync(request, "agency:water", "請會勘");
        var inside = await office.AskAsync(request);
        (await office.PromiseAsync(task)).Owner.ShouldBeNull();
        var handler = $"{await office.IdOfAsync("handler")}";
        await OfficeCases.DoAsync(office, async desk => await desk.AssignAsync(new(request.Id, null, OfficeCases.Clerk), handler, "business"));
        var (outside, department) = (await office.PromiseAsync(task), await office.PromiseAsync(inside));
        (outside.Owner, outside.Department).ShouldBe((handler, "business"));
        (department.Owner, department.Department).ShouldBe((null, "billing"), "the department that is asked keeps what it was asked");
    }

    [Fact]
    public async Task A_task_is_chased_like_any_promise_by_the_department_that_is_asked()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        var task = await office.AskAsync(request, days: "3");
        await office.MoveAsync("supervisor", "billing");
        office.Clock.Reset(Instant.FromUtc(2019, 6, 25, 1, 0));
        await office.WithAsync<ChaseRun>(run => run.RunAsync(office.Clock.GetCurrentInstant(), default));
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/chase");
        supervisor.Text.ShouldContain($"{request.Number}/1");
        await supervisor.OpenAsync($"{request.Number}/1");
        supervisor.Text.ShouldContain("請查這一戶的欠費");
        supervisor.Path.ShouldContain($"{task.Id:N}");
    }

    [Fact]
    public async Task Nobody_asks_their_own_department_nor_for_no_days_nor_somebody_unknown()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync();
        (await Should.ThrowAsync<Refusal>(() => office.AskAsync(request, "department:service-centre"))).Code.ShouldBe("task.own");
        (await Should.ThrowAsync<Refusal>(() => office.AskAsync(request, "agency:nasa"))).Code.ShouldBe("task.unit");
        (await Should.ThrowAsync<Refusal>(() => office.AskAsync(request, days: "0"))).Code.ShouldBe("task.days");
        (await Should.ThrowAsync<Refusal>(() => office.AskAsync(request, days: "soon"))).Code.ShouldBe("task.days");
        (await Should.ThrowAsync<Refusal>(() => office.AskAsync(request, question: " "))).Code.ShouldBe("task.question");
        (await office.TasksAsync(request)).ShouldBeEmpty();
    }
}
