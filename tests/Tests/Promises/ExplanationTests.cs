using System.Globalization;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Promises;

public sealed partial class ExplanationTests
{
    private static readonly Instant Wednesday = Offices.At(2019, 6, 5, 9, 20);

    [Fact]
    public void The_sentence_names_the_norm_the_holiday_the_weekend_the_waiting_and_the_calendar() =>
        Say(new WorkingDays(5), Wednesday, DueDateTests.Waiting(Offices.At(2019, 6, 11, 10, 0), Offices.At(2019, 6, 13, 9, 0))).ShouldBe(new(
            "6月5日收件，依服務標準（第3版）5個工作日，扣除6月7日端午節、週末、等您補件2天，最晚6月17日17:00。行事曆2027-1版。",
            "Received 5 June; 5 working days by our service norm (version 3), not counting 7 June (Dragon Boat Festival), weekends and 2 days waiting for your papers: by 17 June 17:00. Calendar 2027-1."));

    [Fact]
    public void A_request_after_hours_says_when_counting_began() =>
        Say(new WorkingDays(1), Offices.At(2019, 6, 6, 18, 0)).ShouldBe(new(
            "6月6日收件，6月10日起算，依服務標準（第3版）1個工作日，最晚6月11日17:00。行事曆2027-1版。",
            "Received 6 June, counted from 10 June; 1 working day by our service norm (version 3): by 11 June 17:00. Calendar 2027-1."));

    [Fact]
    public void Hours_are_told_to_the_minute() =>
        Say(new WorkingHours(4), Offices.At(2019, 6, 5, 12, 30), DueDateTests.Waiting(Offices.At(2019, 6, 5, 14, 0), Offices.At(2019, 6, 5, 15, 20))).ShouldBe(new(
            "6月5日12:30收件，13:00起算，依服務標準（第3版）4個工作小時，扣除等您補件1小時20分鐘，最晚6月6日09:20。行事曆2027-1版。",
            "Received 5 June 12:30, counted from 13:00; 4 working hours by our service norm (version 3), not counting 1 hour 20 minutes waiting for your papers: by 6 June 09:20. Calendar 2027-1."));

    [Fact]
    public void Holidays_of_one_name_are_named_together_and_a_long_list_is_cut() =>
        Say(new WorkingDays(60), Offices.At(2019, 1, 30, 9, 0)).Zh.ShouldStartWith(
            "1月30日收件，依服務標準（第3版）60個工作日，扣除2月4日農曆除夕、2月5日至2月7日春節、2月8日調整放假、2月28日和平紀念日等9天、週末，");

    [Fact]
    public void A_period_that_ends_on_a_day_off_says_why_it_ends_later() =>
        Say(new CalendarDays(2), Wednesday).ShouldBe(new(
            "6月5日收件，依服務標準（第3版）2個日曆天，期滿日6月7日適逢端午節，最晚6月10日17:00。行事曆2027-1版。",
            "Received 5 June; 2 calendar days by our service norm (version 3), the last day 7 June being a day off (Dragon Boat Festival): by 10 June 17:00. Calendar 2027-1."));

    [Fact]
    public void A_date_set_by_others_is_told_with_what_before_means() =>
        Say(new ByDate(new(2019, 7, 5), false), Wednesday).ShouldBe(new(
            "6月5日收件，依服務標準（第3版）須於108年7月5日（不含當日）前辦妥，最晚7月4日17:00。行事曆2027-1版。",
            "Received 5 June; due before 5 July 2019 by our service norm (version 3): by 4 July 17:00. Calendar 2027-1."));

    [Fact]
    public void A_stopped_clock_tells_the_earliest_date() =>
        Say(new WorkingDays(1), Wednesday, DueDateTests.Waiting(Offices.At(2019, 6, 6, 9, 0), null), asOf: Offices.At(2019, 6, 10, 9, 30)).ShouldBe(new(
            "6月5日收件，依服務標準（第3版）1個工作日，扣除6月7日端午節、週末、等您補件1天；目前等您補件，時鐘停止，如於6月10日09:30恢復計時，最晚6月10日17:00。行事曆2027-1版。",
            "Received 5 June; 1 working day by our service norm (version 3), not counting 7 June (Dragon Boat Festival), weekends and 1 day waiting for your papers; the clock has stopped while we wait for your papers; if it restarts on 10 June 09:30: by 10 June 17:00. Calendar 2027-1."));

    [Fact]
    public void An_extension_and_a_new_year_are_told() =>
        DueDate.Compute(new WorkingDays(1), Offices.At(2019, 12, 30, 9, 0), [],
            [new(2, new("查證中", "being looked into"), "chief", Wednesday)], Offices.Chiayi, Wednesday).Explanation.ShouldBe(new(
            "108年12月30日收件，期限1個工作日，延長2個工作日，扣除1月1日開國紀念日，最晚109年1月3日17:00。行事曆2027-1版。",
            "Received 30 December 2019; 1 working day, extended by 2 working days, not counting 1 January (Founding Day): by 3 January 2020 17:00. Calendar 2027-1."));

    [Fact]
    public void Both_languages_tell_the_same_numbers() =>
        Duty.Any.Hold(
            duty =>
            {
                if (duty.Due() is { Explanation: var sentence } due)
                {
                    Numbers(sentence.En).ShouldBe(Numbers(sentence.Zh), $"{sentence.Zh}\n{sentence.En}");
                    sentence.En.Contains("weekends").ShouldBe(sentence.Zh.Contains("、週末") || sentence.Zh.Contains("除週末"), sentence.Zh);
                    sentence.En.Contains("waiting for your papers").ShouldBe(sentence.Zh.Contains("等您補件") && WaitingTold().IsMatch(sentence.Zh), sentence.Zh);
                    sentence.Zh.ShouldContain($"{RocDate.Short(due.Day).Zh}{Duty.Local(due.At):HH:mm}");
                    sentence.En.ShouldContain(RocDate.Short(due.Day).En);
                }
            },
            quick: 400);

    private static Phrase Say(TimeLimit limit, Instant received, IReadOnlyList<Segment>? segments = null, Instant? asOf = null) =>
        new PromisePolicy("3", Rule: null, Norm: limit)
            .DueByNorm(received, segments ?? [], [], Offices.Chiayi, asOf ?? received)!.Explanation;

    /// <summary>Every number of a sentence, with months as numbers and years of the common era.</summary>
    private static List<int> Numbers(string sentence)
    {
        var plain = RocYear().Replace(sentence, year => $"{int.Parse(year.Groups[1].Value) + 1911} ");
        var months = CultureInfo.InvariantCulture.DateTimeFormat.MonthNames;
        plain = Month().Replace(plain, month => $" {Array.IndexOf(months, month.Value) + 1} ");
        return [.. Number().Matches(plain).Select(number => int.Parse(number.Value)).Order()];
    }

    [GeneratedRegex("([0-9]+)年")]
    private static partial Regex RocYear();

    [GeneratedRegex("January|February|March|April|May|June|July|August|September|October|November|December")]
    private static partial Regex Month();

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number();

    [GeneratedRegex("等您補件[0-9]")]
    private static partial Regex WaitingTold();
}
