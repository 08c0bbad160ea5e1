using System.Globalization;
using System.Text.Json.Nodes;
using AngleSharp.Dom;
using GridDesk.Kernel.Forms;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Questions;

namespace GridDesk.Tests.Ui;

public sealed class QuestionTests
{
    private readonly Drawn _page = new();

    public QuestionTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-TW");

    [Fact]
    public async Task The_only_question_of_a_page_is_its_heading()
    {
        var name = new Question("name", "text", new("用電戶名", "Name")) { Hint = new("身分證上的", "As on your card"), MaxLength = 18 };

        var main = await AskAsync(name, Editor.Line, "陳美蘭", mode: "page");

        var input = main.QuerySelector("input[name='answers.name']")!;
        main.QuerySelector("h1 label")!.GetAttribute("for").ShouldBe(input.Id);
        input.GetAttribute("value").ShouldBe("陳美蘭");
        input.ClassList.ShouldContain("govuk-input--width-20");
        input.Descriptions().ShouldBe(["身分證上的"]);
    }

    [Fact]
    public async Task The_counter_has_no_headings_and_no_memory_of_the_browser()
    {
        var main = await AskAsync(new Question("phone", "phone", new("電話", "Phone")), Editor.Line, null, mode: "dense");

        main.QuerySelector("h1").ShouldBeNull();
        main.QuerySelector(".gd-dense input")!.GetAttribute("autocomplete").ShouldBe("off");
    }

    [Fact]
    public async Task A_number_is_described_by_its_unit()
    {
        var main = await AskAsync(new Question("kw", "number", new("容量", "Capacity")) { Unit = new("瓩", "kW"), Max = 999, Decimals = 1 }, Editor.Number, 12.5);

        main.QuerySelector("input")!.Descriptions().ShouldBe(["瓩"]);
        main.QuerySelector("input")!.GetAttribute("value").ShouldBe("12.5");
        main.QuerySelector("input")!.GetAttribute("inputmode").ShouldBe("decimal");
    }

    [Fact]
    public async Task A_date_is_shown_as_it_was_typed_even_when_it_is_none()
    {
        var day = new Question("moved", "date", new("哪一天", "Which day"));

        Boxes(await AskAsync(day, Editor.Date, "2019-06-20")).ShouldBe(["108", "6", "20"]);
        Boxes(await AskAsync(day, Editor.Date, new JsonObject { ["year"] = "108", ["month"] = "13" })).ShouldBe(["108", "13", null]);
        Boxes(await AskAsync(day, Editor.Date, "下星期")).ShouldBe(["下星期", null, null]);

        static IEnumerable<string?> Boxes(IElement main) => main.QuerySelectorAll("input").Select(box => box.GetAttribute("value"));
    }

    [Fact]
    public async Task Choices_are_ticked_as_answered()
    {
        Option[] options = [new("a", Phrase.Same("甲")), new("b", Phrase.Same("乙")), new("c", Phrase.Same("丙"))];

        var one = await AskAsync(new Question("kind", "choice", new("哪種", "Kind")) { Options = options }, Editor.Choice, "b");
        var several = await AskAsync(new Question("kinds", "choice", new("哪些", "Kinds")) { Options = options, Many = true }, Editor.Choice, new JsonArray("a", "c"));

        one.QuerySelectorAll("input[type=radio][checked]").Select(radio => radio.GetAttribute("value")).ShouldBe(["b"]);
        several.QuerySelectorAll("input[type=checkbox][checked]").Select(box => box.GetAttribute("value")).ShouldBe(["a", "c"]);
        several.QuerySelectorAll("input").Select(box => box.GetAttribute("name")).Distinct().ShouldBe(["answers.kinds"]);
    }

