using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Handle;

[Trait("store", "both")]
public sealed class CaseTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_supplement_stops_the_clock_until_it_comes()
    {
        var request = await office.FileAsync(service: "MTEST", answers: MeterTest());
        var clerk = await MeterClerkAsync(request);
        await clerk.OpenAsync("Ask for papers");
        await clerk.PressAsync("Ask for papers");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Errors.ShouldContain(e => e.Contains("at least one thing"));

        await clerk.Fill("Something else", "電表照片").Fill("Note for the customer", "要看得到表號").PressAsync("Ask for papers");
        clerk.Text.ShouldContain("Clock stopped");
        clerk.Text.ShouldContain("要看得到表號");
        (await office.ReadAsync(request.Id)).Status.ShouldBe(RequestStatus.WaitingForCustomer);

        await clerk.OpenAsync("Papers came");
        await clerk.PressAsync("Papers came");
        clerk.Errors.ShouldContain(e => e.Contains("Tick the papers"));
        await clerk.Choose("Seen").PressAsync("Papers came");
        var after = await office.ReadAsync(request.Id);
        after.Status.ShouldBe(RequestStatus.InProgress);
        var promise = await office.DoAsync(desk => desk.PromiseOfAsync(after));
        promise!.Segments.Select(s => s.Kind).ShouldBe([SegmentKind.Running, SegmentKind.WaitingForCustomer, SegmentKind.Running]);
    }

    [Fact]
    public async Task A_case_is_finished_reversed_and_finished_again_and_all_of_it_is_kept()
    {
        var request = await office.FileAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        await clerk.OpenAsync("Done: close");
        await clerk.PressAsync("Done: close");
        clerk.Text.ShouldContain("It is done");
        clerk.Page.QuerySelectorAll("a").ShouldNotContain(a => a.TextContent.Contains("Reverse closing"));

        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync($"/en/desk/requests/{request.Id}");
        await supervisor.OpenAsync("Reverse closing");
        await supervisor.PressAsync("Reverse closing");
        supervisor.FieldError("Input.Reason").ShouldContain("Write why");
        await supervisor.Fill("Why it is reversed", "結錯件").PressAsync("Reverse closing");
        (await office.ReadAsync(request.Id)).Status.ShouldBe(RequestStatus.InProgress);
        supervisor.Text.ShouldContain("Closing reversed");
        supervisor.Text.ShouldContain("Done and closed");

        await supervisor.OpenAsync("Reverse acceptance");
        await supervisor.Fill("Why it is reversed", "不是這個用戶").PressAsync("Reverse acceptance");
        var back = await office.ReadAsync(request.Id);
        (back.Status, back.Number).ShouldBe((RequestStatus.PreReceived, null));
        (await office.DoAsync(desk => desk.PromiseOfAsync(back))).ShouldBeNull();
        await supervisor.OpenAsync("Examined: accept");
        await supervisor.PressAsync("Examined: accept");
        (await office.ReadAsync(request.Id)).Number.ShouldNotBe(request.Number);
    }

    [Fact]
    public async Task A_case_is_handed_over_moved_on_extended_and_noted()
    {
        var request = await office.FileAsync(service: "MTEST", answers: MeterTest());
        var clerk = await MeterClerkAsync(request);
        await clerk.OpenAsync("Extend");
        await clerk.Fill("By how much", "０").Fill("Why", "颱風").PressAsync("Extend");
        clerk.FieldError("Input.Amount").ShouldContain("whole number");
        clerk.Page.QuerySelector("[name='Input.Reason']")!.TextContent.Trim().ShouldBe("颱風");
        await clerk.Fill("By how much", "3").PressAsync("Extend");
        clerk.Text.ShouldContain("extended by 3");

        await clerk.OpenAsync("Stop the clock");
        await clerk.Choose("Waiting for a permit").PressAsync("Stop the clock");
        clerk.Text.ShouldContain("waiting for a permit");
        await clerk.OpenAsync("Start the clock");
        await clerk.PressAsync("Start the clock");

        await clerk.OpenAsync("Change step");
        await clerk.PressAsync("Change step");
        clerk.FieldError("Input.Step").ShouldNotBeEmpty();

        await clerk.OpenAsync("Note");
        await clerk.Fill("Note", "用戶下午不在").PressAsync("Note");
        clerk.Text.ShouldContain("用戶下午不在");

        await clerk.OpenAsync("Tell a date");
        await clerk.Fill("Year", "108").Fill("Month", "6").Fill("Day", "1").PressAsync("Tell a date");
        clerk.Errors.ShouldContain(e => e.Contains("cannot be before today"));

        await clerk.OpenAsync("Hand over");
        await clerk.Fill("To whom", $"{await office.IdOfAsync("handler")}").PressAsync("Hand over");
        (await office.ReadAsync(request.Id)).Owner.ShouldBe($"{await office.IdOfAsync("handler")}");
    }

    [Fact]
    public async Task A_form_that_was_open_too_long_changes_nothing_and_keeps_what_was_typed()
    {
        var request = await office.FileAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}?do=withdraw");
        await office.DoAsync(desk => desk.NoteAsync(new(request.Id, null, Actor.Office), "somebody else was here"));

        await clerk.Fill("What the customer said", "不辦了").PressAsync("Withdrawn");
        clerk.Status.ShouldBe(HttpStatusCode.Conflict);
        clerk.Page.QuerySelector("[name='Input.Reason']")!.TextContent.Trim().ShouldBe("不辦了");
        await clerk.PressAsync("Withdrawn");
        (await office.ReadAsync(request.Id)).Outcome.ShouldBe(Outcome.Withdrawn);
    }

    [Fact]
    public async Task Papers_that_were_only_taken_in_are_completed_answered_and_accepted()
    {
        var request = await office.FileAsync(service: "XFER", answers: new() { ["reason"] = "inherited" });
        request.Status.ShouldBe(RequestStatus.PreReceived);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        await clerk.OpenAsync("Fill in answers");
        ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector("[name='answers.fromDate.year']")!).Value = "1080701";
        await clerk.Choose("A company or other organisation").PressAsync("Fill in answers");
        clerk.Errors.ShouldBeEmpty();
        var filled = await office.ReadAsync(request.Id);
        filled.Missing.Select(m => m.Id).ShouldBe(["newHolderTaxId", "registration", "inheritance"]);

        await clerk.OpenAsync("Fill in answers");
        await clerk.Fill("The new holder’s business number", "04595257").PressAsync("Fill in answers");
        await clerk.OpenAsync("Waive");
        await clerk.Choose("Proof of the inheritance").Fill("Why", "戶政已查").PressAsync("Waive");
        await clerk.OpenAsync("Papers came");
        await clerk.Choose("Seen").PressAsync("Papers came");
        await clerk.OpenAsync("Examined: accept");
        await clerk.PressAsync("Examined: accept");

        (await office.ReadAsync(request.Id)).Number.ShouldNotBeNull();
        clerk.Text.ShouldContain("戶政已查");
        (await office.HistoryAsync(request.Id)).Select(h => h.Event).OfType<RequestItemWaived>().Single().Item.ShouldBe("inheritance");
    }

    [Fact]
    public async Task An_answer_about_progress_is_counted()
    {
        var request = await office.FileAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}?do=answer");
        clerk.Text.ShouldContain("by the Service Centre");
        await clerk.Choose("By telephone").PressAsync("Answered: record it");
        (await office.WithAsync<OfficeDb, EnquiryChannel>(db => db.Set<Enquiry>().Where(e => e.Request == request.Id).Select(e => e.Channel).SingleAsync())).ShouldBe(EnquiryChannel.Phone);
    }

    private async Task<Visitor> MeterClerkAsync(ServiceRequest request)
    {
        var clerk = await office.SignInAsync("clerk");
        await office.DoAsync(async desk => await desk.AssignAsync(new(request.Id, null, Actor.Office), $"{await office.IdOfAsync("clerk")}", "service-centre"));
        return await clerk.GoAsync($"/en/desk/requests/{request.Id}");
    }

    private static System.Text.Json.Nodes.JsonObject MeterTest() => new() { ["why"] = "兩個月沒人在家", ["witness"] = "skip" };
}
