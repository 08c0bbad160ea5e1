using System.Security.Cryptography;
using System.Text;
using GridDesk.BrowserTests.Infrastructure;
using Microsoft.Playwright;

namespace GridDesk.BrowserTests.Journeys;

/// <summary>A half-year that is over: departments say what no statistic can tell, the head follows a figure to its rows, freezes, reports and posts.</summary>
[Collection(nameof(OpenOffice))]
public sealed class SelfAssessmentTests
{
    // Somebody at ease with a keyboard presses a key in 0.28 s, and reads and thinks for most of a quarter of an hour.
    private const int MostKeys = 260;
    private const string Head = "/desk/assessments/108-1";

    // The place in an Exif block: a directory with a pointer to one that says "north".
    private static readonly byte[] Place =
    [
        0xFF, 0xE1, 0, 52, .. "Exif\0\0MM\0*"u8, 0, 0, 0, 8, 0, 1, 0x88, 0x25, 0, 4, 0, 0, 0, 1, 0, 0, 0, 26, 0, 0, 0, 0, 0, 1, 0, 1, 0, 2, 0, 0, 0, 2, (byte)'N', 0, 0, 0, 0, 0, 0, 0,
    ];

    [Theory]
    [InlineData("zh", "拍攝地點和其他資料已經移除", "已定稿，還沒公告", "已如期辦理", "說明用的黑板")]
    [InlineData("en", "the place where it was taken and other data in it were removed", "Frozen, not posted yet", "done in time", "A blackboard")]
    public async Task A_department_answers_with_a_photo_and_the_head_goes_from_a_row_to_its_rows_freezes_reports_and_posts_without_typing_a_figure(
        string language, string removed, string frozen, string inTime, string caption)
    {
        await using var office = new OpenOffice { Clock = "2019-07-01T09:00+08:00" };
        await office.InitializeAsync();

        await using (var clerk = await office.VisitAsync(language, "clerk"))
        {
            await AnswerTwoRowsAsync(clerk, caption, removed);
        }

        await using var head = await office.VisitAsync(language, "head");
        await head.GoAsync("/plan");
        var figure = await FollowAFigureAsync(head);
        var sent = await FreezeReportAndPostAsync(head, frozen);
        head.Keys.ShouldBeLessThanOrEqualTo(MostKeys);
        head.ShouldBeQuiet();
        TestContext.Current.TestOutputHelper?.WriteLine($"the head: {head.Keys} keys, {head.Waits.Count} pages; {head.WaitsInWords()}");

        await using var reader = await office.VisitAsync(language, screen: Screen.Narrow);
        await reader.GoAsync("/plan/108/1");
        var said = await reader.TextAsync("main");
        said.ShouldContain(figure);
        said.ShouldContain(inTime);
        said.ShouldNotContain(frozen);
        (await reader.Page.Locator("main a[href*='frozen=true']").CountAsync()).ShouldBe(0, "rows are for the staff");
        var photo = reader.Page.Locator($"main img[alt='{caption}']").First;
        await photo.ScrollIntoViewIfNeededAsync();
        await reader.Page.WaitForFunctionAsync("alt => document.querySelector(`main img[alt='${alt}']`).naturalWidth > 0", caption);
        var json = await office.Program.Http.GetStringAsync(new Uri(office.Program.Url, "/api/plan/108/assessments/1"));
        (await reader.Page.Locator("main .gd-mono").First.TextContentAsync()).ShouldBe(Hash(Encoding.UTF8.GetBytes(json)), "anybody can check what was frozen");
        Hash(await office.Program.Http.GetByteArrayAsync(new Uri(office.Program.Url, "/plan/108/1.odt"))).ShouldBe(sent, "what everybody downloads is what was reported");
        (await Axe.LookAsync(reader.Page)).ShouldBeEmpty();
        (await Axe.SticksOutAsync(reader.Page)).ShouldBeEmpty();
        reader.ShouldBeQuiet();
    }

    /// <summary>One row with a photo, and the next without.</summary>
    private static async Task AnswerTwoRowsAsync(Visit clerk, string caption, string removed)
    {
        await clerk.GoAsync("/desk");
        await PressAsync(clerk, "nav a[href$='/plan']");
        await PressAsync(clerk, "nav a[href$='/desk/assessment']");
        await PressAsync(clerk, "#next ~ p a[href*='108-1/']");
        var before = await AnsweredAsync();
        await SayAsync(clerk);
        await AddPhotoAsync(clerk, caption);
        (await clerk.TextAsync("main [role=status]")).ShouldContain(removed);
        await clerk.TurnAsync("Alt+KeyS");
        await clerk.PressAsync("Tab");
        (await clerk.Page.EvaluateAsync<string>("() => document.activeElement.name")).ShouldBe("Input.Zh", "the next row is answered at once");
        await SayAsync(clerk);
        await clerk.TurnAsync("Alt+KeyS");
        (await AnsweredAsync()).ShouldBe(before + 2);
        clerk.ShouldBeQuiet();
        TestContext.Current.TestOutputHelper?.WriteLine($"the clerk: {clerk.Keys} keys, {clerk.Waits.Count} pages");

        Task<int> AnsweredAsync() => clerk.Page.Locator("main nav li:has(.gd-status--ok)").CountAsync();
    }

