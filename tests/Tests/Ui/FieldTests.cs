using System.Globalization;
using AngleSharp.Dom;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Words;

namespace GridDesk.Tests.Ui;

public sealed class FieldTests
{
    private readonly Drawn _page = new();

    public FieldTests() => CultureInfo.CurrentCulture = CultureInfo.CurrentUICulture = new CultureInfo("zh-TW");

    [Fact]
    public async Task A_field_is_joined_to_its_label_hint_error_and_unit()
    {
        _page.Typed("Input.Kwh", "abc").Wrong("Input.Kwh", "請填數字。");

        var main = await _page.DrawAsync("gd-field", new GdField { View = _page.View, For = _page.For("Input.Kwh", 18342), Type = "number", Label = "度數", Hint = "電表上的", Suffix = "度", Width = 5 });

        var input = main.QuerySelector("input")!;
        input.Id.ShouldBe("Input_Kwh");
        input.GetAttribute("name").ShouldBe("Input.Kwh");
        input.GetAttribute("value").ShouldBe("abc");
        input.GetAttribute("aria-invalid").ShouldBe("true");
        input.GetAttribute("inputmode").ShouldBe("decimal");
        input.Label().ShouldBe("度數");
        input.Descriptions().ShouldBe(["電表上的", "錯誤：請填數字。", "度"]);
        main.QuerySelector(".govuk-form-group--error").ShouldNotBeNull();
    }

    [Fact]
    public async Task A_field_without_a_fault_says_nothing_about_one()
    {
        var main = await _page.DrawAsync("gd-field", new GdField { View = _page.View, For = _page.For("Input.Name", "陳＜蘭"), Label = "姓名", Optional = true, Autocomplete = "name" });

        var input = main.QuerySelector("input")!;
        input.GetAttribute("value").ShouldBe("陳＜蘭");
        input.HasAttribute("aria-invalid").ShouldBeFalse();
        input.HasAttribute("aria-describedby").ShouldBeFalse();
        input.GetAttribute("autocomplete").ShouldBe("name");
        input.Label().ShouldBe("姓名（可以空白）");
    }

