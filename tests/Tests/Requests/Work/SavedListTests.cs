using System.Net;
using GridDesk.Requests.Work;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Work;

/// <summary>A filter that is needed every morning is kept under a name, on every list that has one.</summary>
[Trait("store", "both")]
public sealed class SavedListTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("promises", "?light=late&sort=received"), InlineData("handovers", "?state=all"), InlineData("tasks", "?state=overdue&whose=me")]
    [InlineData("supply", "?state=late"), InlineData("chase", "?state=open")]
    public async Task Every_list_with_a_filter_keeps_it_for_its_owner_only(string list, string query)
    {
        SavedList.Lists.Keys.ShouldContain(list);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/{list}{query}");
        await clerk.PressAsync("Keep");
        clerk.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        clerk.Errors.Single().ShouldContain("Give the list a name");

        await clerk.Fill("Keep this list under the name", "每天早上").PressAsync("Keep");
        clerk.Path.ShouldBe($"/en/desk/{list}{query}");
        clerk.Page.QuerySelector(".gd-lists a[aria-current]")!.GetAttribute("href").ShouldBe($"/en/desk/{list}{query}");
        (await clerk.GoAsync("/en/desk/lists")).Page.QuerySelector($".gd-lists a[href='/en/desk/{list}{query}']").ShouldNotBeNull();
        (await (await office.SignInAsync("supervisor")).GoAsync($"/en/desk/{list}")).Page.QuerySelector(".gd-lists").ShouldBeNull();

        await clerk.GoAsync($"/en/desk/{list}{query}");
        await clerk.PressAsync("Remove");
        clerk.Path.ShouldBe($"/en/desk/{list}{query}");
        clerk.Page.QuerySelector(".gd-lists").ShouldBeNull();
    }

    [Theory]
    [InlineData("nowhere", ""), InlineData("chase", "//elsewhere.example"), InlineData("", "?a=b")]
    public async Task What_is_no_list_of_ours_is_not_kept_and_leads_nowhere(string list, string query)
    {
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/chase?state=open");
        foreach (var (name, value) in ((string, string)[])[("List", list), ("Query", query)])
        {
            foreach (var field in clerk.Page.QuerySelectorAll($"[name={name}]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>())
            {
                field.Value = value;
            }
        }

        await clerk.Fill("Keep this list under the name", "x").PressAsync("Keep");
        clerk.Status.ShouldBe(HttpStatusCode.NotFound);
    }
}
