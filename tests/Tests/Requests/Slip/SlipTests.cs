using System.Net;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Requests;
using GridDesk.Requests.Slip;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Apply;
using QRCoder;

namespace GridDesk.Tests.Requests.Slip;

[Trait("store", "both")]
public sealed partial class SlipTests : IClassFixture<TestOffice>
{
    private readonly TestOffice office;

    public SlipTests(TestOffice office)
    {
        this.office = office;
        office.Clock.AdvanceMinutes(1);
    }

    [Fact]
    public async Task It_says_what_to_bring_where_and_when_and_is_counted_when_printed()
    {
        var visitor = await office.ApplyAsync(complete: false);
        var slip = visitor.Slip();
        await visitor.PressAsync("列印回條");

        visitor.Path.ShouldBe($"/slip/{slip.Number}?code={slip.Code}&print=true");
        visitor.Text.ShouldContain("請補這些：");
        visitor.Text.ShouldContain("與房屋的關係證明，一種就好");
        visitor.Text.ShouldContain("嘉義服務中心");
        visitor.Text.ShouldContain("陳＊蘭");
        visitor.Text.ShouldContain(slip.Code);
        visitor.Page.Source.Text.ShouldNotContain("陳玉蘭");
        visitor.Page.QuerySelectorAll("script[src$='print.js']").Length.ShouldBe(1);
        (await PrintsOf(slip.Number)).ShouldBe(1);

        var first = visitor.Page.QuerySelector(".gd-slip")!.TextContent;
        await visitor.GoAsync($"/slip/{slip.Number}?code={slip.Code}");
        (await PrintsOf(slip.Number)).ShouldBe(1, "looking is not printing");
        await visitor.PressAsync("列印回條");
        (await PrintsOf(slip.Number)).ShouldBe(2);
        visitor.Page.QuerySelector(".gd-slip")!.TextContent.ShouldBe(first, "a reprint is the same slip");
    }

    [Fact]
    public async Task An_accepted_request_has_its_promised_day_on_it()
    {
        var visitor = await office.ApplyAsync();
        await visitor.PressAsync("列印回條");
        visitor.Text.ShouldContain("6月21日");
        visitor.Text.ShouldContain("本處初估，尚待確認");
    }

    [Fact]
    public async Task Without_the_code_there_is_no_slip_for_a_stranger_but_for_the_desk()
    {
        var slip = (await office.ApplyAsync()).Slip();
        (await office.Visit().GoAsync($"/slip/{slip.Number}")).Status.ShouldBe(HttpStatusCode.NotFound);
        var clerk = await office.SignInAsync("clerk");
        (await clerk.GoAsync($"/slip/{slip.Number}")).Status.ShouldBe(HttpStatusCode.OK);
        clerk.Text.ShouldContain(slip.Code);
    }

    [Fact]
    public void The_code_is_drawn_module_by_module() => Prop.ForAll(Gen.Elements("CY108-00001-R", "CYP108-99999-T").ToArbitrary(), number =>
    {
        var text = $"https://example.org/track/{number}?code=3XRSZP37";
        using var code = QRCodeGenerator.GenerateQrCode(text, QRCodeGenerator.ECCLevel.M);
        var dark = code.ModuleMatrix.Sum(row => row.Cast<bool>().Count(module => module));
        Run().Matches(QrSvg.Of(text).Path).Sum(run => int.Parse(run.Groups[1].Value)).ShouldBe(dark);
        QrSvg.Of(text).Size.ShouldBe(code.ModuleMatrix.Count);
    }).QuickCheckThrowOnFailure();

    private Task<int> PrintsOf(string number) => office.WithAsync<RequestDesk, int>(async desk => (await desk.FindAsync(number))!.SlipPrints);

    [GeneratedRegex("h([0-9]+)v1")]
    private static partial Regex Run();
}
