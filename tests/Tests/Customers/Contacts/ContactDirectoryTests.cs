using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Customers.Contacts;

/// <summary>The one question that everybody asks who sends something.</summary>
[Trait("store", "both")]
public sealed class ContactDirectoryTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly Instant Ten = Instant.FromUtc(2019, 6, 20, 2, 0);

    [Fact]
    public async Task An_address_that_nobody_said_anything_about_gets_news_of_its_requests_and_no_reminders()
    {
        (await MayAsync(ContactKind.Email, "new@example.org", "case-news", Ten)).ShouldBe(new(ContactVerdict.Yes));
        (await MayAsync(ContactKind.Phone, "0912-111-000", "payment-reminder", Ten)).ShouldBe(new(ContactVerdict.NoConsent));
        (await office.WithAsync<ContactDirectory, Language?>(d => d.LanguageOfAsync(ContactKind.Email, "new@example.org"))).ShouldBeNull();
        (await office.WithAsync<OfficeDb, bool>(db => db.ContactPoints.AnyAsync(p => p.Address == "new@example.org"))).ShouldBeFalse("asking writes nothing");
    }

    [Fact]
    public async Task At_night_a_phone_is_left_alone_until_the_morning_and_a_mail_is_not()
    {
        var night = Instant.FromUtc(2019, 6, 20, 14, 0); // 22:00
        var morning = Instant.FromUtc(2019, 6, 21, 0, 0); // 08:00
        (await MayAsync(ContactKind.Phone, "0912-111-001", "case-news", night)).ShouldBe(new(ContactVerdict.NotYet, morning));
        (await MayAsync(ContactKind.Phone, "0912-111-001", "contact-code", night)).ShouldBe(new(ContactVerdict.Yes));
        (await MayAsync(ContactKind.Email, "night@example.org", "case-news", night)).ShouldBe(new(ContactVerdict.Yes));

        var point = await AddAsync("0912-111-002", DeskWork.Number("1905111002"));
        await DoAsync((desk, by) => desk.PreferAsync(new(point.Id, null, ContactWay.Counter, by), Language.English, new QuietHours(new(9, 0), new(12, 0)), call: true));
        (await MayAsync(ContactKind.Phone, "0912-111-002", "payment-reminder", night)).ShouldBe(new(ContactVerdict.Yes), "its own hours, not the office's");
        (await MayAsync(ContactKind.Phone, "0912-111-002", "payment-reminder", Ten)).ShouldBe(new(ContactVerdict.NotYet, Instant.FromUtc(2019, 6, 20, 4, 0)));
        (await office.WithAsync<ContactDirectory, Language?>(d => d.LanguageOfAsync(ContactKind.Phone, "0912-111-002"))).ShouldBe(Language.English);
    }

    [Fact]
    public async Task The_addresses_of_an_account_are_those_that_agreed_for_it_and_a_withdrawal_holds_at_once_for_all_of_them()
    {
        var (one, two) = (DeskWork.Number("1905111003"), DeskWork.Number("1905111004"));
        var mobile = await AddAsync("0912-111-003", one);
        await AddAsync("0912-111-003", two);
        await AddAsync("Lan.Chen@Example.org", one);
        var reach = await ReachAsync(one, two);
        reach[one].Select(r => r.Address).ShouldBe(["0912-111-003", "lan.chen@example.org"]);
        reach[two].Single().ShouldBe(new(ContactKind.Phone, "0912-111-003", Language.Chinese, PrefersCall: false));

        await DoAsync((desk, by) => desk.WithdrawAsync(new(mobile.Id, null, ContactWay.Phone, by), null));
        reach = await ReachAsync(one, two);
        reach[one].Select(r => r.Address).ShouldBe(["lan.chen@example.org"]);
        reach[two].ShouldBeEmpty();
        (await MayAsync(ContactKind.Phone, "0912-111-003", "payment-reminder", Ten)).ShouldBe(new(ContactVerdict.Withdrawn));
        (await MayAsync(ContactKind.Phone, "0912-111-003", "case-news", Ten)).ShouldBe(new(ContactVerdict.Withdrawn));
        (await MayAsync(ContactKind.Email, "LAN.CHEN@example.org", "payment-reminder", Ten)).ShouldBe(new(ContactVerdict.Yes), "a mailbox is the same however it is written");
    }

    [Fact]
    public async Task What_happened_is_told_without_an_address_or_an_electricity_number()
    {
        var known = await office.KnowAsync("張三", "0912-111-005", "1905111005");
        var point = await AddAsync("0912-111-005", known.Accounts[0].Number);
        await DoAsync((desk, by) => desk.WithdrawAsync(new(point.Id, null, ContactWay.Link, Actor.Customer), null));
        var bodies = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Subject == point.Key).OrderBy(e => e.Version).Select(e => e.Name + e.Body).ToListAsync());
        bodies.Select(b => b.Split('{')[0]).ShouldBe(["contact.added", "contact.consented", "contact.withdrawn", "contact.withdrawn", "contact.withdrawn", "contact.withdrawn"]);
        bodies.ShouldAllBe(body => !body.Contains("111-005") && !body.Contains(known.Accounts[0].Number));
        bodies[1].ShouldMatch("\"account\":\"[0-9A-Z]{8}\"");
    }

    [Fact]
    public async Task Several_who_write_to_an_address_for_the_first_time_make_one_of_it()
    {
        var paths = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => office.WithAsync<ContactDirectory, string>(d => d.ChoicesAsync(ContactKind.Email, "Together@example.org", Language.English))));
        paths.Distinct().Count().ShouldBe(1);
        (await office.WithAsync<ContactDirectory, Language?>(d => d.LanguageOfAsync(ContactKind.Email, "together@example.org"))).ShouldBe(Language.English);
    }

    [Fact]
    public async Task Nobody_is_sent_more_than_five_codes_in_an_hour()
    {
        var point = await AddAsync("0912-111-006", DeskWork.Number("1905111006"));
        for (var times = 0; times < 5; times++)
        {
            await DoAsync((desk, by) => desk.AskCodeAsync(new(point.Id, null, ContactWay.Counter, by)));
        }

        (await Should.ThrowAsync<Refusal>(() => DoAsync((desk, by) => desk.AskCodeAsync(new(point.Id, null, ContactWay.Counter, by))))).Code.ShouldBe("contact.too-many-tries");
    }

    [Theory]
    [InlineData("", "contact.address"), InlineData("0912", "phone.not-a-number"), InlineData("lan@", "email.not-an-address"), InlineData("05-2226711#12", "contact.extension")]
    [InlineData("lan\u202E@example.org", "email.not-an-address"), InlineData("0912\u202E-345-678", "phone.not-a-number"), InlineData("陳@example.org", "email.not-an-address")]
    public void What_is_no_address_is_refused_with_a_sentence_at_its_field(string typed, string code)
    {
        var refusal = Should.Throw<Refusal>(() => ContactAddress.Read(office.App.Services.GetRequiredService<FieldKinds>(), typed, "address"));
        (refusal.Code, refusal.Field).ShouldBe((code, "address"));
    }

    [Theory]
    [InlineData("０９１２ ３４５ ６７８", "0912-345-678"), InlineData("+886912345678", "0912-345-678"), InlineData("+81 3-1234-5678", "+81312345678"), InlineData("Lan@Example.ORG", "lan@example.org")]
    public void Addresses_are_kept_in_one_form(string typed, string kept) =>
        ContactAddress.Read(office.App.Services.GetRequiredService<FieldKinds>(), typed, "address").Address.ShouldBe(kept);

    private Task<ContactAnswer> MayAsync(ContactKind kind, string address, string purpose, Instant now) => office.WithAsync<ContactDirectory, ContactAnswer>(d => d.MayAsync(kind, address, purpose, now));

    private Task<ILookup<string, ReachableAnswer>> ReachAsync(params string[] accounts) => office.WithAsync<ContactDirectory, ILookup<string, ReachableAnswer>>(d => d.ReachAsync(accounts, "payment-reminder"));

    private Task<ContactPoint> AddAsync(string typed, string account) => office.ConsentAsync(typed, account);

    private Task DoAsync(Func<ContactDesk, Actor, Task> act) => office.WithAsync<ContactDesk>(desk => act(desk, Actor.Staff("1")));
}

internal static class Consenting
{
    extension(TestOffice office)
    {
        /// <summary>Somebody at the counter agrees to reminders for an account.</summary>
        public Task<ContactPoint> ConsentAsync(string typed, string account) => office.WithAsync<ContactDesk, ContactPoint>(desk => desk.AddAsync(
            ContactAddress.Read(office.App.Services.GetRequiredService<FieldKinds>(), typed, "address"), Language.Chinese, [ContactPurpose.Of(ContactPurpose.PaymentReminder)], account, ContactWay.Counter, Actor.Staff("1")));
    }
}
