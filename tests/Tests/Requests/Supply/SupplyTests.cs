using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Requests.Supply;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>The control meeting's list and the schedule of one case, as the staff and the customer meet them.</summary>
[Trait("store", "both")]
public sealed class SupplyTests
{
    [Fact]
    public async Task The_meeting_hears_why_a_case_is_late_and_what_is_done_about_it()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(SupplyCases.Temporary());
        office.SetDay(6, 26);
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/supply?state=late");
        supervisor.Text.ShouldContain("2 days late");
        supervisor.Text.ShouldContain("not explained yet");
        await supervisor.OpenAsync(request.Number!);
        await supervisor.OpenAsync("Delay and new day");
        await supervisor.Fill("Which stage", "survey").Fill("What is done about it", "請外線班週四支援").PressAsync("Save");
        supervisor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        supervisor.FieldError("Input.Cause").ShouldContain("Choose the reason for the delay");
        supervisor.Page.QuerySelector("textarea")!.TextContent.Trim().ShouldBe("請外線班週四支援", "nothing typed is lost");

        Day(supervisor, 2019, 6, 27);
        await supervisor.Fill("Reason for the delay", $"{SupplyCause.Workload}").PressAsync("Save");
        supervisor.Text.ShouldContain("Saved");
        supervisor.Text.ShouldContain("請外線班週四支援");
        supervisor.Text.ShouldContain("expected 2 July 2019");
        await supervisor.GoAsync("/en/desk/supply");
        supervisor.Text.ShouldContain("Crews or workload");
        supervisor.Text.ShouldContain("likely 2 July");

