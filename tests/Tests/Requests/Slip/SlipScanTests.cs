using System.Net;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Requests;
using GridDesk.Requests.Slip;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Requests.Slip;

/// <summary>The QR code on the paper is read as a telephone reads it, and what it says opens the request.</summary>
[Trait("store", "both")]
public sealed class SlipScanTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Theory]
    [InlineData("", "留在這支手機")]
    [InlineData("/en", "Keep on this phone")]
    public async Task The_code_on_the_slip_opens_its_request_and_a_scan_is_counted_apart_from_a_visit(string language, string keep)
    {
        var slip = (await office.ApplyAsync()).Slip();
        var paper = await office.Visit().GoAsync($"{language}/slip/{slip.Number}?code={slip.Code}");
        var said = Read(paper);
        said.ShouldBe($"http://localhost{language}/track/{slip.Number}?code={slip.Code}&by=slip");

        var (scans, enquiries) = (await CountAsync("request.slip-scanned"), await CountAsync("request.enquired"));
        var phone = await office.Visit().GoAsync(new Uri(said).PathAndQuery);
        phone.Path.ShouldBe($"{language}/track/{slip.Number}?code={slip.Code}", "a bookmark or a reload is no further scan");
        phone.Text.ShouldContain(slip.Number);
        phone.Text.ShouldContain(keep);
        (await CountAsync("request.slip-scanned"), await CountAsync("request.enquired")).ShouldBe((scans + 1, enquiries + 1));
        await phone.GoAsync(phone.Path);
        (await CountAsync("request.slip-scanned"), await CountAsync("request.enquired")).ShouldBe((scans + 1, enquiries + 2));

        var request = (await office.DoAsync(desk => desk.FindAsync(slip.Number)))!;
        var scan = await office.WithAsync<OfficeDb, RecordedEvent>(db => db.Set<RecordedEvent>().SingleAsync(e => e.Name == "request.slip-scanned" && e.Body.Contains(request.Key)));
        (scan.Body, scan.By).ShouldBe(($$"""{"request":"{{request.Key}}"}""", "customer"), "who scanned, with what and where from is not kept");
    }

    [Fact]
    public async Task A_wrong_code_is_no_scan()
    {
        var slip = (await office.ApplyAsync()).Slip();
        var scans = await CountAsync("request.slip-scanned");
        (await office.Visit().GoAsync($"/track/{slip.Number}?code=WRONG999&by=slip")).Status.ShouldBe(HttpStatusCode.NotFound);
        (await CountAsync("request.slip-scanned")).ShouldBe(scans);
    }

    [Fact]
    public async Task A_reprint_is_the_same_paper_to_the_byte_until_what_it_says_is_otherwise()
    {
        await using var own = await TestOffice.OpenAsync();
        var request = await own.FileAsync(OfficeCases.Transfer("陳玉蘭"));
        var clerk = await own.SignInAsync("supervisor");
        await clerk.GoAsync($"/slip/{request.Number}");
        await clerk.PressAsync("列印回條");
        var first = Paper(clerk);
        var code = await own.DoAsync(desk => desk.CodeOfAsync(request));
        foreach (var part in (string[])[request.Number!, code, "服務中心", "1911", "6月21日"])
        {
            clerk.Text.ShouldContain(part);
        }

        own.Clock.AdvanceHours(20);
        await clerk.PressAsync("列印回條");
        Paper(clerk).ShouldBe(first, "the next day, and printed again");
        var customer = await own.Visit().GoAsync($"/slip/{request.Number}?code={code}");
        Paper(customer).ShouldBe(first, "and at home");

        // The one thing that changes it: the customer was told another day.
        var told = await own.DoAsync(desk => desk.TellAsync(request.Change() with { Version = null }, new(2019, 6, 28)));
        await customer.GoAsync($"/slip/{told.Number}?code={code}");
        Paper(customer).Replace("2019-06-28", "2019-06-21").Replace("6月28日", "6月21日").ShouldBe(first);
        Paper(customer).ShouldNotBe(first);
    }

    [Fact]
    public void Whatever_is_drawn_is_read_back() => Prop.ForAll(Gen.Choose(1, 190).SelectMany(n => Gen.Elements("abcXYZ019-/?&=".ToCharArray()).ArrayOf(n)).Select(c => new string(c) + "a").ToArbitrary(), text =>
    {
        var drawn = QrSvg.Of(text);
        QrReader.Read($"0 0 {drawn.Size} {drawn.Size}", drawn.Path).ShouldBe(text);
    }).QuickCheckThrowOnFailure();

    private static string Paper(Visitor visitor) => visitor.Page.QuerySelector(".gd-slip")!.OuterHtml;

    private static string Read(Visitor visitor)
    {
        var drawing = visitor.Page.QuerySelector(".gd-slip__qr svg")!;
        return QrReader.Read(drawing.GetAttribute("viewBox")!, drawing.QuerySelector("path")!.GetAttribute("d")!);
    }

    private Task<int> CountAsync(string name) => office.WithAsync<OfficeDb, int>(db => db.Set<RecordedEvent>().CountAsync(e => e.Name == name));
}