    [Fact]
    public async Task The_parts_of_an_address_are_labelled_and_the_whole_is_reachable()
    {
        _page.Wrong("answers.place", "查不到這個地址。").Wrong("answers.place.number", "請填號。");

        var main = await AskAsync(new Question("place", "address", new("用電地址", "Address")), Editor.Address, new JsonObject { ["road"] = "民族路" });

        main.QuerySelectorAll("input").Select(input => input.GetAttribute("name")!["answers.place.".Length..])
            .ShouldBe(["postcode", "county", "district", "road", "section", "lane", "alley", "number", "floor"]);
        main.QuerySelectorAll("input").ShouldAllBe(input => input.Label() != "");
        main.QuerySelector("[name='answers.place.road']")!.GetAttribute("value").ShouldBe("民族路");
        main.QuerySelector($"input#{FieldId.Of("answers.place")}").ShouldNotBeNull();
        main.QuerySelector("fieldset")!.Descriptions().ShouldBe(["錯誤：查不到這個地址。"]);
        main.QuerySelectorAll("[aria-invalid]").Select(input => input.Label()).ShouldBe(["號"]);
        main.ShouldHaveNoIdTwice();
    }

    [Fact]
    public async Task What_was_uploaded_is_told_with_the_file_field()
    {
        var main = await AskAsync(new Question("lease", "file", new("租約", "Lease")), Editor.File, new JsonObject { ["name"] = "租約.pdf" });

        main.QuerySelector("input[type=file]")!.Descriptions().Single().ShouldContain("租約.pdf");
    }

    [Fact]
    public async Task A_group_repeats_its_questions_and_keeps_one_empty_item()
    {
        _page.Wrong("answers.meters[0].number", "檢算號對不上。");

        var main = await AskAsync(Meters, Editor.Group, new JsonArray(new JsonObject { ["number"] = "123" }));

        main.QuerySelectorAll("input").Select(input => (input.GetAttribute("name"), input.GetAttribute("value")))
            .ShouldBe([("answers.meters[0].number", "123"), ("answers.meters[1].number", null)]);
        main.QuerySelectorAll("fieldset fieldset legend").Select(legend => legend.TextContent).ShouldBe(["第 1 個電表", "第 2 個電表"]);
        main.QuerySelector("input")!.Descriptions().ShouldBe(["錯誤：檢算號對不上。"]);
        main.QuerySelector("button[name=add]")!.GetAttribute("value").ShouldBe("meters");
        main.QuerySelectorAll("button[name=remove]").Select(button => button.GetAttribute("value")).ShouldBe(["meters[0]"]);
        main.ShouldHaveNoIdTwice();
    }

    [Fact]
    public async Task Enter_in_a_group_neither_removes_nor_adds()
    {
        var main = await AskAsync(Meters, Editor.Group, new JsonArray(new JsonObject()));

        var pressedByEnter = main.QuerySelector("button")!;
        pressedByEnter.HasAttribute("name").ShouldBeFalse();
        pressedByEnter.GetAttribute("tabindex").ShouldBe("-1");
    }

    [Fact]
    public async Task A_full_group_offers_no_more()
    {
        var main = await AskAsync(Meters, Editor.Group, new JsonArray(new JsonObject(), new JsonObject()));

        main.QuerySelectorAll("input").Length.ShouldBe(2);
        main.QuerySelector("button[name=add]").ShouldBeNull();
    }

    [Fact]
    public async Task A_kind_that_nobody_brought_stops_the_page() =>
        await Should.ThrowAsync<InvalidOperationException>(() => AskAsync(new Question("x", "palm-reading", Phrase.Same("?")), null, null));

    private static Question Meters => new("meters", "group", new("電表", "Meters"))
    {
        ItemName = new("電表", "meter"),
        Max = 2,
        Fields = [new Question("number", "text", new("電號", "Number"))],
    };

    private Task<IElement> AskAsync(Question question, Editor? editor, JsonNode? typed, string mode = "field") => _page.DrawAsync(
        "gd-question",
        new GdQuestion(new FieldKinds([new TextKind()])) { View = _page.View, Question = question, Editor = editor, Typed = typed, Mode = mode });

    private sealed class TextKind : IFieldKind
    {
        public string Name => "text";

        public Editor Editor => Editor.Line;

        public JsonNode Read(Question question, JsonNode typed) => typed;

        public string Show(Question question, JsonNode answer) => answer.ToString();

        public JsonObject Schema(Question question) => [];
    }
}
