using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Recurring;
using GridDesk.Requests;
using GridDesk.Requests.Apply;
using GridDesk.Tests.Infrastructure;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace GridDesk.Tests.Requests.Apply;

[Trait("store", "both")]
public sealed class ApplyTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_complete_application_gets_a_number_a_code_and_a_promised_day_at_once()
    {
        var visitor = await office.ApplyAsync();

        visitor.Text.ShouldContain("收到了，已經受理");
        visitor.Slip().Number.ShouldStartWith("CY108-");
        visitor.Text.ShouldContain(visitor.Slip().Code);
        visitor.Text.ShouldContain("108年6月21日");
        visitor.Text.ShouldContain("本處初估，尚待確認");
        var request = await office.FiledByAsync(visitor);
        request.Channel.ShouldBe(Channel.Web);
        request.Particulars.Name.ShouldBe("陳玉蘭");
        request.Particulars.ElectricityNumber.ShouldBe("07281937401");
        request.Documents.Select(d => d.Document).Order().ShouldBe(["identity", "relation"]);
    }

    [Fact]
    public async Task With_a_paper_missing_there_is_a_slip_that_says_what_to_bring()
    {
        var visitor = await office.ApplyAsync(complete: false);

        visitor.Text.ShouldContain("先收下了，還缺文件");
        visitor.Slip().Number.ShouldStartWith("CYP108-");
        visitor.Text.ShouldContain("與房屋的關係證明，一種就好");
        (await office.FiledByAsync(visitor)).Status.ShouldBe(RequestStatus.PreReceived);
    }

    [Fact]
    public async Task A_wrong_number_is_told_on_its_own_page_and_stays_in_its_field()
    {
        var visitor = await office.BeginAsync();
        await visitor.Fill("用電的電號", "07-28-1937-40-2").NextAsync();

        visitor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        visitor.Errors.ShouldBe(["電號的檢算號對不上。常見是兩個數字對調，請再對一次電費單。"]);
        visitor.Page.QuerySelector<IHtmlInputElement>("#electricityNumber")!.Value.ShouldBe("07-28-1937-40-2");
        visitor.Page.Title!.ShouldStartWith("錯誤：");

        await visitor.GoAsync(visitor.Path);
        visitor.Page.QuerySelector<IHtmlInputElement>("#electricityNumber")!.Value.ShouldBe("07-28-1937-40-2", "it is kept when the page is opened again, too");
    }

    [Fact]
    public async Task A_date_that_does_not_exist_keeps_its_three_parts()
    {
        var visitor = await office.BeginAsync();
        await visitor.Fill("用電的電號", Applying.ElectricityNumber).NextAsync();
        await visitor.Pick("個人").NextAsync();
        await visitor.Fill("新戶名的身分證統一編號", "A123456789").NextAsync();
        await visitor.Pick("租屋").NextAsync();
        await visitor.Fill("年", "108").Fill("月", "6").Fill("日", "31").NextAsync();

        visitor.Errors.Count.ShouldBe(1);
        visitor.Page.QuerySelectorAll<IHtmlInputElement>(".govuk-date-input input").Select(i => i.Value).ShouldBe(["108", "6", "31"]);
    }

    [Fact]
    public async Task Who_applies_is_checked_field_by_field_and_nothing_typed_is_lost()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.Fill("姓名或名稱", "𡍼阿招").Fill("聯絡電話", "123").NextAsync();

        visitor.Errors.Count.ShouldBe(2);
        visitor.Errors.ShouldContain("請選申請人是個人還是公司行號。");
        visitor.Page.QuerySelector<IHtmlInputElement>("#applicant_name")!.Value.ShouldBe("𡍼阿招");
        visitor.Page.QuerySelector<IHtmlInputElement>("#applicant_phone")!.Value.ShouldBe("123");
    }

    [Fact]
    public async Task A_changed_answer_leads_to_what_is_newly_asked_and_drops_what_is_not_asked_any_more()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.IntroduceAsync();
        await visitor.UploadAsync();
        await visitor.UploadAsync("lease.pdf");
        visitor.Text.ShouldContain("A1＊＊＊＊＊789");

        await visitor.FollowAsync("更改 新的用電戶名是個人還是公司行號？");
        await visitor.Pick("公司、行號或團體").NextAsync();
        visitor.Page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("新戶名的統一編號");
        await visitor.Fill("新戶名的統一編號", "04595257").NextAsync();
        visitor.Page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("新戶名公司或團體的登記證明與大小章");
        await visitor.UploadAsync();

        visitor.Text.ShouldContain("都對嗎？");
        visitor.Text.ShouldContain("lease.pdf");
        visitor.Text.ShouldNotContain("A1＊＊＊＊＊789");
        await visitor.NextAsync("確認送出");
        var answers = (await office.FiledByAsync(visitor)).Particulars.Answers;
        answers.ContainsKey("newHolderId").ShouldBeFalse();
        answers["newHolderTaxId"]!.GetValue<string>().ShouldBe("04595257");
    }

    [Fact]
    public async Task Pressed_twice_it_files_once_and_shows_the_same_result()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.IntroduceAsync();
        await visitor.UploadAsync();
        await visitor.UploadAsync();
        var form = visitor.Page.QuerySelectorAll<IHtmlButtonElement>("button").Single(b => b.TextContent.Trim() == "確認送出").Form!;
        var token = new FormUrlEncodedContent([new("__RequestVerificationToken", form.QuerySelector<IHtmlInputElement>("input[name=__RequestVerificationToken]")!.Value)]);
        var before = await CountAsync();

        var answers = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => visitor.Http.PostAsync(form.Action, token)));

        answers.ShouldAllBe(a => a.StatusCode == HttpStatusCode.OK);
        (await CountAsync()).ShouldBe(before + 1);
        await visitor.GoAsync(answers[0].RequestMessage!.RequestUri!.PathAndQuery);
        visitor.Text.ShouldContain("收到了，已經受理");
        await visitor.GoAsync(form.Action);
        visitor.Path.ShouldEndWith("/done");
    }

    [Fact]
    public async Task Whoever_acts_for_another_is_asked_who_they_are_and_for_their_papers()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.Pick("個人").Fill("姓名或名稱", "陳玉蘭").Fill("聯絡電話", Applying.Phone).NextAsync();
        await visitor.NextAsync();
        visitor.Errors.ShouldBe(["請選您是替自己辦，還是替別人辦。"]);
        await visitor.Pick("是，我替申請人辦").NextAsync();
        await visitor.NextAsync();
        visitor.Errors.ShouldBe(["請輸入代辦人的姓名。"]);
        await visitor.Fill("代辦人姓名", "陳小妹").Fill("和申請人的關係", "女兒").NextAsync();
        foreach (var _ in Enumerable.Range(0, 4))
        {
            await visitor.UploadAsync();
        }

        await visitor.NextAsync("確認送出");
        var request = await office.FiledByAsync(visitor);
        request.Particulars.Agent.ShouldBe(new Agent("陳小妹", null, null, "女兒"));
        request.Documents.Select(d => d.Document).ShouldContain("authorisation");
    }

    [Fact]
    public async Task In_English_everything_is_in_English()
    {
        var visitor = await office.Visit().GoAsync("/en/apply/xfer");
        await visitor.NextAsync("Start");
        await visitor.Fill("The electricity number", "1").NextAsync("Continue");
        visitor.Errors.Single().ShouldStartWith("An electricity number has 11 digits");
        await visitor.Fill("The electricity number", Applying.ElectricityNumber).NextAsync("Continue");
        visitor.Page.QuerySelector("h1")!.TextContent.Trim().ShouldBe("Is the new account holder a person or an organisation?");
        visitor.Path.ShouldStartWith("/en/apply/xfer/");
        visitor.Text.ShouldContain("Step 1 of 4");
    }

    [Theory]
    [InlineData("/apply/pay")]
    [InlineData("/apply/nothing")]
    public async Task What_cannot_be_applied_for_online_has_no_form(string path) =>
        (await office.Visit().GoAsync(path)).Status.ShouldBe(HttpStatusCode.NotFound);

    [Fact]
    public async Task Every_service_that_can_be_started_online_shows_each_of_its_pages()
    {
        var codes = await office.WithAsync<GridDesk.Services.ServiceCatalogue, List<string>>(services =>
            Task.FromResult(services.At(new LocalDate(2019, 6, 20)).Where(s => s.OpensCase && s.Channels.Contains("web")).Select(s => s.Code.ToLowerInvariant()).ToList()));
        codes.Count.ShouldBeGreaterThan(20);
        foreach (var code in codes)
        {
            var visitor = await office.Visit().GoAsync($"/apply/{code}");
            await visitor.NextAsync("開始填寫");
            visitor.Status.ShouldBe(HttpStatusCode.OK, code);
            var draft = visitor.Path[..visitor.Path.LastIndexOf('/')];
            var service = await office.WithAsync<GridDesk.Services.ServiceCatalogue, GridDesk.Services.ServiceDefinition>(services => Task.FromResult(services.Find(code, new LocalDate(2019, 6, 20))!));
            foreach (var question in service.Form.Where(q => q.When is null))
            {
                await visitor.GoAsync($"{draft}/q-{question.Id}");
                visitor.Status.ShouldBe(HttpStatusCode.OK, visitor.Path);
                visitor.Page.QuerySelector("h1")!.TextContent.ShouldContain(question.Label.Zh);
            }
        }
    }

    private Task<int> CountAsync() => office.WithAsync<OfficeDb, int>(db => db.Set<ServiceRequest>().CountAsync());
}
