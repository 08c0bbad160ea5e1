using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests;
using GridDesk.Requests.Chasing;
using GridDesk.Requests.Coordinate;
using GridDesk.Staff;

namespace GridDesk.Tests.Indicators;

/// <summary>Whose work a row was, as it was when it was done.</summary>
public sealed class WhoseWorkTests
{
    private static readonly Instant Ten = Instant.FromUtc(2019, 6, 20, 2, 0);
    private static readonly RequestAssigned ToBilling = new(null, "billing");

    [Fact]
    public void What_the_event_names_comes_before_where_the_case_stands() =>
        Whose(Happened("request:1", 0, new RequestAssigned(null, "business")), Happened("request:1", 1, ToBilling)).Of(Row(Happened("request:1", 2, new RequestAssigned(null, "hr")))).ShouldBe("hr");

    [Fact]
    public void An_event_that_names_nobody_is_of_the_department_that_had_the_case_at_that_moment()
    {
        var whose = Whose(Happened("request:1", 0, ToBilling), Happened("request:1", 10, new RequestAssigned(null, "business")), Happened("staff:a", 0, new StaffJoined("hr", null, new(2019, 1, 1))));
        whose.Of(Row(Happened("request:1", 5, new RequestSlipPrinted(true, false), "staff:a"))).ShouldBe("billing");
        whose.Of(Row(Happened("request:1", 10, new RequestSlipPrinted(true, false), "staff:a"))).ShouldBe("business");
        whose.Of(Row(Happened("enquiry:9", 11, new RequestEnquired("request:1", EnquiryChannel.Phone, false), "staff:a")) with { Subject = "request:1" }).ShouldBe("business");
    }

    [Fact]
    public void Without_a_case_it_is_of_the_department_in_which_whoever_did_it_worked_then()
    {
        var whose = Whose(Happened("staff:a", 0, new StaffJoined("hr", null, new(2019, 1, 1))), Happened("staff:a", 10, new StaffChanged("billing", null, new(2019, 1, 1))));
        whose.Of(Row(Happened("bill:1", 5, new RequestSlipPrinted(true, false), "staff:a"))).ShouldBe("hr");
        whose.Of(Row(Happened("bill:1", 15, new RequestSlipPrinted(true, false), "staff:a"))).ShouldBe("billing");
        whose.Of(Row(Happened("bill:1", 15, new RequestSlipPrinted(true, false), "customer"))).ShouldBeNull();
        whose.Of(Row(Happened("bill:1", -1, new RequestSlipPrinted(true, false), "staff:a"))).ShouldBeNull("nobody knew of them yet");
    }

    [Fact]
    public void A_chase_is_of_the_department_that_was_chased_and_an_answer_of_the_one_that_gave_it()
    {
        var whose = Whose(Happened("request:1", 0, ToBilling));
        var chased = Happened("chase:1", 5, new ChaseSent("request:1", ChaseRung.Before, "hr", null, Ten), "office");
        whose.Of(Row(chased) with { Subject = "request:1" }).ShouldBe("hr");
        whose.Of(Row(Happened("task:1", 5, new TaskAnswered("request:1", "business", false, TaskForm.Letter, true, 1, ""))) with { Subject = "request:1" }).ShouldBe("business");
        whose.Of(Row(Happened("task:1", 5, new TaskAnswered("request:1", "water", true, TaskForm.Letter, true, 1, ""))) with { Subject = "request:1" }).ShouldBe("billing", "an agency is no department");
    }

    [Fact]
    public void Only_what_has_to_be_known_is_asked_for() => Whose(Happened("staff:b", 0, ToBilling)).Asked(
    [
        Row(Happened("request:1", 0, ToBilling)), Row(Happened("scan:1", 0, new RequestSlipScanned("request:2"), "customer")) with { Subject = "request:2" },
        Row(Happened("request:3", 0, new RequestSlipPrinted(true, false), "staff:a")), Row(Happened("request:3", 0, new RequestSlipPrinted(true, false), "staff:b")), new("edition:1", Phrase.Same("x"), Ten, null),
    ]).ShouldBe(["request:2", "request:3", "staff:a"]);

