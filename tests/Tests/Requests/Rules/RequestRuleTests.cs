using GridDesk.Kernel.Promises;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Rules;

[Trait("store", "both")]
public sealed class RequestRuleTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly MissingItem Paper = new("document", "relation", new Phrase("關係證明", "paper"));

    [Fact]
    public async Task Papers_taken_in_have_a_slip_no_number_and_no_clock_and_get_both_when_they_are_accepted()
    {
        var request = await office.FileAsync(OfficeCases.Transfer(complete: false));
        (request.Number, request.Status, request.AcceptedAt).ShouldBe((null, RequestStatus.PreReceived, null));
        (await PromiseOfAsync(request)).ShouldBeNull();
        (await Code(desk => desk.AcceptAsync(request.Change()))).ShouldBe("request.incomplete");

        request = await Do(desk => desk.SupplyAsync(request.Change(), Channel.Counter, [new GivenDocument("relation", null)]));
        request.Missing.ShouldBeEmpty();
        request.Status.ShouldBe(RequestStatus.PreReceived, "somebody must examine them first");
        office.Clock.AdvanceHours(1);
        request = await Do(desk => desk.AcceptAsync(request.Change()));

        request.Number.ShouldNotBeNull();
        request.Slip.ShouldNotBeNull();
        request.AcceptedAt.ShouldBe(office.Clock.GetCurrentInstant());
        (await PromiseOfAsync(request)).ShouldNotBeNull().ReceivedAt.ShouldBe(request.AcceptedAt!.Value, "its clock starts when the office found the papers complete");
        (await Code(desk => desk.AcceptAsync(request.Change()))).ShouldBe("request.accepted-before");
    }

    [Fact]
    public async Task While_the_customer_is_asked_for_papers_the_clock_stands_still()
    {
        office.Clock.Reset(TestOffice.Opening().GetCurrentInstant());
        var request = await office.FileAsync();
        request = await Do(desk => desk.AskForAsync(request.Change(), [Paper]));
        request.Status.ShouldBe(RequestStatus.WaitingForCustomer);
        (await PromiseOfAsync(request))!.Stopped.ShouldBeTrue();
        (await Code(desk => desk.AskForAsync(request.Change(), [Paper]))).ShouldBe("request.waiting-already");
        (await Code(desk => desk.SetClockAsync(request.Change(), SegmentKind.ForceMajeure, "x"))).ShouldBe("request.clock-customer");

        office.Clock.AdvanceDays(7);
        request = await Do(desk => desk.SupplyAsync(request.Change(), Channel.Web, [new GivenDocument("relation", null)]));
        request.Status.ShouldBe(RequestStatus.InProgress);
        var promise = (await PromiseOfAsync(request))!;
        promise.Stopped.ShouldBeFalse();
        promise.NormDue.ShouldBe(new LocalDate(2019, 6, 27), "the day on which the papers came is the first whose close found the clock running");
    }

    [Fact]
    public async Task An_answer_that_comes_while_papers_are_awaited_does_not_strike_the_papers_out()
    {
        var request = await office.FileAsync();
        request = await Do(desk => desk.AskForAsync(request.Change(), [Paper]));
        request = await Do(desk => desk.AnswerAsync(request.Change(), new() { ["reading"] = 12345 }));
        request.Missing.ShouldHaveSingleItem().Id.ShouldBe("relation");
        request.Status.ShouldBe(RequestStatus.WaitingForCustomer);
    }

    [Theory]
    [InlineData("close")]
    [InlineData("note-is-allowed")]
    [InlineData("ask")]
    [InlineData("step")]
    [InlineData("correct")]
    [InlineData("assign")]
    [InlineData("extend")]
    [InlineData("tell")]
    [InlineData("clock")]
    [InlineData("accept")]
    public async Task A_closed_request_stays_as_it_is(string verb)
    {
        var request = await office.FileAsync();
        request = await Do(desk => desk.CloseAsync(request.Change(), Outcome.Done, null));
        Func<RequestDesk, Task<ServiceRequest>> change = verb switch
        {
            "close" => desk => desk.CloseAsync(request.Change(), Outcome.Withdrawn, null),
            "ask" => desk => desk.AskForAsync(request.Change(), [Paper]),
            "step" => desk => desk.GoToAsync(request.Change(), "checkPapers"),
            "correct" => desk => desk.CorrectAsync(request.Change(), new Correction(Name: "另一人")),
            "assign" => desk => desk.AssignAsync(request.Change(), "x", "billing"),
            "extend" => desk => desk.ExtendAsync(request.Change(), 1, "x"),
            "tell" => desk => desk.TellAsync(request.Change(), new LocalDate(2019, 12, 31)),
            "clock" => desk => desk.SetClockAsync(request.Change(), SegmentKind.ForceMajeure, "x"),
            "accept" => desk => desk.AcceptAsync(request.Change()),
            _ => desk => desk.NoteAsync(request.Change(), "說明"),
        };
        (await Code(change)).ShouldBe(verb == "note-is-allowed" ? null : "request.closed");
        (await office.DoAsync(desk => desk.GetAsync(request.Id))).Outcome.ShouldBe(Outcome.Done);
    }

    [Fact]
    public async Task Nothing_is_refused_or_taken_back_without_a_reason()
    {
        var request = await office.FileAsync();
        (await Code(desk => desk.CloseAsync(request.Change(), Outcome.Refused, " "))).ShouldBe("request.reason-required");
        (await Code(desk => desk.ReverseAcceptanceAsync(request.Change(), ""))).ShouldBe("request.reason-required");
        (await Code(desk => desk.ReopenAsync(request.Change(), "x"))).ShouldBe("request.not-closed");
        request = await Do(desk => desk.CloseAsync(request.Change(), Outcome.Refused, "文件不對"));
        (await Code(desk => desk.ReopenAsync(request.Change(), "　"))).ShouldBe("request.reason-required");
    }

    [Fact]
    public async Task Papers_only_taken_in_can_be_withdrawn_or_refused_but_not_done()
    {
        var request = await office.FileAsync(OfficeCases.Transfer(complete: false));
        (await Code(desk => desk.CloseAsync(request.Change(), Outcome.Done, null))).ShouldBe("request.not-accepted");
        (await Do(desk => desk.CloseAsync(request.Change(), Outcome.Withdrawn, null))).Status.ShouldBe(RequestStatus.Closed);
    }

    [Fact]
    public async Task A_closing_that_is_taken_back_goes_on_where_it_was()
    {
        var request = await office.FileAsync();
        request = await Do(desk => desk.AskForAsync(request.Change(), [Paper]));
        request = await Do(desk => desk.CloseAsync(request.Change(), Outcome.Withdrawn, null));
        (await PromiseOfAsync(request))!.ClosedAt.ShouldNotBeNull();
        request = await Do(desk => desk.ReopenAsync(request.Change(), "用戶又來了"));
        request.Status.ShouldBe(RequestStatus.WaitingForCustomer);
        (request.ClosedAt, request.Outcome).ShouldBe((null, null));
        (await PromiseOfAsync(request))!.ClosedAt.ShouldBeNull();
    }

    [Fact]
    public async Task A_number_of_a_reversed_acceptance_is_void_for_good_and_so_is_its_promise()
    {
        var request = await office.FileAsync();
        var number = request.Number!;
        request = await Do(desk => desk.ReverseAcceptanceAsync(request.Change(), "看錯了"));
        request.Slip.ShouldNotBeNull();
        (await office.DoAsync(desk => desk.FindAsync(number))).ShouldBeNull();

        request = await Do(desk => desk.CloseAsync(request.Change(), Outcome.Withdrawn, null));
        request = await Do(desk => desk.ReopenAsync(request.Change(), "又來了"));
        (await OpenPromisesAsync(request)).ShouldBe(0, "nothing is promised for papers that are only taken in");
        office.Clock.AdvanceMinutes(1);
        request = await Do(desk => desk.AcceptAsync(request.Change()));
        request.Number.ShouldNotBe(number);
        (await OpenPromisesAsync(request)).ShouldBe(1);
    }

    [Fact]
    public async Task Dates_that_cannot_be_are_refused()
    {
        var request = await office.FileAsync();
        (await Code(desk => desk.TellAsync(request.Change(), office.Clock.GetCurrentInstant().InUtc().Date.PlusDays(-1)))).ShouldBe("request.told-past");
        (await Code(desk => desk.TellAsync(request.Change(), new LocalDate(9998, 1, 1)))).ShouldNotBeNull();
        foreach (var amount in (int[])[0, -5, int.MaxValue, 1_000_000, 100_000])
        {
            (await Code(desk => desk.ExtendAsync(request.Change(), amount, "x"))).ShouldNotBeNull($"{amount}");
        }
    }

    private Task<ServiceRequest> Do(Func<RequestDesk, Task<ServiceRequest>> act) => office.DoAsync(act);

    private async Task<string?> Code(Func<RequestDesk, Task<ServiceRequest>> act)
    {
        try
        {
            await office.DoAsync(act);
            return null;
        }
        catch (Refusal refusal)
        {
            return refusal.Code;
        }
    }

    private Task<Promise?> PromiseOfAsync(ServiceRequest request) => office.DoAsync(desk => desk.PromiseOfAsync(request));

    private Task<int> OpenPromisesAsync(ServiceRequest request) => office.WithAsync<GridDesk.Kernel.Data.OfficeDb, int>(db =>
        db.Set<Promise>().CountAsync(p => p.Subject == request.Key && p.ClosedAt == null));
}