        var csv = await supervisor.Http.GetStringAsync("/en/desk/supply.csv?state=late");
        csv.ShouldContain(request.Number!);
        csv.ShouldContain("請外線班週四支援");
        (await supervisor.Http.GetStringAsync("/en/desk/supply.csv?state=done")).ShouldNotContain(request.Number!);
        (await supervisor.Http.GetByteArrayAsync("/en/desk/supply.ods")).Length.ShouldBeGreaterThan(500);
    }

    [Fact]
    public async Task Every_wrong_day_gets_its_sentence_at_its_field()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(SupplyCases.Temporary());
        office.SetDay(6, 28);
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync($"/en/desk/supply/{request.Number}");
        await supervisor.OpenAsync("Record a day");
        await supervisor.PressAsync("Save");
        supervisor.FieldError("Input.Day").ShouldContain("Enter the day");
        await TypedAsync(6, 19);
        supervisor.FieldError("Input.Day").ShouldContain("cannot be before the day of acceptance, 20 June 2019");
        await TypedAsync(6, 29);
        supervisor.FieldError("Input.Day").ShouldContain("cannot be after today");
        supervisor.Typed("Input.Day.day").ShouldBe("29");
        await TypedAsync(6, 28);
        supervisor.FieldError("Input.Cause").ShouldContain("later than 24 June 2019 as planned");
        await supervisor.Fill("Reason for the delay", $"{SupplyCause.Weather}").PressAsync("Save");
        supervisor.Text.ShouldContain("Saved");

        await supervisor.OpenAsync("Record a day");
        await TypedAsync(6, 27);
        supervisor.FieldError("Input.Day").ShouldContain("cannot be before the stage before it was done, 28 June 2019");

        async Task TypedAsync(int month, int day)
        {
            Day(supervisor, 2019, month, day);
            await supervisor.PressAsync("Save");
            supervisor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        }
    }

    [Fact]
    public async Task Somebody_who_saves_over_another_is_told_so()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(SupplyCases.Temporary());
        var one = await office.SignInAsync("supervisor");
        var other = await office.SignInAsync("supervisor");
        await one.GoAsync($"/en/desk/supply/{request.Id}?do=wish");
        await other.GoAsync($"/en/desk/supply/{request.Id}?do=wish");
        Day(one, 2019, 7, 15);
        await one.PressAsync("Save");
        one.Text.ShouldContain("asked for 15 July 2019");
        Day(other, 2019, 7, 30);
        await other.PressAsync("Save");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Text.ShouldContain("Somebody else has just changed this schedule");
    }

    [Fact]
    public async Task Everybody_sees_the_schedules_of_the_cases_they_see_and_readers_change_nothing()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(SupplyCases.Temporary());
        await office.StepAsync(request, "survey");
        (await office.ReadAsync(request.Id)).Department.ShouldBe("new-supply");
        await office.MoveAsync("handler", "billing");
        var handler = await office.SignInAsync("handler");
        (await handler.GoAsync("/en/desk/supply")).Text.ShouldNotContain(request.Number!);
        (await handler.GoAsync($"/en/desk/supply/{request.Id}")).Status.ShouldBe(HttpStatusCode.Forbidden);
        (await handler.Http.GetStringAsync("/en/desk/supply.csv")).ShouldNotContain(request.Number!);

        await office.MoveAsync("handler", "new-supply");
        (await handler.GoAsync("/en/desk/supply")).Text.ShouldContain(request.Number!);
        var auditor = await office.SignInAsync("auditor");
        (await auditor.GoAsync($"/en/desk/supply/{request.Id}")).Text.ShouldContain("Power-on planned");
        auditor.Text.ShouldNotContain("Record a day");
        (await auditor.GoAsync("/en/desk/supply/CY108-99999-A")).Status.ShouldBe(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task The_case_leads_to_its_schedule_and_the_customer_reads_it_without_reasons()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(SupplyCases.Temporary());
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync($"/en/desk/requests/{request.Id}");
        await supervisor.OpenAsync("schedule");
        supervisor.Path.ShouldBe($"/en/desk/supply/{request.Id}");
        await supervisor.OpenAsync("Delay and new day");
        await supervisor.Fill("Reason for the delay", $"{SupplyCause.Permit}").Fill("What is done about it", "催路證").PressAsync("Save");
        supervisor.Text.ShouldContain("Permit or another agency");

        var code = await office.WithAsync<RequestDesk, string>(desk => desk.CodeOfAsync(request));
        var customer = office.Visit();
        await customer.GoAsync($"/en/track/{request.Number}?code={code}");
        customer.Text.ShouldContain("When you will have power");
        CellsOf(customer, "Inspection, meter and power-on").ShouldBe(["27 June", ""]);
        customer.Text.ShouldNotContain("Permit");
        customer.Text.ShouldNotContain("催路證");
    }

    [Fact]
    public async Task Small_numbers_are_said_as_numbers()
    {
        await using var office = await TestOffice.OpenAsync();
        foreach (var day in (int[])[26, 28])
        {
            office.SetDay(6, 20);
            var request = await office.FileAsync(SupplyCases.Temporary("2019-06-20"));
            office.SetDay(6, day);
            await office.DoAsync(async desk => await desk.CloseAsync((await desk.GetAsync(request.Id)).Change(), GridDesk.Requests.Outcome.Done, null));
        }

        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/supply");
        CellsOf(head, "Temporary supply").ShouldBe(["2", "1 of 2", "5"]);
        head.Text.ShouldNotContain("%");
    }

    [Fact]
    public async Task The_next_page_goes_on_where_the_one_before_it_ended()
    {
        await using var office = await TestOffice.OpenAsync();
        List<Guid> planned = [];
        foreach (var (day, count) in new[] { (20, 3), (21, 2) })
        {
            office.SetDay(6, day);
            for (var n = 0; n < count; n++)
            {
                planned.Add((await office.FileAsync(SupplyCases.Temporary())).Id);
            }
        }

        var all = new SupplyFilter();
        List<Guid> read = [];
        await office.WithAsync<OfficeDb>(async db =>
        {
            var rows = db.Set<SupplySchedule>().AsNoTracking().Join(db.Set<ServiceRequest>(), s => s.Request, r => r.Id, (s, r) => new SupplyRow { Schedule = s, Request = r });
            for (string? after = null; await all.Order(all.Narrow(rows, new(2019, 6, 21)), after).FirstOrDefaultAsync() is { } row; after = all.KeyOf(row))
            {
                read.Add(row.Schedule.Request);
            }
        });
        read.ShouldBe(planned, ignoreOrder: true);
        read.Take(3).ShouldBe(planned.Take(3), ignoreOrder: true, "those planned first");
    }

    private static IEnumerable<string> CellsOf(Visitor visitor, string row) =>
        visitor.Page.QuerySelectorAll("tr").Single(tr => tr.QuerySelector("th[scope=row]")?.TextContent.Trim() == row).QuerySelectorAll("td").Select(td => td.TextContent.Trim());

    private static void Day(Visitor visitor, int year, int month, int day)
    {
        foreach (var (part, value) in new[] { ("year", year), ("month", month), ("day", day) })
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)visitor.Page.QuerySelector($"[name='Input.Day.{part}']")!).Value = $"{value}";
        }
    }
}
