using GridDesk.Kernel.Promises;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

public sealed class PromiseTests
{
    private static readonly Instant Nine = Offices.At(2019, 6, 5, 9, 0);
    private static readonly Instant Ten = Nine + Duration.FromHours(1);
    private static readonly Phrase Why = new("查證中", "being looked into");

    [Fact]
    public void A_new_segment_ends_the_one_before_it()
    {
        var segments = Segments.Append([], SegmentKind.Running, Nine, null, "counter");
        segments = Segments.Append(segments, SegmentKind.ForceMajeure, Ten, new("地震", "Earthquake"), "head");

        segments.ShouldBe(
        [
            new(SegmentKind.Running, Nine, Ten, null, "counter"),
            new(SegmentKind.ForceMajeure, Ten, null, new("地震", "Earthquake"), "head"),
        ]);
        Segments.AreWellFormed(segments).ShouldBeTrue();
        Should.Throw<Refusal>(() => Segments.Append(segments, SegmentKind.Running, Nine, null, "head")).Code.ShouldBe("promise.segment-order");
        Should.Throw<InvalidOperationException>(() => Segments.Append([segments[0]], SegmentKind.Running, Ten, null, "head"));
    }

    [Fact]
    public void Segments_leave_no_gap_run_forward_and_only_the_last_is_open()
    {
        static Segment From(Instant from, Instant? to) => new(SegmentKind.Running, from, to, null, "x");

        Segments.AreWellFormed([]).ShouldBeTrue();
        Segments.AreWellFormed([From(Nine, Ten), From(Ten, Ten), From(Ten, null)]).ShouldBeTrue();
        Segments.AreWellFormed([From(Nine, Nine), From(Ten, null)]).ShouldBeFalse();
        Segments.AreWellFormed([From(Nine, null), From(Ten, null)]).ShouldBeFalse();
        Segments.AreWellFormed([From(Ten, Nine)]).ShouldBeFalse();
        Segments.AreWellFormed([From(Nine, Ten), From(Nine, null)]).ShouldBeFalse();
    }

    [Fact]
    public void A_rule_nobody_knows_is_null_and_says_so()
    {
        var policy = new PromisePolicy("1", Rule: null, Norm: new WorkingDays(5)) { NormSource = new("服務標準", "service norms"), NormGrade = Grade.A };

        policy.DueByRule(Nine, [], [], Offices.Chiayi, Nine).ShouldBeNull();
        policy.DueByNorm(Nine, [], [], Offices.Chiayi, Nine)!.Day.ShouldBe(new LocalDate(2019, 6, 13));
        policy.RuleText.ShouldBe(new("不詳（尚未查得規定）", "not known (no text has been found)"));
        policy.NormText.ShouldBe(new("5個工作日（服務標準）", "5 working days (service norms)"));
        new PromisePolicy("2", new CalendarDays(30), null).DueByRule(Nine, [], [], Offices.Chiayi, Nine)!.Explanation.ShouldBe(new(
            "6月5日收件，依規定（第2版）30個日曆天，最晚7月5日17:00。行事曆2027-1版。",
            "Received 5 June; 30 calendar days by the rule (version 2): by 5 July 17:00. Calendar 2027-1."));
    }

    [Fact]
    public void A_definition_is_named_by_the_day_from_which_it_applies() =>
        new PromisePolicy("2019-01-01", null, new WorkingDays(1)).DueByNorm(Nine, [], [], Offices.Chiayi, Nine)!.Explanation.ShouldBe(new(
            "6月5日收件，依服務標準（108年1月1日起適用之版本）1個工作日，最晚6月6日17:00。行事曆2027-1版。",
            "Received 5 June; 1 working day by our service norm (the version in force from 1 January 2019): by 6 June 17:00. Calendar 2027-1."));

    [Theory]
    [InlineData(3, 10)]
    [InlineData(10, 3)]
    public void The_earlier_of_rule_and_norm_is_what_the_office_works_towards_and_tells(int rule, int norm)
    {
        var promise = new Promise
        {
            Id = Guid.CreateVersion7(), Subject = "request:1", Kind = "request", Department = "centre", ReceivedAt = Nine, Calendar = "",
            Policy = new PromisePolicy("1", new WorkingDays(rule), new WorkingDays(norm)),
        };

        promise.Start(Offices.Chiayi, "clerk", Nine).ShouldBe(new LocalDate(2019, 6, 11));
        promise.DueAt.ShouldBe(Offices.At(2019, 6, 11, 17, 0));
        promise.Binding(Offices.Chiayi, Nine)!.Day.ShouldBe(new LocalDate(2019, 6, 11));
    }

    [Fact]
    public void Extensions_together_stay_within_the_bound()
    {
        var policy = new PromisePolicy("1", new WorkingDays(5), null) { MaxExtension = 5 };
        Extension Of(int amount) => new(amount, Why, "chief", Nine);

        var granted = policy.Extend(policy.Extend([], Of(3)), Of(2));

        granted.ShouldBe([Of(3), Of(2)]);
        policy.DueByRule(Nine, [], granted, Offices.Chiayi, Nine)!.Day.ShouldBe(new LocalDate(2019, 6, 20));
        var refusal = Should.Throw<Refusal>(() => policy.Extend([Of(3)], Of(3)));
        (refusal.Code, refusal.Field).ShouldBe(("promise.extension-too-long", "amount"));
        refusal.Reason.En.ShouldContain("2");
        Should.Throw<Refusal>(() => policy.Extend(granted, Of(1))).Code.ShouldBe("promise.extension-too-long");
        Should.Throw<Refusal>(() => policy.Extend([], Of(0))).Code.ShouldBe("promise.extension-amount");
        (policy with { MaxExtension = null }).Extend([], Of(PromisePolicy.Longest)).Count.ShouldBe(1);
    }

    [Fact]
    public void Limits_speak_both_languages()
    {
        new WorkingHours(1).Text.ShouldBe(new("1個工作小時", "1 working hour"));
        new WorkingDays(3).Text.ShouldBe(new("3個工作日", "3 working days"));
        new CalendarDays(30).Text.ShouldBe(new("30個日曆天", "30 calendar days"));
        new ByDate(new(2019, 7, 5), true).Text.ShouldBe(new("108年7月5日（含當日）前", "on or before 5 July 2019"));
    }
}
