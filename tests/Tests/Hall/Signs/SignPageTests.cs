using GridDesk.Hall.Signs;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Tests.Hall.Roster;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Tests.Plan;
using GridDesk.Tests.Requests;
using GridDesk.Web;

namespace GridDesk.Tests.Hall.Signs;

/// <summary>A sign is printed, hung, no longer true, and hung anew (plan row 1.2.1.2).</summary>
[Trait("store", "both")]
public sealed class SignPageTests
{
    [Fact]
    public async Task A_sign_that_is_not_so_any_more_is_owed_stands_on_the_desk_and_a_new_one_ends_it_and_the_row_moves()
    {
        await using var office = await TestOffice.OpenAsync();
        (await office.FiguresAsync("1.2.1.2")).Values.ShouldAllBe(value => value == null);
        await office.PlanAsync("counter-3", "clerk", "supervisor", 8, 17);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/signs");
        clerk.Text.ShouldContain("not hung yet");
        await clerk.FollowAsync("Counter 3");
        var sign = clerk.Page.QuerySelector(".gd-sign")!.TextContent;
        sign.ShouldContain("黃雅惠（代理人：葉淑貞）");
        sign.ShouldContain("黃雅惠 (deputy: 葉淑貞)");
        sign.ShouldContain("08:00");
        sign.ShouldContain("All services");
        await clerk.PressAsync("It is printed and hangs");
        clerk.Text.ShouldContain("Written down: it hangs.");
        clerk.Text.ShouldContain("as it is");
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await OwedAsync(office)).ShouldBe(0);

        await office.PlanAsync("counter-3", "demo108-1", "clerk", 17, 19);
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await OwedAsync(office)).ShouldBe(1, "owed once, however often it is looked at");
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk");
        await supervisor.FollowAsync("Signs that are not so any more: Counter 3 (At your service)");
        supervisor.Text.ShouldContain("What hangs is not so any more: hang a new one");
        supervisor.Text.ShouldContain("13:00–17:00 黃雅惠");

        office.Clock.Advance(Duration.FromDays(1));
        supervisor = await office.SignInAsync("supervisor");
        await office.PlanAsync("counter-3", "supervisor", "clerk", 8, 12);
        await supervisor.GoAsync("/en/desk/signs/centre~counter-3");
        await office.PlanAsync("counter-3", "clerk", "supervisor", 13, 17);
        await supervisor.PressAsync("It is printed and hangs");
        supervisor.Errors.Single().ShouldStartWith("What it has to say has changed since it was printed.");
        await supervisor.PressAsync("It is printed and hangs");
        supervisor.Errors.ShouldBeEmpty();
        (await OwedAsync(office)).ShouldBe(0);
        (await supervisor.GoAsync("/en/desk")).Text.ShouldNotContain("Signs that are not so any more");
        (await office.FiguresAsync("1.2.1.2")).ShouldBe(new Dictionary<string, decimal?> { ["hall.signs-hung"] = 2, ["hall.signs-outdated"] = 1, ["hall.sign-days-to-correct"] = 1 }, ignoreOrder: true);
    }

    [Fact]
    public async Task What_comes_right_by_itself_is_owed_no_more_and_no_event_names_anybody()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.PlanAsync("counter-3", "clerk", "supervisor", 8, 12);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/signs/centre~counter-3");
        await clerk.PressAsync("It is printed and hangs");
        await office.PlanAsync("counter-3", "demo108-1", "clerk", 13, 17);
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await OwedAsync(office)).ShouldBe(1);
        office.Clock.Advance(Duration.FromDays(2));
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await OwedAsync(office)).ShouldBe(1, "a Saturday without a roster makes no wrong name right");
        office.Clock.Advance(Duration.FromDays(2));
        await office.PlanAsync("counter-3", "clerk", "supervisor", 8, 17);
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await OwedAsync(office)).ShouldBe(0);
        clerk = await office.SignInAsync("clerk");
        var bodies = await office.WithAsync<OfficeDb, List<string>>(db => db.Set<RecordedEvent>().Where(e => e.Subject.StartsWith("sign:")).OrderBy(e => e.Version).Select(e => e.Name + e.Body).ToListAsync());
        bodies.Select(b => b.Split('{')[0]).ShouldBe(["sign.hung", "sign.outdated", "sign.right-again"]);
        bodies.ShouldAllBe(b => !b.Contains("雅惠"));
        await clerk.GoAsync("/en/desk/signs/centre~fees");
        clerk.Text.ShouldContain("please ask at a counter");
        clerk.Text.ShouldNotContain("Merge accounts", customMessage: "a fee that the office has not confirmed hangs nowhere");
        (await (await office.SignInAsync("clerk")).GoAsync("/en/desk/signs/centre~counter-77")).Status.ShouldBe(System.Net.HttpStatusCode.NotFound);
        (await (await office.SignInAsync("editor")).GoAsync("/en/desk/signs")).Status.ShouldBe(System.Net.HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task A_sign_whose_counter_the_hall_has_no_more_is_owed_until_somebody_took_it_down()
    {
        using var pack = PackCopy.Of(Path.Combine(TestOffice.Root, "packs", "chiayi"));
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk/signs/centre~counter-4");
        await clerk.PressAsync("It is printed and hangs");
        pack.Edit("hall.yaml", text => string.Join('\n', text.Split('\n').Where(line => !line.Contains("number: 4,"))));
        office.Clock.Advance(Duration.FromSeconds(1));
        await OfficeStart.OpenAsync(office.App.Services, office.Options with { Pack = pack.Folder });
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        await office.WithAsync<SignDesk>(desk => desk.RunAsync(office.Clock.GetCurrentInstant(), default));
        (await OwedAsync(office)).ShouldBe(1);

        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk");
        await supervisor.FollowAsync("Signs that are not so any more: Counter 4 (For, Hours, Tickets)");
        supervisor.Status.ShouldBe(System.Net.HttpStatusCode.OK);
        supervisor.Text.ShouldContain("The hall has this counter no more: take the sign down");
        await supervisor.GoAsync("/en/desk/signs");
        await supervisor.FollowAsync("Counter 4");
        await supervisor.PressAsync("It was taken down");
        supervisor.Errors.ShouldBeEmpty();
        supervisor.Text.ShouldNotContain("Counter 4");
        (await OwedAsync(office)).ShouldBe(0);
    }

    [Fact]
    public async Task Two_who_hang_the_same_new_sign_at_the_same_moment_hang_one_and_none_of_them_meets_a_fault()
    {
        await using var office = await TestOffice.OpenAsync();
        var mark = (await office.WithAsync<SignDesk, IReadOnlyList<(LiveSign Live, Sign? Hung)>>(desk => desk.OfAsync(HallCases.Site)))[0].Live.Mark;
        var hung = await Task.WhenAll(Enumerable.Range(0, 6).Select(async _ =>
        {
            try
            {
                await office.WithAsync<SignDesk>(desk => desk.HangAsync(HallCases.Site, "counter-1", mark, Actor.Office));
                return "hung";
            }
            catch (Refusal refused)
            {
                return refused.Code;
            }
        }));
        hung.ShouldContain("hung");
        hung.ShouldAllBe(one => one == "hung" || one == "conflict");
        (await office.WithAsync<OfficeDb, int>(db => db.Set<Sign>().CountAsync())).ShouldBe(1);
    }

    private static Task<int> OwedAsync(TestOffice office) => office.WithAsync<OfficeDb, int>(db => db.Set<Promise>().CountAsync(p => p.Kind == "sign" && p.ClosedAt == null));
}
