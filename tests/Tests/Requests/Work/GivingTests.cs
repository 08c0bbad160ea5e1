using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Work;

/// <summary>Many cases are given at once, to one person or to a department; each stands or falls alone.</summary>
[Trait("store", "both")]
public sealed class GivingTests
{
    [Fact]
    public async Task Ticked_cases_go_to_one_person_and_the_one_that_somebody_changed_meanwhile_does_not()
    {
        await using var office = await TestOffice.OpenAsync(); // so that all of them stand on the first page
        var (one, other, third) = (await office.FileAsync("卯一"), await office.FileAsync("卯二"), await office.FileAsync("卯三"));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/promises?owner=nobody&sort=received");
        await clerk.PressAsync("Give");
        clerk.Errors.Single().ShouldContain("Choose who");
        var colleague = await office.IdOfAsync("supervisor");
        await clerk.Fill("Give the ticked ones to", $"{colleague}").PressAsync("Give");
        clerk.Errors.Single().ShouldContain("Tick the cases");

        // A case that is no more takes nothing from the others.
        var gone = clerk.Page.QuerySelectorAll("[name=Ticked]").Cast<AngleSharp.Html.Dom.IHtmlInputElement>().First(box => box.Value.StartsWith($"{third.Id}", StringComparison.Ordinal));
        (gone.Value, gone.IsChecked) = ($"{Guid.CreateVersion7()}~1", true);
        clerk.Choose($"Tick {one.Number}").Choose($"Tick {other.Number}").Fill("Give the ticked ones to", $"{colleague}");
        await office.DoAsync(desk => desk.NoteAsync(new(other.Id, null, GridDesk.Kernel.Events.Actor.Office), "meanwhile"));
        await clerk.PressAsync("Give");

        clerk.Path.ShouldContain("owner=nobody");
        clerk.Text.ShouldContain("1 given.");
        clerk.Text.ShouldContain("not yours to give:");
        clerk.Text.ShouldContain(other.Number!);
        ((await office.ReadAsync(one.Id)).Owner, (await office.ReadAsync(other.Id)).Owner, (await office.ReadAsync(third.Id)).Owner).ShouldBe(($"{colleague}", null, null));
    }

    [Fact]
    public async Task Ticked_cases_go_to_another_department_which_gives_them_to_somebody_itself()
    {
        await using var office = await TestOffice.OpenAsync();
        var (one, other) = (await office.FileAsync("辰一"), await office.FileAsync("辰二"));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/promises?owner=nobody");
        await clerk.Choose($"Tick {one.Number}").Choose($"Tick {other.Number}").Fill("Give the ticked ones to", "department:billing").PressAsync("Give");
        clerk.Text.ShouldContain("2 given.");
        clerk.Text.ShouldNotContain(one.Number!);
        var given = await office.ReadAsync(one.Id);
        ((given.Owner, given.Department), (await office.DoAsync(desk => desk.PromiseOfAsync(given)))!.Department).ShouldBe(((null, "billing"), "billing"));

        await office.MoveAsync("handler", "billing");
        var handler = await office.SignInAsync("handler");
        await handler.GoAsync("/en/desk");
        handler.Text.ShouldContain("Nobody’s yet in the department");
        handler.Text.ShouldContain(other.Number!);
        await handler.GoAsync($"/en/desk/requests/{one.Id}");
        handler.Text.ShouldContain("which gives it to somebody");
    }
}
