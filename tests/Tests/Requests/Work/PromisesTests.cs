using System.IO.Compression;
using System.Net;
using System.Text;
using System.Xml.Linq;
using GridDesk.Kernel.Files;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Requests.Work;

[Trait("store", "both")]
public sealed class PromisesTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_list_and_its_files_never_hold_what_the_reader_may_not_see()
    {
        var ours = await office.FileAsync("甲乙丙");
        var theirs = await office.FileAsync("丁戊己");
        await office.DoAsync(async desk => await desk.AssignAsync(new(theirs.Id, null, GridDesk.Kernel.Events.Actor.Office), $"{await office.IdOfAsync("supervisor")}", "billing"));

        var clerk = await office.SignInAsync("clerk");
        foreach (var path in (string[])["/desk/promises", "/desk/promises?department=billing", "/desk/promises.csv", "/desk/promises.csv?department=billing", "/desk/promises?sort=received", "/desk"])
        {
            var text = await clerk.Http.GetStringAsync(path);
            text.ShouldNotContain(theirs.Number!, customMessage: path);
            text.ShouldNotContain("甲乙丙");
        }

        (await clerk.Http.GetStringAsync("/desk/promises.csv")).ShouldContain(ours.Number!);
        (await ContentAsync(clerk, "/desk/promises.ods")).ShouldNotContain(theirs.Number!);
        var supervisor = await office.SignInAsync("supervisor");
        (await supervisor.Http.GetStringAsync("/desk/promises?department=billing")).ShouldContain(theirs.Number!);
        (await supervisor.Http.GetAsync("/desk/promises.csv")).StatusCode.ShouldBe(HttpStatusCode.OK);
        var greeter = await office.SignInAsync("greeter");
        (await greeter.Http.GetAsync("/desk/promises.csv")).StatusCode.ShouldBe(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task Another_program_reads_the_list_as_far_as_the_owner_of_its_token_may_see_it()
    {
        var ours = await office.FileAsync("庚辛壬");
        var theirs = await office.FileAsync("癸子丑");
        await office.DoAsync(async desk => await desk.AssignAsync(new(theirs.Id, null, GridDesk.Kernel.Events.Actor.Office), $"{await office.IdOfAsync("supervisor")}", "billing"));
        var clerk = await ApiAsync("clerk", GridDesk.Staff.Role.Clerk, "");
        Numbers(clerk).ShouldContain(ours.Number!);
        Numbers(clerk).ShouldNotContain(theirs.Number!);
        clerk.ToJsonString().ShouldNotContain("庚");
        Numbers(await ApiAsync("supervisor", GridDesk.Staff.Role.Supervisor, "?department=billing")).ShouldContain(theirs.Number!);
        (await ApiAsync("supervisor", GridDesk.Staff.Role.Supervisor, "?state=soon"))["field"]!.GetValue<string>().ShouldBe("state");

        async Task<System.Text.Json.Nodes.JsonNode> ApiAsync(string user, GridDesk.Staff.Role role, string query)
        {
            var request = new HttpRequestMessage(HttpMethod.Get, $"/api/desk/promises{query}");
            request.Headers.Authorization = new("Bearer", await Api.ApiCaller.TokenAsync(office, user, role));
            return System.Text.Json.Nodes.JsonNode.Parse(await (await office.Api().SendAsync(request)).Content.ReadAsStringAsync())!;
        }

        static IEnumerable<string> Numbers(System.Text.Json.Nodes.JsonNode answer) => answer["promises"]!.AsArray().Select(p => p!["number"]!.GetValue<string>());
    }

    [Fact]
    public async Task Pages_follow_one_another_without_a_gap_in_every_order()
    {
        for (var n = 0; n < 53; n++)
        {
            await office.FileAsync($"用戶{n}", number: DeskWork.Number($"19050100{n:D2}"));
        }

        var supervisor = await office.SignInAsync("supervisor");
        foreach (var sort in (string[])["due", "received", "service"])
        {
            await supervisor.GoAsync($"/en/desk/promises?sort={sort}");
            var all = int.Parse(supervisor.Page.QuerySelector("h1 .gd-count")!.TextContent.Split(' ')[0]);
            var seen = Numbers(supervisor);
            seen.Count.ShouldBe(50);
            while (supervisor.Page.QuerySelector(".gd-pager a[rel=next]") is { } next)
            {
                await supervisor.GoAsync(next.GetAttribute("href")!);
                seen.AddRange(Numbers(supervisor));
            }

            seen.Distinct().Count().ShouldBe(all, sort);
            seen.Count.ShouldBe(all, sort);
        }
    }

    [Fact]
    public async Task Lights_owners_and_services_narrow_the_list()
    {
        var mine = await office.FileAsync("紀錄", owner: $"{await office.IdOfAsync("clerk")}", service: "MTEST", answers: new() { ["why"] = "跑太快", ["witness"] = "skip" });
        var clerk = await office.SignInAsync("clerk");
        (await clerk.Http.GetStringAsync($"/desk/promises?owner={mine.Owner}&service=MTEST&light=ok")).ShouldContain(mine.Number!);
        (await clerk.Http.GetStringAsync("/desk/promises?owner=nobody")).ShouldNotContain(mine.Number!);
        (await clerk.Http.GetStringAsync("/desk/promises?light=late")).ShouldNotContain(mine.Number!);
        (await clerk.Http.GetStringAsync("/desk/promises?light=wait")).ShouldNotContain(mine.Number!);
        (await clerk.Http.GetStringAsync("/desk/promises?after=nonsense&sort=nonsense&light=nonsense")).ShouldContain("部門承諾");
    }

    [Fact]
    public async Task What_is_late_stands_first_and_says_why()
    {
        var late = await office.FileAsync("遲到", owner: $"{await office.IdOfAsync("handler")}");
        var before = office.Clock.GetCurrentInstant();
        office.Clock.AdvanceDays(1);
        try
        {
            await office.FileAsync("準時", number: DeskWork.Number("1905020001"), owner: $"{await office.IdOfAsync("handler")}");
            var handler = await office.SignInAsync("handler");
            await handler.GoAsync("/en/desk");
            var first = handler.Page.QuerySelector(".gd-rows tbody a")!;
            (first.TextContent, first.HasAttribute("autofocus")).ShouldBe((late.Number!, true));
            handler.Text.ShouldContain("Overdue by 1 working day");
            handler.Text.ShouldContain("by our service norm");
            handler.Text.ShouldContain("Due today");
        }
        finally
        {
            office.Clock.Reset(before);
        }
    }

    [Fact]
    public async Task Papers_that_wait_for_examination_are_on_the_desk()
    {
        var papers = await office.FileAsync("等審核", service: "XFER", answers: []);
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync("/en/desk");
        clerk.Text.ShouldContain("Papers taken in, waiting for the rest");
        clerk.Text.ShouldContain(papers.Slip!);
    }

    [Fact]
    public async Task The_spreadsheet_is_a_document_that_our_own_door_knows()
    {
        await office.FileAsync("試算表");
        var clerk = await office.SignInAsync("clerk");
        var bytes = await clerk.Http.GetByteArrayAsync("/desk/promises.ods");
        FileTypes.Of(bytes).ShouldBe("application/vnd.oasis.opendocument");
        using var zip = new ZipArchive(new MemoryStream(bytes));
        zip.Entries.Select(e => e.FullName).ShouldBe(["mimetype", "content.xml", "META-INF/manifest.xml"]);
        zip.Entries[0].CompressedLength.ShouldBe(zip.Entries[0].Length);
        XDocument.Load(zip.GetEntry("content.xml")!.Open()).Root!.Name.LocalName.ShouldBe("document-content");
    }

    private static List<string> Numbers(Visitor visitor) => [.. visitor.Page.QuerySelectorAll(".gd-rows tbody a").Select(a => a.TextContent)];

    private static async Task<string> ContentAsync(Visitor visitor, string path)
    {
        using var zip = new ZipArchive(new MemoryStream(await visitor.Http.GetByteArrayAsync(path)));
        using var reader = new StreamReader(zip.GetEntry("content.xml")!.Open(), Encoding.UTF8);
        return await reader.ReadToEndAsync();
    }
}
