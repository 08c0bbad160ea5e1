using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class FormReadingTests
{
    [Fact]
    public void What_was_typed_is_stored_in_one_canonical_way()
    {
        var result = Transfer.Read(Complete);

        result.Errors.ShouldBeEmpty();
        JsonNode.DeepEquals(result.Answers, Json("""
            {
              "reason": "other", "otherReason": "分家", "account": "07281937401",
              "premises": {
                "county": "嘉義市", "district": "東區", "village": "中山里", "neighbourhood": "3", "road": "中山路", "section": "1", "lane": "12",
                "alley": "3", "number": "45-1", "floor": "3-2", "room": "305", "line": "嘉義市東區中山里3鄰中山路一段12巷3弄45之1號3樓之2,305室"
              },
              "moveDate": "2019-06-20", "holder": "陳𠮷祥", "holderIs": "person", "personId": "A123456789",
              "phone": "05-2223333#12", "email": "Chen@example.com", "notices": ["bill", "price"], "billBy": "mail",
              "reading": 18342.5, "remarks": "第一行\n第二行", "deed": "01JX_9",
              "meters": [ { "number": "AB-1" }, { "number": "AB-2", "phase": "three", "amps": 30 } ]
            }
            """)).ShouldBeTrue(result.Answers.ToJsonString());
    }

    [Fact]
    public void Reading_the_stored_answers_again_changes_nothing()
    {
        var first = Transfer.Read(Complete).Answers;
        var second = Transfer.Read(Json(first.ToJsonString()));

        second.Errors.ShouldBeEmpty();
        second.Answers.ToJsonString().ShouldBe(first.ToJsonString());
    }

    [Fact]
    public void An_empty_form_names_every_question_that_must_be_answered_and_none_that_need_not_be()
    {
        var result = Transfer.Read([]);

        result.Codes().ShouldBe([
            "reason form.required", "account form.required", "premises form.required", "moveDate form.required",
            "holder form.required", "holderIs form.required", "phone form.required"]);
        result.Errors[0].Reason.ShouldBe(new Phrase("請選擇「過戶原因」。", "Choose an answer to “Reason”."));
        result.Errors[1].Reason.ShouldBe(new Phrase("請輸入「電號」。", "Enter “Electricity number”."));
        result.Errors[3].Reason.ShouldBe(new Phrase("請回答「從哪一天起換戶名？」。", "Answer “From which day?”."));
    }

    [Fact]
    public void A_required_file_is_uploaded_and_a_required_group_is_filled_in()
    {
        var form = FormOf(Ask("deed", "file"), Ask("meters", "group") with { Fields = [Ask("number", "text")], ItemName = new("電表", "meter") });

        form.Read([]).Errors.Select(error => error.Reason).ShouldBe([
            new Phrase("請上傳「題目deed」。", "Upload “question deed”."), new Phrase("請至少填寫一筆「電表」。", "Add at least one “meter”.")]);
    }

    [Theory]
    [InlineData("""{"holder": null}""")]
    [InlineData("""{"holder": ""}""")]
    [InlineData("""{"holder": " 　 "}""")]
    [InlineData("""{"holder": []}""")]
    [InlineData("""{"holder": [""]}""")]
    [InlineData("""{"holder": {"year": " "}}""")]
    public void Blank_is_not_an_answer(string typed) =>
        FormOf(Ask("holder", "text")).Read(Json(typed)).Codes().ShouldBe(["holder form.required"]);

    [Fact]
    public void All_mistakes_are_told_at_once_each_at_its_field()
    {
        var typed = Complete;
        typed["account"] = "07281937410";
        typed["moveDate"] = Json("""{"year": "108", "month": "6", "day": "31"}""");
        typed["premises"] = Json("""{"county": "嘉義市", "line": "中山路1號"}""");
        typed["meters"] = JsonNode.Parse("""[{"number": "A"}, {"phase": "three"}, {"number": "B", "colour": "red"}]""");
        typed["colour"] = "red";

        Transfer.Read(typed).Codes().ShouldBe([
            "account electricity-number.check-digit", "premises.district address.district", "moveDate.day date.day",
            "meters[1].number form.required", "meters[1].amps form.required", "meters[2].colour form.unknown-field",
            "colour form.unknown-field"]);
    }

    [Fact]
    public void An_answer_to_a_question_that_is_not_asked_is_left_out_without_a_mistake()
    {
        var typed = Complete;
        typed["reason"] = "bought";

        var result = Transfer.Read(typed);

        result.Errors.ShouldBeEmpty();
        result.Answers.ContainsKey("otherReason").ShouldBeFalse();
    }

    [Fact]
    public void Only_the_number_of_the_kind_of_holder_is_asked()
    {
        var typed = Complete;
        typed["holderIs"] = "organisation";

        Transfer.Read(typed).Codes().ShouldBe(["businessId form.required"]);
    }

    [Fact]
    public void A_condition_on_several_choices_needs_any_of_them()
    {
        Transfer.Asked(Json("""{"notices": ["outage", "bill"]}""")).ShouldContain(question => question.Id == "billBy");
        Transfer.Asked(Json("""{"notices": ["outage"]}""")).ShouldNotContain(question => question.Id == "billBy");
    }

    [Fact]
    public void An_answer_that_is_no_longer_asked_decides_nothing()
    {
        var form = FormOf(
            Ask("a", "choice") with { Options = Options("x", "y") },
            Ask("b", "choice") with { Options = Options("x", "y"), When = When("a", "x") },
            Ask("c", "text") with { When = When("b", "x") });
        var typed = Json("""{"a": "y", "b": "x", "c": "z"}""");

        form.Asked(typed).Select(question => question.Id).ShouldBe(["a"]);
        form.Read(typed).Answers.ToJsonString().ShouldBe("""{"a":"y"}""");
    }

    [Fact]
    public void A_group_has_as_many_items_as_the_definition_says_and_empty_rows_do_not_count()
    {
        string[] Read(string meters) => Transfer.Read(new JsonObject([.. Complete.Where(one => one.Key != "meters").Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone())), new("meters", JsonNode.Parse(meters))])).Codes();

        Read("""[{"number": "1"}, {"number": ""}, {"number": "2"}, null, {"number": "3"}]""").ShouldBeEmpty();
        Read("""[{"number": "1"}, {"number": "2"}, {"number": "3"}, {"number": "4"}]""").ShouldBe(["meters group.count"]);
        Read("""[{"number": ""}, {}]""").ShouldBeEmpty();
        Read("""[{"number": "1"}, "2"]""").ShouldBe(["meters[1] group.not-an-item"]);
        Read("""{"number": "1"}""").ShouldBe(["meters group.not-a-list"]);
    }

    [Fact]
    public void An_item_that_says_nothing_that_is_asked_is_no_item()
    {
        var form = FormOf(Ask("rows", "group") with
        {
            Optional = true,
            Fields = [Ask("a", "choice") with { Options = Options("x"), Optional = true }, Ask("b", "text") with { When = When("a", "x") }],
        });

        form.Read(Json("""{"rows": [{"b": "hidden"}]}""")).Answers.ToJsonString().ShouldBe("{}");
    }

    [Fact]
    public void What_was_typed_is_kept_beside_the_answers()
    {
        var typed = Json("""{"holder": "  陳 ", "moveDate": "沒有"}""");

        Transfer.Read(typed).Typed.ToJsonString().ShouldBe(typed.ToJsonString());
    }

    [Fact]
    public void A_summary_shows_the_answers_in_the_language_of_the_reader()
    {
        var answers = Transfer.Read(Complete).Answers;

        In("zh-TW");
        var shown = Transfer.Show(answers).ToDictionary(one => one.Field, one => one.Text);
        shown["reason"].ShouldBe("其他");
        shown["account"].ShouldBe("07-28-1937-40-1");
        shown["moveDate"].ShouldBe("108年6月20日");
        shown["personId"].ShouldBe("A1＊＊＊＊＊789");
        shown["reading"].ShouldBe("18,342.5 度");
        shown["notices"].ShouldBe("bill、price");
        shown["meters[1].amps"].ShouldBe("30");
        Transfer.Show(answers).Single(one => one.Field == "meters[1].amps").Item.ShouldBe("電表 2");

        In("en");
        shown = Transfer.Show(answers).ToDictionary(one => one.Field, one => one.Text);
        shown["reason"].ShouldBe("Other");
        shown["moveDate"].ShouldBe("20 June 2019");
        shown["reading"].ShouldBe("18,342.5 kWh");
    }
}
