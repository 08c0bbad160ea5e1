using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Handle;

/// <summary>Who sees a case, and what of it.</summary>
[Trait("store", "both")]
public sealed class CaseSightTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly byte[] Pdf = "%PDF-1.4 a bill"u8.ToArray();

    [Fact]
    public async Task Who_it_is_stays_hidden_until_somebody_looks_and_the_look_is_recorded()
    {
        var request = await office.FileAsync("陳玉蘭", "0912-345-678");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("陳＊蘭");
        clerk.Text.ShouldNotContain("0912-345-678");
        (await office.LooksAsync("clerk", request.Key)).ShouldBe(0);

        await clerk.PressAsync("Show personal data");
        clerk.Text.ShouldContain("0912-345-678");
        (await office.LooksAsync("clerk", request.Key)).ShouldBe(1);

        var auditor = await office.SignInAsync("auditor");
        await auditor.GoAsync($"/en/desk/requests/{request.Id}");
        auditor.Text.ShouldContain("陳＊蘭");
        auditor.Page.QuerySelectorAll("button").ShouldNotContain(b => b.TextContent.Contains("Show personal data"));
        var token = (await auditor.GoAsync("/en/desk/account")).Page.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        (await auditor.Http.PostAsync($"/en/desk/requests/{request.Id}?handler=Show", new FormUrlEncodedContent([new("__RequestVerificationToken", token)]))).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Somebody_of_another_department_sees_neither_the_case_nor_its_files_nor_can_act_on_it()
    {
        var upload = await office.WithAsync<FileStore, Upload>(files => files.TakeAsync("bill.pdf", Pdf, null, office.Clock.GetCurrentInstant()));
        var request = await office.WithAsync<RequestDesk, ServiceRequest>(async desk => (await desk.FileAsync(
            new("EBILL", Channel.Web, new("蔡玲", "0912-000-200", null), null, DeskWork.Number("1905000200"), new() { ["action"] = "stop" }, [new(null, upload.Id)]), Actor.Customer)).Request);
        var file = $"/desk/requests/{request.Id}/documents/{request.Documents[0].Id}";

        var clerk = await office.SignInAsync("clerk");
        var sent = await clerk.Http.GetAsync(file);
        (sent.StatusCode, sent.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, "application/pdf"));
        (await sent.Content.ReadAsByteArrayAsync()).ShouldBe(Pdf);
        sent.Headers.GetValues("X-Content-Type-Options").ShouldBe(["nosniff"]);
        sent.Content.Headers.ContentDisposition!.FileName.ShouldBe("bill.pdf");
        (await office.LooksAsync("clerk", request.Key)).ShouldBe(1);

        await office.MoveAsync("handler", "billing");
        try
        {
            var handler = await office.SignInAsync("handler");
            await handler.GoAsync($"/en/desk/requests/{request.Id}");
            handler.Status.ShouldBe(HttpStatusCode.Forbidden);
            (await handler.Http.GetAsync(file)).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
            (await handler.GoAsync($"/en/desk/requests/{request.Id}/correct")).Status.ShouldBe(HttpStatusCode.Forbidden);
            (await office.LooksAsync("handler", request.Key)).ShouldBe(0);

            await office.DoAsync(async desk => await desk.AssignAsync(new(request.Id, null, Actor.Office), $"{await office.IdOfAsync("handler")}", "service-centre"));
            (await handler.GoAsync($"/en/desk/requests/{request.Id}")).Status.ShouldBe(HttpStatusCode.OK);
        }
        finally
        {
            await office.MoveAsync("handler", "service-centre");
        }
    }

    [Theory]
    [InlineData("greeter"), InlineData("volunteer"), InlineData("admin"), InlineData("editor"), InlineData("inspector")]
    public async Task Whoever_has_nothing_to_do_with_cases_sees_none(string role)
    {
        var request = await office.FileAsync();
        var person = await office.SignInAsync(role);
        (await person.GoAsync($"/desk/requests/{request.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await person.GoAsync("/desk/promises")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await person.GoAsync("/desk")).Status.ShouldBe(HttpStatusCode.OK);
        person.Text.ShouldNotContain(request.Number!);
    }

    [Fact]
    public async Task A_number_on_paper_leads_to_the_case()
    {
        var request = await office.FileAsync();
        var clerk = await office.SignInAsync("clerk");
        (await clerk.GoAsync($"/desk/requests/by-number/{request.Number!.ToLowerInvariant()}")).Path.ShouldBe($"/desk/requests/{request.Id}");
        (await clerk.GoAsync("/desk/requests/by-number/CY108-99999-A")).Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
