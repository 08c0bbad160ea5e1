using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Requests.Intake;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Intake;

/// <summary>What the counter screen does for the clerk: it keeps what was typed and finds who and what is known.</summary>
[Trait("store", "both")]
public sealed class CounterHelpTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task What_is_typed_is_kept_field_by_field_and_is_there_when_the_page_is_opened_again()
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/ADDR");
        var form = clerk.Page.QuerySelector("form[data-keep]")!;
        var token = form.QuerySelector("[name=__RequestVerificationToken]")!.GetAttribute("value")!;
        var kept = await clerk.Http.PostAsync(form.GetAttribute("data-keep"), new FormUrlEncodedContent(
            [new("__RequestVerificationToken", token), new("field", "applicant.name"), new("applicant.name", "賴君")]));
        kept.StatusCode.ShouldBe(HttpStatusCode.NoContent);

        var later = await office.SignInAsync("clerk");
        await later.GoAsync("/en/desk/intake/ADDR");
        later.Typed("applicant.name").ShouldBe("賴君");
        later.Text.ShouldContain("all of it is here");

        var other = await office.SignInAsync("supervisor");
        await other.GoAsync("/en/desk/intake/ADDR");
        other.Typed("applicant.name").ShouldBe("");

        await later.PressAsync("Discard and start afresh");
        later.Typed("applicant.name").ShouldBe("");
    }

    [Fact]
    public async Task A_likely_duplicate_is_offered_and_does_not_block()
    {
        var number = DeskWork.Number("1905000999");
        var first = await office.FileAsync(number: number);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/EBILL");
        await clerk.Fill("Electricity number", number).Fill("Applicant", "王大明").Fill("Telephone", "0912-000-114").Choose("Go back to paper").PressAsync("Check");
        clerk.Text.ShouldContain("Likely a duplicate");
        clerk.Text.ShouldContain(first.Number!);
        await clerk.PressAsync("Accept");
        clerk.Path.ShouldStartWith("/en/desk/intake/taken/");
    }

    [Fact]
    public async Task Several_customers_of_a_name_are_offered_masked()
    {
        await office.KnowAsync("蕭美惠", "0933-111-001", "1905273201");
        await office.KnowAsync("蕭美惠", "0933-111-002", "1905273202");
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/intake/AUTO");
        await clerk.Fill("Find the customer", "蕭美惠").PressAsync("Check");
        clerk.Text.ShouldContain("蕭＊惠");
        clerk.Text.ShouldContain("-002");
        clerk.Text.ShouldNotContain("0933-111-002");

        await clerk.PressAsync("This one");
        clerk.Typed("applicant.name").ShouldBe("蕭美惠");
    }

    internal static async Task<IReadOnlyDictionary<string, string[]>> DraftAsync(TestOffice office, string userName, string service)
    {
        var id = await office.IdOfAsync(userName);
        return await office.WithAsync<IntakeDrafts, IReadOnlyDictionary<string, string[]>>(drafts => drafts.FindAsync(id, service));
    }
}