    /// <summary>However much is known of the period, a case begun before it is asked for, and nothing is answered otherwise.</summary>
    [Fact]
    public async Task What_is_known_of_the_period_alone_answers_as_everything_does()
    {
        Happening[] named = [Happened("request:1", -50, ToBilling), Happened("request:1", 5, new RequestAssigned(null, "hr")), Happened("request:2", 2, new RequestAssigned(null, "business"))];
        EvidenceRow[] rows = [.. ((int[])[1, 4, 6]).SelectMany(minute => (EvidenceRow[])[Row(Happened("request:1", minute, new RequestSlipPrinted(true, false))), Row(Happened("request:2", minute, new RequestSlipPrinted(true, false)))])];
        var whose = new WhoseWork();
        await whose.LearnPeriodAsync([named.Where(h => h.HappenedAt >= Ten).Reverse().ToAsyncEnumerable()]);
        var asked = whose.Asked(rows);
        asked.ShouldBe(["request:1", "request:2"], "each has a row before what the period says of it");
        whose.Learn(asked, named);
        whose.Asked(rows).ShouldBeEmpty();
        rows.Select(whose.Of).ShouldBe(rows.Select(Whose(named).Of));
        rows.Select(whose.Of).ShouldBe(["billing", null, "billing", "business", "hr", "business"]);
    }

    /// <summary>In whatever order, and of whatever kinds one after another, a period becomes known: what it says is what everything together says.</summary>
    [Fact]
    public void What_says_the_same_twice_is_forgotten_and_nothing_is_answered_otherwise()
    {
        var named = Gen.Choose(0, 20).SelectMany(minute => Gen.Elements("billing", "hr", "business").Select(department => Happened("request:1", minute, new RequestAssigned(null, department))));
        Prop.ForAll(named.ListOf().ToArbitrary(), Gen.Choose(1, 4).ToArbitrary(), (happened, kinds) =>
        {
            var once = happened.DistinctBy(h => h.Version).ToArray();
            var whose = new WhoseWork();
            whose.LearnPeriodAsync(once.Index().GroupBy(h => h.Index % kinds).Select(kind => kind.Select(h => h.Item).ToAsyncEnumerable())).GetAwaiter().GetResult();
            var rows = Enumerable.Range(0, 22).Select(minute => Row(Happened("request:1", minute, new RequestSlipPrinted(true, false)))).ToList();
            return rows.Select(whose.Of).SequenceEqual(rows.Select(Whose(once).Of));
        }).QuickCheckThrowOnFailure();
    }

    /// <summary>An event that carries a department says so; a new one is not forgotten.</summary>
    [Fact]
    public void Every_event_with_a_department_names_it() => AppDomain.CurrentDomain.GetAssemblies().Where(a => a.GetName().Name!.StartsWith("GridDesk", StringComparison.Ordinal))
        .SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(IEvent)) && t.GetProperty("Department") is not null && !t.IsInterface && !t.IsAssignableTo(typeof(INamesDepartment))).ShouldBeEmpty();

    private static WhoseWork Whose(params IReadOnlyList<Happening> named)
    {
        var whose = new WhoseWork();
        whose.Learn([.. named.Select(h => h.Subject).Distinct()], named);
        return whose;
    }

    private static Happening Happened(string subject, int minute, IEvent happened, string by = "office") => new(Guid.NewGuid(), subject, minute + 1, happened, by, Ten + Duration.FromMinutes(minute), Ten + Duration.FromMinutes(minute));

    private static EvidenceRow Row(Happening work) => new(work.Subject, Phrase.Same("x"), work.HappenedAt, null) { Work = work };
}
