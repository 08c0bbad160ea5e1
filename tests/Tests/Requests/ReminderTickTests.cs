using System.Net;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;

namespace GridDesk.Tests.Requests;

/// <summary>Row 1.2.3.4: whoever leaves a number while filing something agrees to reminders by one tick, and no other step.</summary>
[Trait("store", "both")]
public sealed class ReminderTickTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_tick_on_the_counter_screen_counts_for_the_account_of_the_request_and_no_other()
    {
        var account = DeskWork.Number("1905555001");
        var clerk = await CounterAsync(account, "0955-666-001", tick: true);
        clerk.Path.ShouldStartWith("/en/desk/intake/taken/");
        var consent = (await ConsentsAsync("0955-666-001")).Single();
        (consent.Account, consent.Purpose, consent.GivenWay, consent.GivenBy).ShouldBe((account, "payment-reminder", ContactWay.Counter, $"staff:{await office.IdOfAsync("clerk")}"));

        await CounterAsync(DeskWork.Number("1905555002"), "0955-666-001", tick: false);
        (await ConsentsAsync("0955-666-001")).Count.ShouldBe(1, "nobody agreed for the other account");
        await CounterAsync(account, "0955-666-001", tick: true);
        (await ConsentsAsync("0955-666-001")).Count.ShouldBe(1, "it stood already");
    }

    [Fact]
    public async Task Without_an_account_or_with_an_extension_the_clerk_is_told_and_nothing_is_filed_or_lost()
    {
        var before = await office.WithAsync<OfficeDb, int>(db => db.Requests.CountAsync());
        var clerk = await CounterAsync(DeskWork.Number("1905555003"), "05-2226711#12", tick: true);
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.FieldError("applicant.phone").ShouldContain("An extension takes no text message");
        clerk.Typed("applicant.phone").ShouldBe("05-2226711#12");
        ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector("[name=reminders]")!).IsChecked.ShouldBeTrue("the tick is kept");
        (await office.WithAsync<OfficeDb, int>(db => db.Requests.CountAsync())).ShouldBe(before);
        await clerk.Fill("Telephone", "0955-666-003").PressAsync("Accept");
        (await ConsentsAsync("0955-666-003")).Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_customer_who_applies_online_ticks_it_on_the_last_page()
    {
        var visitor = await office.BeginAsync();
        await visitor.AnswerAsync();
        await visitor.IntroduceAsync();
        await visitor.UploadAsync();
        await visitor.UploadAsync();
        await visitor.Choose("要，用簡訊或語音電話提醒我").NextAsync("確認送出");
        visitor.Text.ShouldContain("收到了");
        var consent = (await ConsentsAsync(Applying.Phone)).Single();
        (consent.Account, consent.GivenWay, consent.GivenBy).ShouldBe(("07281937401", ContactWay.Online, "customer"));
    }

    private async Task<Visitor> CounterAsync(string account, string phone, bool tick)
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/EBILL");
        clerk.Fill("Electricity number", account).Fill("Applicant", "吳珍").Fill("Telephone", phone).Choose("Go back to paper");
        return await (tick ? clerk.Choose("Agrees to be reminded") : clerk).PressAsync("Accept");
    }

    private Task<List<Consent>> ConsentsAsync(string address) => office.WithAsync<OfficeDb, List<Consent>>(db => db.ContactPoints.Where(p => p.Address == address).SelectMany(p => p.Consents).ToListAsync());
}
