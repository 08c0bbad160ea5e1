using FsCheck;
using FsCheck.Fluent;
using System.Net;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Certificates;
using GridDesk.Staff.Deputies;
using GridDesk.Staff.Shifts;

namespace GridDesk.Tests.Staff;

public sealed class RosterTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    private static readonly Instant Eight = Instant.FromUtc(2019, 7, 1, 0, 0);

    [Fact]
    public async Task A_deputy_answers_from_the_first_moment_until_the_last_and_no_longer()
    {
        var away = await office.HireAsync("away", Role.Clerk);
        var deputy = await office.HireAsync("deputy", Role.Clerk);
        await office.WithAsync<DeputyDesk>(desk => desk.NameAsync(away, deputy, Eight, Eight + Duration.FromDays(2), Actor.Office));
        await office.WithAsync<StaffDirectory>(async directory =>
        {
            (await directory.DeputiesAsync(away, Eight - Duration.FromSeconds(1))).ShouldBeEmpty();
            (await directory.DeputiesAsync(away, Eight)).Single().Id.ShouldBe(deputy);
            (await directory.DeputiesAsync(away, Eight + Duration.FromDays(2) - Duration.FromSeconds(1))).Single().Id.ShouldBe(deputy);
            (await directory.DeputiesAsync(away, Eight + Duration.FromDays(2))).ShouldBeEmpty();
            (await directory.DeputiesAsync(deputy, Eight)).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task Nobody_is_their_own_deputy_and_the_end_comes_after_the_start()
    {
        var a = await office.HireAsync("deputy-a", Role.Clerk);
        var b = await office.HireAsync("deputy-b", Role.Clerk);
        await office.WithAsync<DeputyDesk>(async desk =>
        {
            (await Should.ThrowAsync<Refusal>(() => desk.NameAsync(a, a, Eight, Eight + Duration.FromDays(1), Actor.Office))).Code.ShouldBe("deputy.self");
            (await Should.ThrowAsync<Refusal>(() => desk.NameAsync(a, b, Eight, Eight, Actor.Office))).Code.ShouldBe("span.empty");
            (await Should.ThrowAsync<Refusal>(() => desk.NameAsync(a, Guid.NewGuid(), Eight, Eight + Duration.FromDays(1), Actor.Office))).Code.ShouldBe("deputy.gone");
        });
    }

    [Fact]
    public async Task Nobody_stands_in_for_a_deputy_on_the_same_days()
    {
        var (a, b, c) = (await office.HireAsync("chain-a", Role.Clerk), await office.HireAsync("chain-b", Role.Clerk), await office.HireAsync("chain-c", Role.Clerk));
        await office.WithAsync<DeputyDesk>(async desk =>
        {
            await desk.NameAsync(a, b, Eight, Eight + Duration.FromDays(2), Actor.Office);
            (await Should.ThrowAsync<Refusal>(() => desk.NameAsync(b, c, Eight + Duration.FromDays(1), Eight + Duration.FromDays(3), Actor.Office))).Code.ShouldBe("deputy.stands-in");
            (await Should.ThrowAsync<Refusal>(() => desk.NameAsync(c, a, Eight, Eight + Duration.FromDays(1), Actor.Office))).Code.ShouldBe("deputy.away");
            await desk.NameAsync(b, c, Eight + Duration.FromDays(2), Eight + Duration.FromDays(3), Actor.Office);
        });
    }

    [Fact]
    public async Task A_clerk_names_a_deputy_on_the_account_page_for_whole_days()
    {
        var clerk = await office.HireAsync("holiday", Role.Clerk);
        var deputy = await office.HireAsync("stand-in", Role.Clerk);
        var visitor = await office.SignedInAsync("holiday");
        var today = office.Clock.Now().InZone(DateTimeZoneProviders.Tzdb["Asia/Taipei"]).Date;

        var named = await visitor.SubmitToAsync("/desk/account/deputies", "/desk/account/deputies?handler=Name",
            ("Input.Deputy", $"{deputy}"), ("Input.From", $"{today:uuuu-MM-dd}"), ("Input.Until", $"{today:uuuu-MM-dd}"));

        named.StatusCode.ShouldBe(HttpStatusCode.Redirect);
        (await visitor.ReadAsync("/desk/account")).Body!.TextContent.ShouldContain("甲stand-in");
        var happened = (DeputyNamed)(await office.HistoryAsync(clerk))[^1];
        (happened.Until - happened.From).ShouldBe(Duration.FromDays(1));

        await visitor.SubmitToAsync("/desk/account/deputies", "/desk/account/deputies?handler=Withdraw", ("deputyId", $"{happened.Id}"));
        (await office.HistoryAsync(clerk))[^1].ShouldBe(new DeputyWithdrawn(happened.Id));
    }

    [Fact]
    public async Task A_shift_says_who_is_where_as_what()
    {
        var volunteer = await office.HireAsync("noon", Role.Volunteer);
        var noon = Eight + Duration.FromHours(4);
        await office.WithAsync<ShiftDesk>(desk => desk.PlanAsync(volunteer, "centre", Role.Volunteer, noon, noon + Duration.FromHours(1), Actor.Office));
        await office.WithAsync<StaffDirectory>(async directory =>
        {
            (await directory.OnShiftAsync("centre", Role.Volunteer, noon)).Single().Id.ShouldBe(volunteer);
            (await directory.OnShiftAsync("centre", Role.Volunteer, noon + Duration.FromHours(1))).ShouldBeEmpty();
            (await directory.OnShiftAsync("centre", Role.Clerk, noon)).ShouldBeEmpty();
            (await directory.OnShiftAsync("puzi", Role.Volunteer, noon)).ShouldBeEmpty();
        });
    }

    [Fact]
    public async Task A_shift_is_planned_on_the_page_in_the_office_s_time()
    {
        await office.HireAsync("planner", Role.Admin);
        var greeter = await office.HireAsync("greeter1", Role.Greeter);
        var admin = await office.SignedInAsync("planner");
        var page = $"/desk/staff/{greeter}/shifts";
        (string, string)[] shift = [("Input.Site", "centre"), ("Input.Role", "Greeter"), ("Input.Day", "118/7/1"), ("Input.From", "0800"), ("Input.Until", "12:00")];

        (await admin.SubmitToAsync(page, $"{page}?handler=Plan", shift)).StatusCode.ShouldBe(HttpStatusCode.Redirect);
        var planned = (ShiftPlanned)(await office.HistoryAsync(greeter))[^1];
        planned.From.ShouldBe(Instant.FromUtc(2029, 7, 1, 0, 0));
        planned.Until.ShouldBe(Instant.FromUtc(2029, 7, 1, 4, 0));
        (await admin.ReadAsync(page)).QuerySelector("tbody")!.TextContent.ShouldContain("08:00");
        (await Visitor.ErrorsAsync(await admin.SubmitToAsync(page, $"{page}?handler=Plan", shift))).ShouldContain("同一時間已經有班了");
        (await Visitor.ErrorsAsync(await admin.SubmitToAsync(page, $"{page}?handler=Plan", [.. shift[..3], ("Input.From", "eight"), ("Input.Until", "9")]))).ShouldContain("時間請填像");
    }

    [Fact]
    public void However_shifts_are_asked_for_nobody_is_in_two_places_at_once() =>
        Prop.ForAll<(byte, byte)[]>(asked =>
        {
            var planned = new List<Shift>();
            foreach (var (start, length) in asked)
            {
                var shift = Of(start, length % 20);
                try
                {
                    shift.Check([Role.Clerk], planned, []);
                    planned.Add(shift);
                }
                catch (Refusal)
                {
                    // Refused: not planned.
                }
            }

            return Enumerable.Range(0, 300).All(hour => planned.Count(s => s.From <= At(hour) && At(hour) < s.Until) <= 1)
                && planned.All(s => s.Until > s.From && s.Until - s.From <= Shift.Longest);
        }).QuickCheckThrowOnFailure();

    [Fact]
    public void A_shift_that_touches_another_is_fine_and_one_in_a_strange_role_is_not()
    {
        Should.NotThrow(() => Of(8, 4).Check([Role.Clerk], [Of(4, 4), Of(12, 4)], []));
        Should.Throw<Refusal>(() => Of(8, 4).Check([Role.Greeter], [], [])).Code.ShouldBe("shift.role");
        Should.Throw<Refusal>(() => Of(8, 17).Check([Role.Clerk], [], [])).Code.ShouldBe("shift.too-long");
    }

    [Fact]
    public async Task A_certificate_holds_through_its_last_day()
    {
        var volunteer = await office.HireAsync("trained", Role.Volunteer);
        await office.WithAsync<CertificateDesk>(desk => desk.RecordAsync(volunteer, "noon-service", new LocalDate(2019, 12, 31), Actor.Office));
        await office.WithAsync<StaffDirectory>(async directory =>
        {
            (await directory.HoldsCertificateAsync(volunteer, "noon-service", new LocalDate(2019, 12, 31))).ShouldBeTrue();
            (await directory.HoldsCertificateAsync(volunteer, "noon-service", new LocalDate(2020, 1, 1))).ShouldBeFalse();
            (await directory.HoldsCertificateAsync(volunteer, "other", new LocalDate(2019, 7, 1))).ShouldBeFalse();
        });
    }

    [Fact]
    public async Task The_directory_knows_names_of_all_and_members_who_still_work_here()
    {
        var one = await office.HireAsync("dir-one", Role.Inspector);
        await office.WithAsync<StaffDirectory>(async directory =>
        {
            (await directory.NamesAsync([one, Guid.NewGuid()])).ShouldBe(new Dictionary<Guid, string> { [one] = "甲dir-one" });
            (await directory.MembersAsync("service-centre")).ShouldContain(member => member.Id == one);
            (await directory.InRoleAsync(Role.Inspector)).Single().Id.ShouldBe(one);
        });
    }

    private static Instant At(int hour) => Eight + Duration.FromHours(hour);

    private static Shift Of(int start, int hours) =>
        new() { Id = Guid.NewGuid(), Staff = Guid.Empty, Site = "centre", Role = Role.Clerk, From = At(start), Until = At(start + hours) };
}
