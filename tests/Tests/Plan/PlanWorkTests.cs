using System.Net;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Plan;

/// <summary>What heads do with the plan, through their pages.</summary>
[Trait("store", "both")]
public sealed class PlanWorkTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_head_amends_a_row_and_the_page_says_what_changed_and_why()
    {
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/plan/108/measures/1.1.2.5/amend");
        await head.Fill("Title (English)", "Remind customers by post").Choose("Business Section").Choose("Service Centre", false)
            .Fill("Number of the letter", "嘉字第7號").Fill("Reason", "改由營業課辦理").Fill("Reason in English", "The Business Section takes it over")
            .Fill("Year", "2019").Fill("Month", "8").Fill("Day", "1").PressAsync("Save the amendment");
        head.Errors.ShouldBeEmpty();

        var second = await office.Visit().GoAsync("/en/plan?year=108&half=2");
        var row = Squeezed(second.Page.GetElementById("m-1.1.2.5")!.TextContent);
        row.ShouldContain("Remind customers by post Amended");
        row.ShouldContain("departments from “Service Centre” to “Business Section”");
        row.ShouldContain("The Business Section takes it over");
        row.ShouldContain("嘉字第7號");

        var first = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        Squeezed(first.Page.GetElementById("m-1.1.2.5")!.TextContent).ShouldContain("Remind customers by text or voice call to pay on time");
        first.Page.GetElementById("m-1.1.2.5")!.TextContent.ShouldNotContain("Amended");
    }

    [Fact]
    public async Task Nothing_typed_is_lost_when_an_amendment_is_refused()
    {
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/plan/108/measures/1.1.2.1/amend");
        await head.Fill("Title (English)", "Another title").PressAsync("Save the amendment");
        head.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        head.Errors.ShouldBe(["Write why it is amended."]);
        head.Page.QuerySelector("input[name='Input.TitleEn']")!.GetAttribute("value").ShouldBe("Another title");
    }

    [Fact]
    public async Task The_second_of_two_who_amend_at_once_is_told()
    {
        var (one, other) = (await office.SignInAsync("head"), await office.SignInAsync("supervisor"));
        await one.GoAsync("/en/desk/plan/108/measures/1.2.1.5/amend");
        await other.GoAsync("/en/desk/plan/108/measures/1.2.1.5/amend");
        await one.Fill("Title (English)", "First").Fill("Reason", "一").PressAsync("Save the amendment");
        await other.Fill("Title (English)", "Second").Fill("Reason", "二").PressAsync("Save the amendment");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        await other.PressAsync("Save the amendment");
        other.Status.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_clerk_does_not_amend_the_plan()
    {
        var clerk = await office.SignInAsync("clerk");
        (await clerk.GoAsync("/en/desk/plan/108/measures/1.1.2.5/amend")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await clerk.GoAsync("/en/desk/plan/108/copy-forward")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_head_copies_the_plan_forward_after_seeing_what_it_will_say()
    {
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/plan/108/copy-forward");
        head.Text.ShouldContain("Plan for Improving Service Performance, Year 109");
        head.Text.ShouldContain("before Sunday 5 July 2020");
        head.Text.ShouldContain("before Wednesday 6 January 2021");
        await head.PressAsync("Make the plan");
        head.Errors.ShouldBeEmpty();

        var visitor = await office.Visit().GoAsync("/en/plan?year=109");
        visitor.Page.QuerySelectorAll(".gd-plan__row").Length.ShouldBe(103);
        visitor.Text.ShouldContain("Copied forward from the plan of 2019");
        await (await head.GoAsync("/en/desk/plan/108/copy-forward")).Fill("To which year", "109").PressAsync("Make the plan");
        head.Errors.ShouldBe(["There is a plan of year 109 (2020) already."]);
    }

    [Fact]
    public async Task The_letter_that_orders_a_copied_plan_is_recorded_when_it_comes()
    {
        var head = await office.SignInAsync("head");
        await (await head.GoAsync("/en/desk/plan/108/copy-forward")).Fill("To which year", "110").PressAsync("Make the plan");
        (await office.Visit().GoAsync("/en/plan?year=110")).Text.ShouldContain("The letter that orders it has not been recorded yet.");

        await (await head.GoAsync("/en/plan?year=110")).FollowAsync("Record the letter");
        await head.Fill("Number of the letter", "電業字第11號").PressAsync("Record it");
        head.Errors.ShouldBe(["The letter has a number; write its date too."]);
        await head.Fill("Year", "2021").Fill("Month", "2").Fill("Day", "1").PressAsync("Record it");
        head.Errors.ShouldBeEmpty();

        (await office.Visit().GoAsync("/en/plan?year=110")).Text.ShouldContain("電業字第11號");
        (await (await office.SignInAsync("clerk")).GoAsync("/en/desk/plan/110/basis")).Status.ShouldBe(HttpStatusCode.Forbidden);
    }

    private static string Squeezed(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
