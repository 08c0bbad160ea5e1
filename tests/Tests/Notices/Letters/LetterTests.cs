using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Notices;
using GridDesk.Notices.Letters;
using GridDesk.Requests;
using GridDesk.Requests.Tell;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Notices.Letters;

/// <summary>What goes out on paper is a message like every other: it stands with the case, tells its day, and is never rewritten.</summary>
[Trait("store", "both")]
public sealed class LetterTests : IAsyncLifetime
{
    private TestOffice _office = null!;
    private Visitor _clerk = null!;
    private ServiceRequest _request = null!;

    public async ValueTask InitializeAsync()
    {
        _office = await TestOffice.OpenAsync();
        _request = await _office.FileAsync(OfficeCases.Transfer("𠮷\u202E玉蘭"));
        _clerk = await _office.SignInAsync("supervisor");
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Fact]
    public async Task An_acceptance_is_printed_and_stands_with_the_case_and_a_copy_is_the_same_in_every_word()
    {
        await PrintAsync("嘉義市東區民權路一號");
        _clerk.Text.ShouldContain("中華民國108年6月20日");
        _clerk.Text.ShouldContain("嘉義市東區民權路一號 𠮷玉蘭 收");
        _clerk.Text.ShouldContain($"受理號碼：{_request.Number}");
        _clerk.Page.QuerySelector("article.gd-letter svg[role=img]").ShouldNotBeNull("the code that opens the tracking page");
        _clerk.Page.QuerySelector("script[src*='print.js']").ShouldNotBeNull();
        var paper = Paper();
        var letter = await MessageAsync();
        (letter.Channel, letter.State, letter.Tells, letter.Template).ShouldBe((MessageChannel.Letter, MessageState.HandedOver, (await PromiseAsync()).Told, "request-accepted"));
        letter.To.ShouldBe("嘉義市東區民權路一號\n𠮷玉蘭");

        // Later, after the customer's name was corrected and the day moved, a copy still says what left the building.
        _office.Clock.Advance(Duration.FromDays(1));
        await _office.WithAsync<RequestDesk>(async desk => await desk.CorrectAsync((await desk.GetAsync(_request.Id)).Change(), new Correction { Name = "陳玉蘭" }));
        await _office.WithAsync<RequestDesk>(async desk => await desk.TellAsync((await desk.GetAsync(_request.Id)).Change(), letter.Tells!.Value.PlusDays(5)));
        await _clerk.GoAsync($"/desk/requests/{_request.Id}");
        _clerk.Text.ShouldContain("已列印");
        await _clerk.FollowAsync("看內容");
        Paper().ShouldBe(paper);
        await _clerk.PressAsync("再印一次");
        Paper().ShouldBe(paper);
        (await HistoryAsync(letter)).ShouldBe([typeof(MessageHandedOver), typeof(MessagePrintedAgain)]);
        (await _office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(1);
        (await LooksAsync()).ShouldBeGreaterThan(3, "every look at a letter is recorded");
        _office.Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_letter_tells_the_new_day_and_nobody_has_to_ring_up()
    {
        var told = (await PromiseAsync()).Told!.Value.PlusDays(3);
        await _office.WithAsync<IServiceProvider>(services => RaiseAsync(services, told));
        await _clerk.GoAsync($"/desk/requests/{_request.Id}/letter");
        _clerk.Text.ShouldContain("印了就算告訴用戶了");
        await _clerk.Fill("寄到", "嘉義市東區民權路一號").PressAsync("列印");
        var letter = await MessageAsync();
        letter.Template.ShouldBe("request-progress");
        (await PromiseAsync()).Told.ShouldBe(told, "the told day stands on the promise");
        letter.Text.ShouldContain(Kernel.Time.RocDate.Show(told).Zh);
        await _clerk.GoAsync("/en/desk/tell");
        _clerk.Text.ShouldContain("Nobody has to be told anything");
    }

    [Fact]
    public async Task Without_an_address_nothing_is_printed_and_pressing_twice_prints_one_letter()
    {
        await _clerk.GoAsync($"/en/desk/requests/{_request.Id}/letter");
        await _clerk.Fill("Goes to", " ").PressAsync("Print");
        _clerk.FieldError("Address").ShouldContain("Write the address");
        await _clerk.Fill("Goes to", new string('街', 151)).PressAsync("Look at it first");
        _clerk.FieldError("Address").ShouldContain("too long");
        await _clerk.Fill("Goes to", "嘉義市東區民權路一號").Choose("English").PressAsync("Look at it first");
        _clerk.Text.ShouldContain("Dear 𠮷玉蘭");
        (await _office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(0, "looking at it prints nothing");

        var wanted = new LetterToWrite(Guid.NewGuid(), "request-accepted", Language.English, "嘉義市東區民權路一號");
        (await PressAsync()).Id.ShouldBe((await PressAsync()).Id);
        (await _office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync())).ShouldBe(1);

        Task<Message> PressAsync() => _office.WithAsync<LetterDesk, Message>(desk => desk.PrintAsync(new(_request.Id, _request.Key, _request.Name, true), wanted, OfficeCases.Clerk));
    }

    [Fact]
    public async Task A_letter_that_was_looked_at_first_is_printed_then()
    {
        await _clerk.GoAsync($"/desk/requests/{_request.Id}/letter");
        await _clerk.Fill("寄到", "嘉義市東區民權路一號").PressAsync("先看看");
        _clerk.Text.ShouldContain("印出來會是這樣");
        await _clerk.PressAsync("列印");
        _clerk.Path.ShouldBe($"/desk/letters/{(await MessageAsync()).Id}?print=true");
    }

    [Fact]
    public async Task The_address_is_that_of_the_account_where_the_case_has_none_and_nobody_says_so_where_nothing_is_known()
    {
        await _clerk.GoAsync($"/desk/requests/{_request.Id}/letter");
        _clerk.Typed("Address").ShouldBe("");
        _clerk.Text.ShouldNotContain("預填的是用電地址");
        var known = await _office.KnowAsync();
        var request = await _office.FileAsync("陳玉蘭", number: known.Accounts[0].Number);
        await _clerk.GoAsync($"/desk/requests/{request.Id}/letter");
        _clerk.Typed("Address").ShouldBe("嘉義市東區民族路28巷5號2樓");
        _clerk.Text.ShouldContain("預填的是用電地址");
    }

    [Fact]
    public async Task A_letter_that_came_back_is_a_task_for_a_person_with_its_reason_on_the_case()
    {
        await PrintAsync("嘉義市東區民權路一號");
        await _clerk.PressAsync("登記退回");
        _clerk.FieldError("Why").ShouldContain("請寫信封上的退回原因");
        await _clerk.Fill("信封上寫的原因", "查無此人").PressAsync("登記退回");
        _clerk.Text.ShouldContain("退回：查無此人");
        await _office.DeliverAsync();
        await _clerk.GoAsync("/en/desk/tell");
        _clerk.Text.ShouldContain(_request.Number!);
        _clerk.Text.ShouldContain("could not be delivered");
    }

    [Fact]
    public async Task Papers_that_were_only_taken_in_and_closed_cases_get_no_new_letter()
    {
        var slip = await _office.FileAsync(OfficeCases.Transfer("甲", complete: false));
        await _clerk.GoAsync($"/en/desk/requests/{slip.Id}/letter");
        _clerk.Text.ShouldContain("no new letter can be printed");
        await _clerk.GoAsync($"/en/desk/requests/{slip.Id}");
        _clerk.Text.ShouldNotContain("Print a letter");
    }

    [Fact]
    public async Task No_letter_promises_a_day_that_is_over()
    {
        _office.Clock.Advance(Duration.FromDays(40));
        var supervisor = await _office.SignInAsync("supervisor");
        await supervisor.GoAsync($"/en/desk/requests/{_request.Id}/letter");
        supervisor.Text.ShouldContain("no letter can promise it");
        (await Should.ThrowAsync<Kernel.Refusal>(() => _office.WithAsync<LetterDesk, Message>(desk =>
            desk.PrintAsync(new(_request.Id, _request.Key, _request.Name, true), new(Guid.NewGuid(), "request-accepted", Language.Chinese, "嘉義市"), OfficeCases.Clerk)))).Code.ShouldBe("letter.day-over");
    }

    private async Task PrintAsync(string address)
    {
        await _clerk.GoAsync($"/desk/requests/{_request.Id}");
        await _clerk.FollowAsync("印成信函");
        await _clerk.Fill("寄到", address).PressAsync("列印");
    }

    private string Paper() => string.Join(' ', _clerk.Page.QuerySelector("article.gd-letter")!.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private async Task RaiseAsync(IServiceProvider services, LocalDate day)
    {
        var db = (OfficeDb)services.GetService(typeof(OfficeDb))!;
        await db.CommitAsync(() => ((TellDesk)services.GetService(typeof(TellDesk))!).RaiseAsync(_request.Id, NoticeReason.DayMoved, day));
    }

    private Task<Message> MessageAsync() => _office.WithAsync<OfficeDb, Message>(db => db.Messages.AsNoTracking().SingleAsync());

    private Task<Promise> PromiseAsync() => _office.WithAsync<OfficeDb, Promise>(db => db.Set<Promise>().AsNoTracking().SingleAsync(p => p.Id == _request.PromiseId));

    private Task<int> LooksAsync() => _office.WithAsync<OfficeDb, int>(db => db.Database.SqlQuery<int>($"SELECT COUNT(*) AS \"Value\" FROM access_log").SingleAsync());

    private async Task<List<Type>> HistoryAsync(Message letter) => [.. (await _office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(letter.Key))).Select(h => h.Event.GetType())];
}