    private static async Task SayAsync(Visit clerk)
    {
        (await clerk.Page.Locator("main form input[type=number]").CountAsync()).ShouldBe(0, "nobody is asked for a figure");
        await clerk.TabToAsync("[name='Input.Zh']");
        await clerk.TypeAsync("照計畫辦理，成果在照片裡。");
        await clerk.TabToAsync("[name='Input.Score']");
        await clerk.PressAsync("ArrowDown");
    }

    private static async Task AddPhotoAsync(Visit clerk, string caption)
    {
        var drawn = await clerk.Page.EvaluateAsync<string>("""
            () => {
              const canvas = Object.assign(document.createElement('canvas'), { width: 640, height: 400 });
              const brush = canvas.getContext('2d');
              brush.fillStyle = '#2d4a3a';
              brush.fillRect(0, 0, 640, 400);
              return canvas.toDataURL('image/jpeg').split(',')[1];
            }
            """);
        var jpeg = Convert.FromBase64String(drawn);
        await clerk.TabToAsync("main form summary");
        await clerk.PressAsync("Enter");
        await clerk.TabToAsync("[name=Photo]");
        await clerk.ChooseFileAsync(new() { Name = "huge.jpg", MimeType = "image/jpeg", Buffer = [.. jpeg, .. new byte[20_000_000]] });
        await clerk.TabToAsync("button[value=stay]");
        await clerk.TurnAsync("Enter");
        (await clerk.TextAsync(".govuk-error-summary")).ShouldContain("10 MB");
        (await clerk.Page.InputValueAsync("[name='Input.Zh']")).ShouldNotBeEmpty("a photo that is too large loses no word");
        await clerk.TabToAsync("[name=Photo]");
        await clerk.ChooseFileAsync(new() { Name = "board.jpg", MimeType = "image/jpeg", Buffer = [.. jpeg[..2], .. Place, .. jpeg[2..]] });
        await clerk.TabToAsync("[name='Input.Caption']");
        await clerk.TypeAsync(caption);
        await PressAsync(clerk, "button[value=stay]");
    }

    /// <summary>Row, figure, the rows behind it, and back to the row.</summary>
    private static async Task<string> FollowAFigureAsync(Visit head)
    {
        await PressAsync(head, ".gd-pick a[href*='half=1']");
        var row = await head.Page.Locator("details.gd-plan__row:has(.gd-stat a[href*='/plan/108/'])").First.GetAttributeAsync("id");
        var figure = await head.Page.Locator($"[id='{row}'] > summary b.gd-num").InnerTextAsync();
        await head.TabToAsync($"[id='{row}'] > summary");
        await head.PressAsync("Enter");
        await PressAsync(head, $"[id='{row}'] .gd-stat a[href*='/plan/108/']");
        (await head.Page.Locator("main tbody tr").CountAsync()).ShouldBeGreaterThan(0);
        await PressAsync(head, $"main a[href$='#{row}']");
        (await head.Page.Locator($"[id='{row}']").IsVisibleAsync()).ShouldBeTrue("the row is where it was");
        await head.PressAsync("Tab");
        (await head.Page.EvaluateAsync<bool>("id => document.activeElement.parentElement.id === id", row)).ShouldBeTrue("one goes on from the row that one came from");
        return figure;
    }

    /// <returns>SHA-256 of the file that was reported.</returns>
    private static async Task<string> FreezeReportAndPostAsync(Visit head, string frozen)
    {
        await PressAsync(head, "main a[href$='/desk/assessments/108-1']");
        await PressAsync(head, "button[value=freeze]");
        await PressAsync(head, "#next ~ p a[href$='/plan/108/1']");
        (await head.TextAsync("main .gd-note")).ShouldContain(frozen);
        await PressAsync(head, $"main a[href$='{Head}']");
        (await head.Page.Locator("main form :is(input:not([type=hidden]), textarea, select)").EvaluateAllAsync<string[]>("fields => fields.map(f => f.name)"))
            .ShouldBe(["To"], "the head says where it was sent and nothing else");
        await head.TabToAsync("[name=To]");
        await head.TypeAsync("business@example.org");
        await PressAsync(head, "button[value=report]");
        await PressAsync(head, "button[value=post]");
        (await head.Page.Locator(".gd-due .gd-promise time[datetime*='T']").CountAsync()).ShouldBe(2, "both duties say when they were done");
        var proof = await head.TextAsync("main dl.gd-dl");
        proof.ShouldContain("business@example.org");
        proof.ShouldContain("/plan/108/1");
        return proof.Split("SHA-256 ")[1][..64];
    }

    // A control that Tab reaches and that says what it does; then the page to which it leads.
    private static async Task PressAsync(Visit visit, string control)
    {
        await visit.TabToAsync(control);
        (await visit.Page.EvaluateAsync<string>("() => (document.activeElement.getAttribute('aria-label') ?? document.activeElement.innerText).trim()")).ShouldNotBeEmpty(control);
        await visit.TurnAsync("Enter");
        (await visit.Page.Locator(".govuk-error-summary").CountAsync()).ShouldBe(0, await visit.TextAsync("main"));
    }

    private static string Hash(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));
}
