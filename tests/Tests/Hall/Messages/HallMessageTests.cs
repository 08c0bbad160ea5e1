using GridDesk.Hall.Messages;

namespace GridDesk.Tests.Hall.Messages;

/// <summary>A message keeps its times by itself, and nobody sees what one person alone has read.</summary>
public sealed class HallMessageTests
{
    private static readonly Instant Noon = Instant.FromUtc(2019, 6, 20, 4, 0);

    [Fact]
    public void Approved_it_is_shown_from_its_start_until_its_end_and_at_no_other_moment()
    {
        var random = new Random(108);
        for (var nth = 0; nth < 500; nth++)
        {
            var (starts, lasts, at) = (random.Next(-100, 100), random.Next(1, 100), random.Next(-200, 300));
            var message = MessageCases.Approved(Noon + Duration.FromMinutes(starts), Duration.FromMinutes(lasts));
            var expected = at < starts ? HallMessageState.Coming : at < starts + lasts ? HallMessageState.InForce : HallMessageState.Over;
            message.At(Noon + Duration.FromMinutes(at)).ShouldBe(expected);
        }
    }

    [Fact]
    public void The_moment_of_its_start_belongs_to_it_and_the_moment_of_its_end_does_not()
    {
        var message = MessageCases.Approved(Noon, Duration.FromHours(1));
        message.At(Noon - Duration.Epsilon).ShouldBe(HallMessageState.Coming);
        message.At(Noon).ShouldBe(HallMessageState.InForce);
        message.At(Noon + Duration.FromHours(1)).ShouldBe(HallMessageState.Over);
    }

    [Fact]
    public void Whoever_wrote_it_or_changed_it_last_does_not_approve_it()
    {
        var (author, other) = (MessageCases.Author, MessageCases.Approver);
        var message = MessageCases.Written(Noon, Duration.FromHours(1));
        Refused(() => message.Approve(author, Noon)).ShouldBe("hall-message.own");
        message.Show(Noon).ShouldBeNull("nobody has approved it");
        message.Approve(other, Noon);
        Refused(() => message.Approve(other, Noon)).ShouldBe("hall-message.approved");
        message.Show(Noon).ShouldNotBeNull();

        message.Change(MessageCases.Wish(Noon, Duration.FromHours(2)), other, Noon);
        message.At(Noon).ShouldBe(HallMessageState.Unapproved, "what it says now nobody has approved");
        Refused(() => message.Approve(other, Noon)).ShouldBe("hall-message.own");
        message.Approve(author, Noon);
        message.At(Noon).ShouldBe(HallMessageState.InForce);
    }

    [Fact]
    public void Withdrawn_it_never_comes_back_and_what_is_over_stays_as_it_was()
    {
        var message = MessageCases.Approved(Noon, Duration.FromHours(1));
        message.Withdraw(Noon);
        message.At(Noon).ShouldBe(HallMessageState.Withdrawn);
        message.Show(Noon).ShouldBeNull();
        Refused(() => message.Change(MessageCases.Wish(Noon, Duration.FromHours(9)), MessageCases.Author, Noon)).ShouldBe("hall-message.over");
        Refused(() => message.Withdraw(Noon)).ShouldBe("hall-message.over");
        var over = MessageCases.Written(Noon, Duration.FromHours(1));
        Refused(() => over.Approve(MessageCases.Approver, Noon + Duration.FromHours(1))).ShouldBe("hall-message.over");
    }

    [Fact]
    public void A_paper_hangs_until_somebody_takes_it_down_and_is_found_once_when_its_time_is_over()
    {
        var (end, message) = (Noon + Duration.FromHours(1), MessageCases.Approved(Noon, Duration.FromHours(1), HallMedium.NoticeBoard));
        message.Show(Noon).ShouldBeNull("no screen shows it");
        Refused(() => message.HangUp(Noon - Duration.Epsilon)).ShouldBe("hall-message.not-to-hang");
        Refused(() => message.TakeDown()).ShouldBe("hall-message.not-hanging");
        message.HangUp(Noon);
        Refused(() => message.HangUp(Noon)).ShouldBe("hall-message.not-to-hang");
        Refused(() => message.Change(MessageCases.Wish(Noon, Duration.FromHours(2)), MessageCases.Author, Noon)).ShouldBe("hall-message.hangs");
        message.FindHanging(end - Duration.Epsilon).ShouldBeNull();
        message.FindHanging(end).ShouldNotBeNull();
        message.FindHanging(end).ShouldBeNull("it was said once");
        message.TakeDown();
        message.Hangs.ShouldBeFalse();
        Refused(() => MessageCases.Approved(Noon, Duration.FromHours(1)).HangUp(Noon)).ShouldBe("hall-message.not-to-hang");
    }

    private static string Refused(Action act) => Should.Throw<Refusal>(act).Code;
}
