using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Care;
using GridDesk.Requests.Chasing;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Notices.Care;

/// <summary>What may be done with material that was asked for, in whatever order it is tried.</summary>
public sealed class CareRuleTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;
    private static readonly Instant Start = Offices.At(2019, 6, 20, 10, 0);
    private static readonly LocalDate Thursday = new(2019, 6, 20);

    private static readonly CareList Rules = new("1", "service-centre", Days(1), new(3, 1, 1, 3), Days(1), 3, [new("rates", Phrase.Same("rates"))]);

    [Fact]
    public void Whatever_is_tried_in_whatever_order_there_is_one_promise_while_it_is_open_and_none_afterwards()
    {
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, 6).ArrayOf().ToArbitrary(), acts =>
        {
            var (call, duty) = Given();
            List<Promise> duties = [duty];
            var (now, sendings, unanswered) = (Start, 0, 0);
            foreach (var act in acts)
            {
                now += Duration.FromHours(25);
                var before = (call.State, call.Sendings, call.Tries, call.PromiseId);
                try
                {
                    var step = act switch
                    {
                        0 or 1 => call.Send(CareWay.Post, "x", Calendar.Today(now), Rules, duties[^1], Calendar, "me", now),
                        6 => call.Withdraw("mistake", duties[^1], Calendar, now),
                        _ => call.Call((CareOutcome)(act - 2), Rules, duties[^1], Calendar, "me", now),
                    };
                    duties.AddRange(step.Next is { } next ? [next] : []);
                    (sendings, unanswered) = step.Happened switch
                    {
                        CareSent => (sendings + 1, 0),
                        CareCalled { Outcome: CareOutcome.NoAnswer } => (sendings, unanswered + 1),
                        _ => (sendings, unanswered),
                    };
                }
                catch (Refusal)
                {
                    (call.State, call.Sendings, call.Tries, call.PromiseId).ShouldBe(before, "who is refused changes nothing");
                }

                duties.Count(p => p.ClosedAt is null).ShouldBe(call.IsOpen ? 1 : 0);
                call.PromiseId.ShouldBe(duties[^1].Id);
                (call.Sendings, call.Tries).ShouldBe((sendings, unanswered));
                (call.CallFrom is not null).ShouldBe(call.State is CareState.ToCall);
                (call.State is CareState.NotReached).ShouldBe(unanswered == Rules.Tries && call.EndedAt is not null, "nobody is called a fourth time");
            }
        }));
    }

    [Theory]
    [InlineData(CareWay.Post, "2019-06-25"), InlineData(CareWay.Email, "2019-06-21"), InlineData(CareWay.PickUp, "2019-06-25")]
    public void The_call_falls_due_some_working_days_after_sending_and_weekends_do_not_count(CareWay way, string day)
    {
        var (call, duty) = Given();
        var step = call.Send(way, "x", Thursday, Rules, duty, Calendar, "me", Start);
        call.CallFrom.ShouldBe(LocalDate.FromDateTime(DateTime.Parse(day, System.Globalization.CultureInfo.InvariantCulture)));
        ((CareSent)step.Happened).InTime.ShouldBeTrue();
        Calendar.Today(step.Next!.DueAt!.Value).ShouldBe(Calendar.FirstWorkingDayFrom(call.CallFrom!.Value.PlusDays(1)), "one working day to make it in");
    }

    [Fact]
    public void Nobody_is_chased_before_the_call_can_be_made_and_the_head_hears_of_one_that_was_not()
    {
        var (call, duty) = Given();
        var promise = call.Send(CareWay.Post, "x", Thursday, Rules, duty, Calendar, "me", Start).Next!;
        ChaseLadder.Of(promise.ReceivedAt, promise.DueAt!.Value, Calendar).ShouldBe(
            [new(ChaseRung.Due, Offices.At(2019, 6, 26, 8, 0)), new(ChaseRung.Late, Offices.At(2019, 6, 27, 8, 0))]);
    }

    [Fact]
    public void Nobody_answering_is_tried_again_on_the_next_working_day_and_what_did_not_arrive_is_sent_again()
    {
        var (call, duty) = Given();
        var friday = Offices.At(2019, 6, 21, 11, 0);
        var first = call.Send(CareWay.Email, "a@example.org", Thursday, Rules, duty, Calendar, "me", Start).Next!;
        var second = call.Call(CareOutcome.NoAnswer, Rules, first, Calendar, "me", friday);
        (call.Tries, call.CallFrom).ShouldBe((1, new LocalDate(2019, 6, 24)));
        var again = call.Call(CareOutcome.NotReceived, Rules, second.Next!, Calendar, "me", Offices.At(2019, 6, 24, 9, 0));
        (call.State, again.Next!.Kind).ShouldBe((CareState.ToSend, "care-send"));
        var resent = (CareSent)call.Send(CareWay.Post, "嘉義市", new(2019, 6, 24), Rules, again.Next, Calendar, "me", Offices.At(2019, 6, 24, 15, 0)).Happened;
        (resent.Sending, resent.CallFrom, call.Tries).ShouldBe((2, new LocalDate(2019, 6, 27), 0));
    }

    [Fact]
    public void It_is_not_sent_before_it_was_asked_for_nor_tomorrow_nor_called_about_without_an_outcome()
    {
        var (call, duty) = Given();
        foreach (var day in new[] { Thursday.PlusDays(-1), Thursday.PlusDays(1) })
        {
            Should.Throw<Refusal>(() => call.Send(CareWay.Post, "x", day, Rules, duty, Calendar, "me", Start)).Code.ShouldBe("care.sent-on");
        }

        Should.Throw<Refusal>(() => call.Call(CareOutcome.Received, Rules, duty, Calendar, "me", Start)).Code.ShouldBe("care.state");
        var next = call.Send(CareWay.Post, "x", Thursday, Rules, duty, Calendar, "me", Start).Next!;
        Should.Throw<Refusal>(() => call.Call(null, Rules, next, Calendar, "me", Start)).Code.ShouldBe("care.outcome");
        Should.Throw<Refusal>(() => call.Withdraw(" ", next, Calendar, Start)).Code.ShouldBe("care.reason");
        next.ClosedAt.ShouldBeNull();
    }

    [Theory]
    [InlineData(Role.Clerk, "service-centre", true), InlineData(Role.Clerk, "billing", false), InlineData(Role.Supervisor, "billing", true), InlineData(Role.CallCentre, "billing", true), InlineData(Role.Admin, "service-centre", false), InlineData(Role.Greeter, "service-centre", false)]
    public void A_role_sees_its_own_department_all_or_nothing(Role role, string department, bool sees) =>
        CareAccess.RuleFor(RightsTable.RightsOf([role]), "me", department).Compile()(Given().Call).ShouldBe(sees);

    private static ServiceLimit Days(int days) => new(Grade.C) { WorkingDays = days };

    private static (CareCall Call, Promise Duty) Given()
    {
        var call = new CareCall { Id = Guid.NewGuid(), Number = "M108-00001", Department = "service-centre", Materials = ["rates"], Name = "陳玉蘭", Phone = "0912-345-678", AskedAt = Start, TakenInBy = "other", Way = CareWay.Post, To = "嘉義市東區" };
        return (call, call.Ask(Rules, Calendar, "me").Next!);
    }
}
