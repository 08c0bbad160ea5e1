using FsCheck;
using FsCheck.Fluent;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Events;

namespace GridDesk.Tests.Customers.Contacts;

public sealed class ConsentRuleTests
{
    private static readonly Instant Start = Instant.FromUtc(2019, 6, 20, 2, 0);
    private static readonly ContactPurpose Reminder = ContactPurpose.Of(ContactPurpose.PaymentReminder);
    private static readonly ContactPurpose News = ContactPurpose.Of(ContactPurpose.CaseNews);

    [Fact]
    public void What_needs_consent_is_sent_from_when_it_is_given_until_it_is_withdrawn_and_given_again_it_has_another_date()
    {
        var point = Mobile();
        point.IsAgreed(Reminder).ShouldBeFalse();
        point.Agree(Reminder, "19052731067", "A", ContactWay.Counter, "staff:1", Start).ShouldBe(new("payment-reminder", "A", ContactWay.Counter));
        point.IsAgreed(Reminder).ShouldBeTrue();
        point.Agree(Reminder, "19052731067", "A", ContactWay.Counter, "staff:1", Start + Duration.FromDays(1)).ShouldBeNull("it stands already");
        point.Withdraw(Reminder, ContactWay.Link, "customer", Start + Duration.FromDays(2)).ShouldBe(new("payment-reminder", ContactWay.Link));
        point.IsAgreed(Reminder).ShouldBeFalse();
        point.Withdraw(Reminder, ContactWay.Link, "customer", Start + Duration.FromDays(2)).ShouldBeNull("it is withdrawn already");
        point.Agree(Reminder, "19052731067", "A", ContactWay.Phone, "staff:2", Start + Duration.FromDays(3)).ShouldNotBeNull();
        point.Consents.Select(c => (c.GivenAt, c.WithdrawnAt)).ShouldBe([(Start, Start + Duration.FromDays(2)), (Start + Duration.FromDays(3), null)]);
    }

    [Fact]
    public void What_belongs_to_a_request_is_sent_until_somebody_objects()
    {
        var point = Mobile();
        point.IsAgreed(News).ShouldBeTrue();
        point.Agree(News, null, null, ContactWay.Counter, "staff:1", Start).ShouldBeNull("nobody has to agree");
        point.Withdraw(News, ContactWay.Link, "customer", Start).ShouldNotBeNull();
        (point.IsAgreed(News), point.IsWithdrawn(News)).ShouldBe((false, true));
        point.Agree(News, null, null, ContactWay.Link, "customer", Start).ShouldNotBeNull();
        point.IsAgreed(News).ShouldBeTrue();
    }

    [Fact]
    public void A_reminder_is_about_an_account_and_a_code_cannot_be_declined()
    {
        Should.Throw<Refusal>(() => Mobile().Agree(Reminder, null, null, ContactWay.Counter, "staff:1", Start)).Code.ShouldBe("contact.account");
        var point = Mobile();
        point.Withdraw(ContactPurpose.Of(ContactPurpose.Verification), ContactWay.Link, "customer", Start).ShouldBeNull();
        Should.Throw<Refusal>(() => ContactPurpose.Of("advertising")).Code.ShouldBe("contact.purpose");
    }

    [Fact]
    public void A_landline_is_always_called_and_a_mail_has_no_quiet_hours()
    {
        var landline = Point(ContactKind.Phone, "05-2226711");
        landline.TakesText.ShouldBeFalse();
        landline.Prefer(Language.English, new(new(20, 0), new(9, 0)), call: false).ShouldBe(new(Language.English, true, true));
        var mail = Point(ContactKind.Email, "lan@example.org");
        mail.Prefer(Language.English, new(new(20, 0), new(9, 0)), call: true).ShouldBe(new(Language.English, false, false));
        Point(ContactKind.Phone, "+81312345678").TakesText.ShouldBeTrue();
    }

    /// <summary>Against the simplest thing that could be meant: of each purpose and account the last word counts, and a withdrawal speaks for all accounts.</summary>
    [Fact]
    public void In_whatever_order_things_are_said_the_last_word_counts_and_the_history_is_kept()
    {
        var words = from purpose in Gen.Elements(Reminder, News, ContactPurpose.Of(ContactPurpose.Care)) from account in Gen.Elements("1", "2") from gives in Gen.Elements(true, false) select (purpose, account, gives);
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(2_000), Prop.ForAll(words.ArrayOf().ToArbitrary(), said =>
        {
            var (point, now, before) = (Mobile(), Start, 0);
            HashSet<(string, string)> expected = [.. ContactPurpose.Chosen.Where(p => p.Rule is PurposeRule.UnlessObjected).Select(p => (p.Code, ""))];
            foreach (var (purpose, account, gives) in said)
            {
                now += Duration.FromMinutes(1);
                IEvent? happened = gives ? point.Agree(purpose, account, null, ContactWay.Counter, "staff:1", now) : point.Withdraw(purpose, ContactWay.Counter, "staff:1", now);
                var key = (purpose.Code, purpose.Rule is PurposeRule.WithConsent ? account : "");
                var changes = gives ? expected.Add(key) : expected.RemoveWhere(one => one.Item1 == purpose.Code) > 0;
                (happened is not null).ShouldBe(changes);
                ContactPurpose.Chosen.ShouldAllBe(p => point.IsAgreed(p) == expected.Any(one => one.Item1 == p.Code));
                point.Consents.Count.ShouldBeGreaterThanOrEqualTo(before, "nothing is ever removed");
                before = point.Consents.Count;
            }

            point.Consents.Where(c => c.Stands && c.Account is not null).Select(c => (c.Purpose, c.Account!)).ShouldBe(expected.Where(one => one.Item2.Length > 0), ignoreOrder: true);
            point.Consents.ShouldAllBe(c => c.GivenAt == null || c.WithdrawnAt == null || c.GivenAt < c.WithdrawnAt);
        }));
    }

    private static ContactPoint Mobile() => Point(ContactKind.Phone, "0912-345-678");

    private static ContactPoint Point(ContactKind kind, string address) => new() { Id = Guid.NewGuid(), Kind = kind, Address = address, Token = "t" };
}