    [Fact]
    public async Task What_was_typed_cannot_become_markup()
    {
        _page.Typed("Note", "\"><script>alert(1)</script>");

        var main = await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "Note", Type = "textarea", Label = "<b>" });

        main.QuerySelector("script").ShouldBeNull();
        main.QuerySelector("b").ShouldBeNull();
        main.QuerySelector("textarea")!.TextContent.ShouldBe("\"><script>alert(1)</script>");
    }

    [Fact]
    public async Task A_password_is_never_sent_back()
    {
        _page.Typed("Password", "secret");

        var main = await _page.DrawAsync("gd-field", new GdField { View = _page.View, Name = "Password", Type = "password", Label = "密碼" });

        main.QuerySelector("input")!.HasAttribute("value").ShouldBeFalse();
    }

    [Fact]
    public async Task A_date_has_three_labelled_boxes_and_its_error_link_lands_in_the_first()
    {
        _page.Wrong("Input.From", "6 月只有 30 天，請改日期。");

        var main = await _page.DrawAsync("gd-date", new GdDate { View = _page.View, For = _page.For<LocalDate?>("Input.From", new LocalDate(2019, 6, 20)), Label = "哪一天" });

        var boxes = main.QuerySelectorAll("input").ToList();
        boxes.Select(box => box.GetAttribute("name")).ShouldBe(["Input.From.year", "Input.From.month", "Input.From.day"]);
        boxes.Select(box => box.GetAttribute("value")).ShouldBe(["108", "6", "20"]);
        boxes.Select(box => box.Label()).ShouldBe(["年", "月", "日"]);
        boxes.ShouldAllBe(box => box.GetAttribute("aria-invalid") == "true");
        boxes[0].Id.ShouldBe(FieldId.Of("Input.From"));

        var fieldset = main.QuerySelector("fieldset")!;
        fieldset.QuerySelector("legend")!.TextContent.ShouldBe("哪一天");
        fieldset.Descriptions().ShouldBe([Controls.DateHint, "錯誤：6 月只有 30 天，請改日期。"]);
        main.ShouldHaveNoIdTwice();
    }

    [Fact]
    public async Task Only_the_wrong_box_of_a_date_is_marked()
    {
        _page.Wrong("From.day", "6 月只有 30 天，請改日期。");

        var main = await _page.DrawAsync("gd-date", new GdDate { View = _page.View, Name = "From", Label = "哪一天" });

        main.QuerySelectorAll("[aria-invalid]").Select(box => box.GetAttribute("name")).ShouldBe(["From.day"]);
        main.QuerySelector("fieldset")!.Descriptions()[1].ShouldContain("30 天");
    }

    [Fact]
    public async Task Every_choice_has_its_label_and_the_group_its_legend()
    {
        Choice[] kinds = [new("own", new("我的", "Mine"), new("買的", "Bought")), new("rent", new("租的", "Rented"))];
        _page.Wrong("Input.Kind", "請選一項。");

        var main = await _page.DrawAsync("gd-choices", new GdChoices { View = _page.View, For = _page.For("Input.Kind", "rent"), Label = "關係", Options = kinds });

        var radios = main.QuerySelectorAll("input[type=radio]").ToList();
        radios.Select(radio => radio.Label()).ShouldBe(["我的", "租的"]);
        radios.Select(radio => radio.HasAttribute("checked")).ShouldBe([false, true]);
        radios[0].Id.ShouldBe("Input_Kind");
        radios[0].Descriptions().ShouldBe(["買的"]);
        main.QuerySelector("fieldset")!.Descriptions().ShouldBe(["錯誤：請選一項。"]);
        main.ShouldHaveNoIdTwice();
    }

    [Fact]
    public async Task What_was_ticked_wins_over_what_the_page_holds()
    {
        Choice[] ways = [new("sms", new("簡訊", "Text")), new("mail", new("郵件", "Mail")), new("call", new("電話", "Call"))];
        _page.Typed("Ways", "sms", "call");

        var main = await _page.DrawAsync("gd-choices", new GdChoices { View = _page.View, For = _page.For("Ways", new List<string> { "mail" }), Label = "通知", Options = ways, Many = true });

        main.QuerySelectorAll("[checked]").Select(box => box.GetAttribute("value")).ShouldBe(["sms", "call"]);
    }

    [Fact]
    public async Task A_select_shows_what_is_chosen_under_its_label()
    {
        var main = await _page.DrawAsync("gd-select", new GdSelect { View = _page.View, For = _page.For("Town", "w"), Label = "鄉鎮", Options = [new("e", Phrase.Same("東")), new("w", Phrase.Same("西"))], Blank = "請選擇" });

        main.QuerySelector("select")!.Label().ShouldBe("鄉鎮");
        main.QuerySelector("option[selected]")!.TextContent.ShouldBe("西");
        main.QuerySelector("option")!.GetAttribute("value").ShouldBe("");
    }

    [Theory]
    [InlineData("Alt+N")]
    [InlineData("F4")]
    public async Task A_key_is_shown_and_announced(string key)
    {
        var main = await _page.DrawAsync("gd-button", new GdButton { View = _page.View, Key = key, Kind = "secondary" }, "叫下一位");

        var button = main.QuerySelector("button")!;
        button.GetAttribute("data-key").ShouldBe(key);
        button.GetAttribute("aria-keyshortcuts").ShouldBe(key);
        button.GetAttribute("type").ShouldBe("submit");
        button.QuerySelector("kbd")!.GetAttribute("aria-hidden").ShouldBe("true");
    }

    [Theory]
    [InlineData("N")]
    [InlineData("Ctrl+N")]
    [InlineData("alt+n")]
    [InlineData("F13")]
    public async Task A_bare_letter_is_never_a_key(string key) => await Should.ThrowAsync<ArgumentException>(
        () => _page.DrawAsync("gd-button", new GdButton { View = _page.View, Key = key }));

    [Fact]
    public void Names_become_ids_that_a_link_can_reach()
    {
        FieldId.Of("Input.Phone").ShouldBe("Input_Phone");
        FieldId.Of("answers.meters[0].number").ShouldBe("answers_meters_0__number");
        FieldId.Of("answers.moved.year").ShouldBe(FieldId.Of("answers.moved"));
    }
}
