using System.Net;
using GridDesk.Kernel.Time;
using GridDesk.Plan;
using GridDesk.Plan.Assess;
using GridDesk.Plan.Assess.Report;
using GridDesk.Tests.Files;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Ui.Documents;

namespace GridDesk.Tests.Plan.Assess;

/// <summary>What a department writes, shows and changes, and what of it is in the report.</summary>
[Trait("store", "both")]
public sealed class AnsweringTests
{
    private const string Row = "/en/desk/assessments/108-1/service-centre?row=1.1.3.1";
    private const string Statement = "What was done in this half-year and what came of it (in Chinese)";
    private static readonly HalfYear First = new(108, 1);
    private static readonly byte[] Photo = SamplePhotos.Jpeg(SamplePhotos.ExifSegment(SamplePhotos.Tags(place: true)));

    [Fact]
    public async Task A_photo_is_kept_without_its_place_and_everybody_sees_it_only_when_the_report_is_posted()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync(Row);
        await clerk.Fill(Statement, "辦了訓練。").Choose("3: As planned").Fill("What the photo shows", "教室裡的同仁").PressAsync("Save and stay", ("Photo", "course.jpg", Photo));
        clerk.Text.ShouldContain("the place where it was taken and other data in it were removed");
        var photo = clerk.Page.QuerySelector("main img")!;
        photo.GetAttribute("alt").ShouldBe("教室裡的同仁");
        var address = photo.GetAttribute("src")!;
        (await clerk.Http.GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await office.Api().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.NotFound, "nobody else before it is posted");

        office.Clock.Reset(Instant.FromUtc(2019, 7, 3, 2, 0));
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/assessments/108-1");
        await head.PressAsync("Freeze it: nothing changes afterwards");
        await head.PressAsync("Post it for everybody to read");
        (await office.Api().GetAsync(address)).StatusCode.ShouldBe(HttpStatusCode.OK);
        (await office.Visit().GoAsync("/plan/108/1")).Page.QuerySelectorAll("main img").ShouldContain(img => img.GetAttribute("alt") == "教室裡的同仁");
        OdfSchemaTests.MistakesIn(await office.Api().GetByteArrayAsync("/plan/108/1.odt"), "content.xml", "styles.xml", "meta.xml").ShouldBeEmpty();
    }

    [Fact]
    public async Task A_photo_that_is_refused_loses_no_word_and_one_can_be_taken_away_again()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync(Row);
        await clerk.Fill(Statement, "辦了訓練。").Choose("3: As planned").Fill("What the photo shows", "教室").PressAsync("Save and stay", ("Photo", "course.jpg", "no photo"u8.ToArray()));
        clerk.Errors.ShouldBe(["This file is not a photo. Please send a JPEG, PNG or WebP."]);
        clerk.Page.Body!.TextContent.ShouldContain("辦了訓練。");
        await clerk.PressAsync("Save and stay", ("Photo", "course.jpg", Photo));
        clerk.Errors.ShouldBeEmpty();
        await clerk.PressAsync("Remove");
        clerk.Page.QuerySelector("main img").ShouldBeNull();
    }

    [Fact]
    public async Task Two_colleagues_who_write_at_once_do_not_write_over_each_other()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        var (one, other) = (await office.SignInAsync("clerk"), await office.SignInAsync("supervisor"));
        await one.GoAsync(Row);
        await other.GoAsync(Row);
        await one.Fill(Statement, "第一位寫的。").Choose("3: As planned").PressAsync("Save and stay");
        await other.Fill(Statement, "第二位寫的。").Choose("4: Beyond what was planned").PressAsync("Save and stay");
        other.Errors.Single().ShouldStartWith("A colleague has just changed this row.");
        other.Page.Body!.TextContent.ShouldContain("第二位寫的。");
        (await one.GoAsync(Row)).Page.Body!.TextContent.ShouldContain("第一位寫的。");
    }

    [Fact]
    public async Task A_row_that_is_amended_after_the_freeze_keeps_its_old_words_in_the_report()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.RunRecurringAsync();
        office.Clock.Reset(Instant.FromUtc(2019, 7, 3, 2, 0));
        var head = await office.SignInAsync("head");
        await head.GoAsync("/en/desk/assessments/108-1");
        await head.PressAsync("Freeze it: nothing changes afterwards");
        var before = await TitleAsync(office, First);
        await head.GoAsync("/en/desk/plan/108/measures/1.1.3.1/amend");
        await head.Fill("Title (Chinese)", "新的標題").Fill("Title (English)", "A new title").Fill("Reason", "業務調整").PressAsync("Save the amendment");
        head.Errors.ShouldBeEmpty();
        (await TitleAsync(office, First)).ShouldBe(before);
        (await TitleAsync(office, new(108, 2))).En.ShouldBe("A new title");
    }

    private static async Task<Phrase> TitleAsync(TestOffice office, HalfYear half) => (await office.WithAsync<AssessDesk, SelfAssessment?>(d => d.FindAsync(half)))?.Body is { } body
        ? AssessmentReport.Read(body).Rows.Single(row => row.Code == "1.1.3.1").Title
        : (await office.WithAsync<MakeReport, AssessmentReport>(m => m.AsOfAsync(half, office.Clock.GetCurrentInstant()))).Rows.Single(row => row.Code == "1.1.3.1").Title;
}
