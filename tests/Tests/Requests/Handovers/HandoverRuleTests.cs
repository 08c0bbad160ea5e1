using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Handovers;
using GridDesk.Staff;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Requests.Handovers;

/// <summary>What may be done with a hand-over, in whatever order it is tried.</summary>
public sealed class HandoverRuleTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;
    private static readonly Instant Start = Offices.At(2019, 6, 20, 10, 0);

    [Fact]
    public void Whatever_is_tried_in_whatever_order_it_is_taken_on_once_ends_once_and_never_without_words()
    {
        var acts = Gen.Choose(0, 6).ArrayOf();
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(acts.ToArbitrary(), tried =>
        {
            var (handover, promise) = Given();
            var (now, taken, ended, filed) = (Start, 0, 0, 0);
            foreach (var act in tried)
            {
                now += Duration.FromMinutes(7);
                var before = handover.State;
                try
                {
                    switch (act)
                    {
                        case 0: handover.Accept("me", promise, now); taken++; before.ShouldBe(HandoverState.Received); break;
                        case 1: handover.Return("not ours", promise, Calendar, now); ended++; break;
                        case 2: handover.Answer("done", promise, Calendar, now); ended++; before.ShouldBe(HandoverState.Accepted); break;
                        case 3: handover.Return(" ", promise, Calendar, now); throw new InvalidOperationException("without a reason");
                        case 4: handover.Answer(null, promise, Calendar, now); throw new InvalidOperationException("without words");
                        case 5: handover.FileAs(Guid.NewGuid()); filed++; break;
                        default: (handover.Told(now) is not null).ShouldBe(!handover.IsOpen && handover.ToldAt == now, "once, when there is something to tell"); break;
                    }
                }
                catch (Refusal)
                {
                    handover.State.ShouldBe(before, "who is refused changes nothing");
                }

                (promise.ClosedAt is null).ShouldBe(handover.IsOpen, "its clock runs as long as it is open");
                (handover.Reply is null).ShouldBe(handover.IsOpen);
            }

            taken.ShouldBeLessThanOrEqualTo(1);
            ended.ShouldBeLessThanOrEqualTo(1);
            filed.ShouldBeLessThanOrEqualTo(taken);
        }));
    }

    [Fact]
    public void It_is_in_time_up_to_the_last_minute_of_its_own_limit_and_late_from_the_next()
    {
        foreach (var (minutes, inTime) in new[] { (119, true), (120, true), (121, false) })
        {
            var (handover, promise) = Given();
            handover.Accept("me", promise, Start);
            var at = Start + Duration.FromMinutes(minutes + (minutes > 120 ? 60 : 0)); // over noon nobody counts
            var answered = handover.Answer("done", promise, Calendar, at);
            (answered.InTime, answered.WorkingMinutes).ShouldBe((inTime, minutes));
            answered.Text.ShouldNotContain("done");
        }
    }

    [Fact]
    public void Office_minutes_up_to_a_date_due_are_the_hours_of_the_limit()
    {
        var cases = from start in Gen.Choose(0, 300 * 24 * 60) from hours in Gen.Choose(1, 60) select (start, hours);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(cases.ToArbitrary(), c =>
        {
            var from = Offices.At(2019, 1, 2, 0, 0) + Duration.FromMinutes(c.start);
            var due = DueDate.Compute(new WorkingHours(c.hours), from, [], [], Calendar, from).At;
            Calendar.WorkingMinutesBetween(from, due).ShouldBe(c.hours * 60);
            Calendar.WorkingMinutesBetween(due, from).ShouldBe(0);
        }));
    }

    [Theory]
    [InlineData(Role.Clerk, "service-centre", true), InlineData(Role.Clerk, "billing", false), InlineData(Role.Handler, "billing", false)]
    [InlineData(Role.Supervisor, "billing", true), InlineData(Role.CallCentre, "billing", true), InlineData(Role.Auditor, "billing", true)]
    [InlineData(Role.Admin, "service-centre", false), InlineData(Role.Volunteer, "service-centre", false), InlineData(Role.Greeter, "service-centre", false)]
    public void A_role_sees_its_own_department_all_or_nothing(Role role, string department, bool sees) =>
        HandoverAccess.RuleFor(RightsTable.RightsOf([role]), "me", department, []).Compile()(Given().Handover).ShouldBe(sees);

    [Fact]
    public void Whoever_took_it_on_sees_it_wherever_they_work_now()
    {
        var (handover, promise) = Given();
        handover.Accept("me", promise, Start);
        HandoverAccess.RuleFor(RightsTable.RightsOf([Role.Clerk]), "me", "billing", []).Compile()(handover).ShouldBeTrue();
    }

    private static (Handover Handover, Promise Promise) Given()
    {
        var id = Guid.NewGuid();
        var handover = new Handover { Id = id, Number = "CC-1", Source = "call-centre", Kind = "outage", Department = "service-centre", ReceivedAt = Start, ArrivedAt = Start, Summary = "x", Name = "陳玉蘭", Phone = "0912-345-678" };
        var promise = new Promise { Id = Guid.NewGuid(), Subject = handover.Key, Kind = "handover", Department = "service-centre", ReceivedAt = Start, Policy = new("1", null, new WorkingHours(2)), Calendar = "" };
        handover.Receive(promise, Calendar, "office", Start).DueAt.ShouldBe(Start + Duration.FromHours(2));
        return (handover, promise);
    }
}
