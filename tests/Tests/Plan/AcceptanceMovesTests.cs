using System.Text.Json.Nodes;
using GridDesk.Notices.Providers;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Notices;
using GridDesk.Tests.Notices.Phone;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Plan;

/// <summary>Rows 1.2.4.5 and 1.2.4.6: slips are printed, scanned and kept, and each accepted case is told its number by one way or another.</summary>
[Trait("store", "both")]
public sealed class AcceptanceMovesTests
{
    [Fact]
    public async Task Slips_are_printed_scanned_and_taken_onto_a_phone_and_the_row_says_so()
    {
        await using var office = await TestOffice.OpenAsync();
        (await FiguresAsync(office, "1.2.4.5")).Values.ShouldAllBe(value => value == null, "nothing has been done yet, which is not zero");
        var request = await office.FileAsync();
        await office.DoAsync(desk => desk.SlipPrintedAsync(request.Change()));
        await office.DoAsync(desk => desk.SlipPrintedAsync(request.Change() with { Version = null }));
        var phone = await PhoneCaller.WithKeyAsync(office, "browser");
        var visitor = office.Visit();
        for (var scan = 0; scan < 3; scan++)
        {
            await visitor.GoAsync($"/track/{request.Number}?code={await phone.CodeAsync(request)}&by=slip");
        }

        await phone.KeepAsync(request);
        await (await PhoneCaller.WithKeyAsync(office)).KeepAsync(request);
        (await FiguresAsync(office, "1.2.4.5")).ShouldBe(new Dictionary<string, decimal?> { ["requests.slips-with-qr"] = 2, ["requests.slips-qr-share"] = 100, ["requests.slip-scans"] = 3, ["phone.kept"] = 1 }, ignoreOrder: true);
        var head = await office.SignInAsync("head");
        foreach (var figure in (string[])["requests.slip-scans", "phone.kept"])
        {
            (await head.GoAsync($"/en/plan/108/1.2.4.5/{figure}?half=1")).Text.ShouldContain(request.Number!);
        }
    }

    [Fact]
    public async Task Each_way_of_telling_counts_and_a_mail_that_did_not_arrive_does_not()
    {
        await using var server = new MailServer();
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel([new SmtpMail(SmtpSettings.Read("smtp-1", server.Address, "office@example.com"))])));
        (await FiguresAsync(office, "1.2.4.6")).Values.ShouldAllBe(value => value == null);

        var post = await office.FileAsync(OfficeCases.Transfer("甲", Channel.Post));
        (await FiguresAsync(office, "1.2.4.6"))["notices.told-share"].ShouldBe(0, "nobody told them");
        await office.DoAsync(desk => desk.SlipPrintedAsync(post.Change()));
        await office.FileAsync(Mailed("乙", "b@example.com"));
        await office.DeliverAsync();
        server.ToReceiver = "550 5.1.1 no such user here";
        await office.FileAsync(Mailed("丙", "nobody@example.com"));
        await office.FileAsync(OfficeCases.Transfer("丁", Channel.App));
        await office.FileAsync(OfficeCases.Transfer("戊", Channel.Web));
        await (await PhoneCaller.WithKeyAsync(office)).KeepAsync(await office.FileAsync(OfficeCases.Transfer("己", Channel.Web)));

        // Printed before there was a number, a slip does not tell it.
        var taken = await office.FileAsync(OfficeCases.Transfer("庚", complete: false));
        taken = await office.DoAsync(desk => desk.SlipPrintedAsync(taken.Change()));
        taken = await office.DoAsync(desk => desk.SupplyAsync(taken.Change(), Channel.Counter, [new GivenDocument("relation", null)]));
        await office.DoAsync(desk => desk.AcceptAsync(taken.Change()));
        await office.DeliverAsync();

        (await FiguresAsync(office, "1.2.4.6")).ShouldBe(new Dictionary<string, decimal?>
        {
            ["notices.told-share"] = 71.4m, ["notices.told-email"] = 1, ["notices.told-slip"] = 1, ["notices.told-app"] = 2, ["notices.told-otherwise"] = 1, ["notices.told-failed"] = 1,
        }, ignoreOrder: true);

        await office.DoAsync(desk => desk.SlipPrintedAsync(taken.Change() with { Version = null }));
        (await FiguresAsync(office, "1.2.4.6"))["notices.told-share"].ShouldBe(85.7m);
        var page = await office.Visit().GoAsync("/en/plan?year=108&half=1");
        page.Page.GetElementById("m-1.2.4.6")!.TextContent.ShouldNotContain("nothing recorded yet");
    }

    private static Filing Mailed(string name, string email) => OfficeCases.Transfer(name) with { Applicant = new Applicant(name, "0912-345-678", email) };

    private static async Task<Dictionary<string, decimal?>> FiguresAsync(TestOffice office, string row) =>
        JsonNode.Parse(await office.Api().GetStringAsync("/api/plan/108/measures?half=1"))!.AsArray().Single(measure => measure!["code"]!.GetValue<string>() == row)!["indicators"]!.AsArray()
            .ToDictionary(figure => figure!["code"]!.GetValue<string>(), figure => figure!["value"]?.GetValue<decimal>());
}
