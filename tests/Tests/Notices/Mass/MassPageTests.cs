using System.Net;
using GridDesk.Kernel.Events;
using GridDesk.Notices.Mass;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests;

namespace GridDesk.Tests.Notices.Mass;

/// <summary>A supervisor tells many at once, looks what they will read, follows it, and takes away whom nobody reached.</summary>
[Trait("store", "both")]
public sealed class MassPageTests
{
    [Fact]
    public async Task A_supervisor_chooses_reads_starts_follows_and_exports_whom_nobody_reached()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AgreeAsync(2);
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/mass-notices");
        supervisor.Text.ShouldContain("There has been no mass notice yet.");
        supervisor.Errors.ShouldBeEmpty();
        await supervisor.GoAsync("/en/desk/mass-notices/new");
        Fill(supervisor);
        await supervisor.PressAsync("Choose whom to tell", ("Or choose a file", "feeder.csv", System.Text.Encoding.UTF8.GetBytes("電號\r\n" + string.Join("\r\n", Enumerable.Range(1, 3).Select(BillSheets.Account)))));
        supervisor.Status.ShouldBe(HttpStatusCode.OK, string.Join('\n', supervisor.Errors));
        supervisor.Text.ShouldContain("Choosing whom to tell: 0 of 3 accounts.");

        await office.DeliverAsync();
        await supervisor.GoAsync(supervisor.Path);
        supervisor.Text.ShouldContain("東區民族路1號到99號因更換變壓器停電");
        supervisor.Text.ShouldContain("no power in Minzu Road 1 to 99 from Thursday 20 June, 14:00");
        (await office.MessagesAsync()).ShouldBeEmpty("nothing is sent before somebody says so");
        await supervisor.PressAsync("Send it to 2 people");
        supervisor.Text.ShouldContain("0 of 2 done, 2 to go.");
        await office.DeliverAsync();
        await supervisor.GoAsync(supervisor.Path);
        supervisor.Text.ShouldContain("2 of 2 done, 0 to go.");
        (await supervisor.Http.GetStringAsync($"{supervisor.Path.Split('?')[0]}/not-told.csv")).ShouldContain("19-01-0000-03");

        (await (await office.SignInAsync("clerk")).Http.GetAsync("/desk/mass-notices")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Whoever_decides_on_an_old_page_is_told_that_somebody_else_was_faster()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AgreeAsync(1);
        var notice = await office.TellAsync(Told.Form(1));
        var (one, other) = (await office.SignInAsync("supervisor"), await office.SignInAsync("supervisor"));
        await one.GoAsync($"/en/desk/mass-notices/{notice.Id}");
        await other.GoAsync($"/en/desk/mass-notices/{notice.Id}");
        await one.PressAsync("Pause");
        await other.PressAsync("Call it off: nothing more is sent");
        other.Status.ShouldBe(HttpStatusCode.Conflict);
        other.Errors.ShouldHaveSingleItem().ShouldContain("Somebody else has just changed this notice");
        (await office.NoticeAsync(notice.Id)).State.ShouldBe(MassState.Paused);
    }

    [Fact]
    public async Task What_is_missing_or_wrong_is_said_at_its_field_and_a_files_lines_stay_on_the_page()
    {
        await using var office = await TestOffice.OpenAsync();
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/mass-notices/new");
        await supervisor.PressAsync("Choose whom to tell");
        supervisor.Errors.ShouldBe(["Write a name for this notice, in at most 60 characters.", "Choose what to tell.", "Paste the electricity numbers, one on a line, or choose a file."]);

        Fill(supervisor);
        supervisor.Fill("Cause", "");
        supervisor.Fill("Ends at", "13:00");
        await supervisor.PressAsync("Choose whom to tell", ("Or choose a file", "feeder.csv", System.Text.Encoding.UTF8.GetBytes($"account\n{BillSheets.Account(1)}\n12345678901\n")));
        supervisor.Status.ShouldBe(HttpStatusCode.UnprocessableEntity);
        supervisor.Errors.ShouldBe(["This notice says it: please fill it in.", "It must end after it begins.", "1 line is no electricity number; mend or remove it (line: text): 3: 12345678901"], ignoreOrder: true);
        supervisor.Page.QuerySelector("textarea")!.TextContent.ShouldContain(BillSheets.Account(1));
    }

    [Fact]
    public async Task A_date_that_is_none_hides_nothing_else_and_what_is_over_is_said_where_it_is()
    {
        await using var office = await TestOffice.OpenAsync();
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync("/en/desk/mass-notices/new");
        Fill(supervisor);
        await supervisor.Fill("Day", "31").Fill("Month", "6").Fill("Cause", "").Fill("Ends at", "noon").PressAsync("Choose whom to tell");
        supervisor.Errors.Count.ShouldBe(4, string.Join('\n', supervisor.Errors));
        supervisor.FieldError("Input.Day").ShouldNotBeEmpty();
        supervisor.FieldError("Input.Cause").ShouldContain("please fill it in");
        supervisor.FieldError("Input.Until").ShouldNotBeEmpty();
        supervisor.FieldError("Input.Numbers").ShouldContain("Paste the electricity numbers");

        Fill(supervisor);
        await supervisor.Fill("Day", "19").Fill("Month", "6").Fill("Accounts that it is about", BillSheets.Account(1)).PressAsync("Choose whom to tell");
        supervisor.FieldError("Input.Day").ShouldContain("This day is over");
        await supervisor.Fill("Day", "20").Fill("Begins at", "08:00").Fill("Ends at", "09:00").PressAsync("Choose whom to tell");
        supervisor.FieldError("Input.Until").ShouldContain("This time is over");
    }

    [Fact]
    public async Task It_says_how_accounts_and_people_add_up_and_warns_of_silence_after_a_minute_of_it()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AgreesAsync(1, Told.Mobile(1));
        await office.AgreesAsync(2, Told.Mobile(1));
        await office.AgreesAsync(2, "lan@example.org");
        var notice = await office.PlanAsync(Told.Form(1, 2, 3));
        await office.DeliverAsync();
        var supervisor = await office.SignInAsync("supervisor");
        await supervisor.GoAsync($"/en/desk/mass-notices/{notice.Id}");
        supervisor.Text.ShouldContain("Of 3 accounts 2 have somebody who agreed: 2 numbers and e-mail addresses in all.");
        await supervisor.PressAsync("Send it to 2 people");
        supervisor.Text.ShouldNotContain("Nothing left in the last minute");
        office.Clock.AdvanceMinutes(1);
        await supervisor.GoAsync(supervisor.Path);
        supervisor.Text.ShouldContain("Nothing left in the last minute");
    }

    private static void Fill(Visitor supervisor)
    {
        supervisor.Fill("Name of the notice", "民族路換變壓器");
        supervisor.Choose("A power cut that is planned");
        supervisor.Fill("Area", "東區民族路1號到99號");
        supervisor.Fill("Area in English (optional)", "Minzu Road 1 to 99");
        supervisor.Fill("Cause", "更換變壓器");
        supervisor.Fill("Begins at", "14:00");
        supervisor.Fill("Ends at", "1700");
    }
}
