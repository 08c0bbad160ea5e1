using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Requests;
using GridDesk.Services;
using GridDesk.Tests.Time;
using Outcome = GridDesk.Requests.Outcome;

namespace GridDesk.Tests.Requests.Rules;

/// <summary>Whatever people do with a request, in whatever order: the office declines, or a request remains that makes sense.</summary>
public sealed class RequestHistoryTests
{
    private static readonly WorkCalendar Calendar = Offices.Chiayi;
    private static readonly Phrase Why = Phrase.Same("why");
    private static readonly MissingItem Paper = new("document", "paper", Why);

    private static readonly Action<Case>[] Verbs =
    [
        c => c.Accept(),
        c => c.Request.AssignTo("x", "billing", c.Promise),
        c => c.Request.GoTo("next", "billing", c.Needed),
        c => c.Request.GoTo("accept", "service-centre", c.Needed),
        c => c.Request.Coordinate("task:1", "planning", false),
        c => c.Request.AskFor([Paper], c.Needed, Calendar, "x", c.Now),
        c => c.Request.AskFor([], c.Needed, Calendar, "x", c.Now),
        c => c.Request.Supply(Channel.Web, [], [], c.Promise, Calendar, "x", c.Now),
        c => c.Request.Supply(Channel.Web, [], c.Request.Missing, c.Promise, Calendar, "x", c.Now),
        c => c.Request.Waive("paper", "digest", c.Promise, Calendar, "x", c.Now),
        c => c.Request.SetClock(SegmentKind.WaitingForPermit, Why, c.Needed, Calendar, "x", c.Now),
        c => c.Request.SetClock(SegmentKind.ForceMajeure, Why, c.Needed, Calendar, "x", c.Now),
        c => c.Request.SetClock(SegmentKind.Running, null, c.Needed, Calendar, "x", c.Now),
        c => c.Request.Extend(2, Why, c.Needed, Calendar, "x", c.Now),
        c => c.Request.Tell(Calendar.Today(c.Now).PlusDays(3), c.Needed, Calendar, c.Now),
        c => c.Request.Correct(["phone"]),
        c => c.Request.PrintSlip(true, false),
        c => c.Request.Close(Outcome.Done, null, c.Promise, Calendar, "x", c.Now),
        c => c.Request.Close(Outcome.Refused, "why", c.Promise, Calendar, "x", c.Now),
        c => c.Request.Close(Outcome.Withdrawn, null, c.Promise, Calendar, "x", c.Now),
        c => c.Request.Reopen("why", c.Promise, Calendar, c.Now),
        c => c.Request.ReverseAcceptance(c.Request.Slip is null ? c.Next(slip: true) : null, "why", c.Needed, c.Now),
    ];

    [Fact]
    public void Any_sequence_of_verbs_leaves_a_request_that_makes_sense()
    {
        var step = from verb in Gen.Choose(0, Verbs.Length - 1)
                   from minutes in Gen.Frequency((3, Gen.Choose(0, 90)), (2, Gen.Choose(60, 3 * 24 * 60)))
                   select (verb, minutes);
        var histories = from startsComplete in Gen.Elements(true, false)
                        from count in Gen.Choose(1, 30)
                        from steps in step.ArrayOf(count)
                        select (startsComplete, steps);
        var done = new HashSet<int>();
        var runs = Environment.GetEnvironmentVariable("GRIDDESK_LONG") is null ? 2_000 : 50_000; // enough that the rarest verb succeeds too

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(runs), Prop.ForAll(histories.ToArbitrary(), history =>
        {
            var c = new Case(history.startsComplete);
            foreach (var (verb, minutes) in history.steps)
            {
                c.Now += Duration.FromMinutes(minutes);
                var before = c.State;
                try
                {
                    Verbs[verb](c);
                    done.Add(verb);
                }
                catch (Refusal)
                {
                    c.State.ShouldBe(before, "who is refused changes nothing");
                }

                c.Check();
            }
        }));

