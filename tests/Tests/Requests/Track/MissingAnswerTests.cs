using System.Text.Json.Nodes;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using GridDesk.Tests.Requests.Apply;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Track;

/// <summary>What a customer had not filled in when the papers were taken in, they fill in themselves with number and code.</summary>
[Trait("store", "both")]
public sealed class MissingAnswerTests : IClassFixture<TestOffice>
{
    private readonly TestOffice office;

    public MissingAnswerTests(TestOffice office)
    {
        this.office = office;
        office.Clock.AdvanceMinutes(1);
    }

    [Fact]
    public async Task The_last_answer_makes_it_accepted_at_once()
    {
        var (request, code) = await TakenInAsync();
        var visitor = await office.Visit().GoAsync($"/track/{request.Name}?code={code}");
        visitor.Text.ShouldContain("這些還沒有填");
        await visitor.Fill("用電的電號", ApiCaller.ElectricityNumberOf()).Pick("買賣或贈與").PressAsync("送出答案");

        visitor.Path.ShouldStartWith("/track/CY108-");
        visitor.Text.ShouldContain("已經正式受理");
        var accepted = (await office.DoAsync(desk => desk.FindAsync(request.Name)))!;
        accepted.Particulars.ElectricityNumber.ShouldBe(ApiCaller.ElectricityNumberOf());
        var corrected = (RequestCorrected)(await office.HistoryAsync(accepted)).Single(h => h.Event is RequestCorrected).Event;
        corrected.Fields.ShouldBe(["answers.reason", "electricityNumber"], ignoreOrder: true);
    }

    [Fact]
    public async Task One_of_two_is_thanked_for_and_the_other_stays_open()
    {
        var (request, code) = await TakenInAsync();
        var visitor = await office.Visit().GoAsync($"/track/{request.Name}?code={code}");
        await visitor.Pick("買賣或贈與").PressAsync("送出答案");

        visitor.Text.ShouldContain("收到了，謝謝您。");
        (await office.DoAsync(desk => desk.FindAsync(request.Name)))!.Missing.ShouldHaveSingleItem().Id.ShouldBe("electricityNumber");
    }

    [Fact]
    public async Task What_cannot_be_is_told_at_its_field_and_nothing_typed_is_lost()
    {
        var (request, code) = await TakenInAsync();
        var visitor = await office.Visit().GoAsync($"/en/track/{request.Name}?code={code}");
        await visitor.Fill("The electricity number", "07-28-1937-40-0").PressAsync("Send answers");

        visitor.Status.ShouldBe(System.Net.HttpStatusCode.UnprocessableEntity);
        visitor.Errors.ShouldHaveSingleItem();
        visitor.Page.QuerySelector("a[href='#electricityNumber']").ShouldNotBeNull("the summary leads to the field");
        visitor.Page.QuerySelector("#electricityNumber")!.GetAttribute("value").ShouldBe("07-28-1937-40-0");

        await (await office.Visit().GoAsync($"/track/{request.Name}?code={code}")).PressAsync("送出答案");
        (await office.DoAsync(desk => desk.FindAsync(request.Name)))!.Missing.Count.ShouldBe(2);
    }

    [Fact]
    public async Task What_was_given_before_cannot_be_changed_this_way_and_the_code_is_needed()
    {
        var (request, code) = await TakenInAsync();
        var visitor = await office.Visit().GoAsync($"/track/{request.Name}?code={code}");
        var token = visitor.Page.QuerySelector("form[action*=Answer] [name=__RequestVerificationToken]")!.GetAttribute("value");

        Task<HttpResponseMessage> Send(string withCode) => visitor.Http.PostAsync($"/track/{request.Name}?handler=Answer&code={withCode}", new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("answers.newHolderId", "B123456780"), new("answers.reason", "bought")]));

        (await Send("00000000")).StatusCode.ShouldBe(System.Net.HttpStatusCode.NotFound);
        await Send(code);
        (await office.DoAsync(desk => desk.FindAsync(request.Name)))!.Particulars.Answers["newHolderId"]!.GetValue<string>().ShouldBe("A123456789");
    }

    private async Task<(ServiceRequest Request, string Code)> TakenInAsync()
    {
        var whole = OfficeCases.Transfer();
        var answers = whole.Answers.DeepClone().AsObject();
        answers.Remove("reason");
        var request = await office.FileAsync(whole with { Answers = answers, ElectricityNumber = null }, Actor.Customer);
        request.Missing.Select(m => m.Id).ShouldBe(["electricityNumber", "reason"], ignoreOrder: true);
        return (request, await office.DoAsync(desk => desk.CodeOfAsync(request)));
    }
}