        done.Count.ShouldBe(Verbs.Length - 1, "every verb succeeded somewhere, save asking for nothing");
    }

    /// <summary>One request and its latest promise, as the desk hands them to the rules.</summary>
    private sealed class Case
    {
        private readonly HashSet<string> _numbers = [];
        private readonly List<Promise> _void = [];
        private Promise? _promise;
        private long _sequence;

        public Case(bool complete)
        {
            var id = Guid.CreateVersion7();
            Request = new ServiceRequest
            {
                Id = id, Slip = Next(slip: true).Text, Service = "X", Definition = "d", Channel = Channel.Web, Site = "centre",
                ReceivedAt = Now, KeyedAt = Now, Department = "service-centre", Missing = complete ? [] : [Paper],
                Particulars = new Particulars { Request = id, Name = "甲", Phone = "1", Answers = [] },
            };
        }

        public ServiceRequest Request { get; }

        public Instant Now { get; set; } = Instant.FromUtc(2019, 6, 20, 2, 0);

        public Promise? Promise => Request.Number is null ? null : _promise;

        public Promise Needed => Promise!;

        public object State => (Request.Status, Request.Number, Request.Slip, Request.Outcome, Request.Step, Request.Department, Request.Owner,
            Request.Missing.Count, Request.AcceptedAt, Request.ClosedAt, Promise?.ClosedAt, Promise?.Segments.Count, Promise?.Extensions.Count, Promise?.Told);

        public CaseNumber Next(bool slip = false) => slip ? CaseNumber.Slip("CY", 108, ++_sequence) : CaseNumber.Accepted("CY", 108, ++_sequence);

        public void Accept()
        {
            var promise = new Promise
            {
                Id = Guid.CreateVersion7(), Subject = Request.Key, Kind = "request", Department = Request.Department, ReceivedAt = Now, Calendar = "",
                Policy = new PromisePolicy("1", new WorkingDays(10), new WorkingDays(4)) { MaxExtension = 6 },
            };
            Request.Accept(Next(), "accept", promise, Calendar, true, "x", Now);
            _numbers.Add(Request.Number!).ShouldBeTrue("no number is given twice");
            if (_promise is not null)
            {
                _void.Add(_promise);
            }

            _promise = promise;
        }

        public void Check()
        {
            var r = Request;
            (r.Status == RequestStatus.Closed).ShouldBe(r.ClosedAt is not null);
            (r.Status == RequestStatus.Closed).ShouldBe(r.Outcome is not null);
            (r.Number is null).ShouldBe(r.AcceptedAt is null);
            (r.Number is null).ShouldBe(r.Step is null);
            (r.Number ?? r.Slip).ShouldNotBeNull();
            (r.Status is RequestStatus.InProgress or RequestStatus.WaitingForCustomer).ShouldBe(r.Number is not null && r.Outcome is null);
            if (r.Status == RequestStatus.WaitingForCustomer)
            {
                r.Missing.ShouldNotBeEmpty();
            }

            _void.ShouldAllBe(p => p.ClosedAt != null);
            if (Promise is not { } promise)
            {
                (_promise is null || _promise.ClosedAt is not null).ShouldBeTrue("nothing is promised for papers only taken in");
                return;
            }

            Segments.AreWellFormed(promise.Segments).ShouldBeTrue();
            promise.Segments[^1].To.ShouldBeNull();
            (promise.ClosedAt is not null).ShouldBe(r.Status == RequestStatus.Closed);
            if (r.Status == RequestStatus.WaitingForCustomer)
            {
                promise.Segments[^1].Kind.ShouldBe(SegmentKind.WaitingForCustomer);
            }

            if (r.Status == RequestStatus.InProgress)
            {
                promise.Segments[^1].Kind.ShouldNotBe(SegmentKind.WaitingForCustomer);
            }

            // Every stored date can be computed again from what is stored; while the clock stands still it moves on with time.
            var (first, last) = (promise.Compute(Calendar, promise.Segments[^1].From), promise.Compute(Calendar, Now));
            promise.RuleDue!.Value.ShouldBeInRange(first.Rule!.Day, last.Rule!.Day);
            promise.NormDue!.Value.ShouldBeInRange(first.Norm!.Day, last.Norm!.Day);
            if (promise.Segments[^1].Kind == SegmentKind.Running)
            {
                (first.Rule.Day, first.Norm.Day).ShouldBe((last.Rule.Day, last.Norm.Day));
            }
        }
    }
}
