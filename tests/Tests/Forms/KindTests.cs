using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Forms;
using NodaTime.Text;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class KindTests
{
    /// <summary>The stored answer, or the code of the mistake.</summary>
    private static string Read(Question question, JsonNode? typed)
    {
        var result = FormOf(question).Read(new JsonObject { [question.Id] = typed });
        return result.IsValid ? Conditions(result.Answers[question.Id]) : result.Codes().Single()[(question.Id.Length)..].TrimStart(' ');
    }

    private static string Conditions(JsonNode? answer) => answer is JsonValue value && value.TryGetValue<string>(out var text) ? text : answer!.ToJsonString();

    [Theory]
    [InlineData("陳𠮷祥", 3)]
    [InlineData("葛󠄀城", 2)]
    [InlineData("👨‍👩‍👧‍👦", 1)]
    [InlineData("é", 1)]
    [InlineData("ＡＢ", 2)]
    public void Lengths_count_what_a_person_sees_as_one_character(string text, int length)
    {
        Read(Ask("a", "text") with { MaxLength = length }, text).ShouldBe(text);
        Read(Ask("a", "text") with { MaxLength = length }, text + "字").ShouldBe("text.too-long");
    }

    [Theory]
    [InlineData(" 陳　 ", 1, "陳")]
    [InlineData("甲\r\n乙\r\n", 1, "甲 乙")]
    [InlineData("甲 \r\n\r\n乙\n", 3, "甲\n\n乙")]
    [InlineData("a\u0007b", 1, "a b")]
    [InlineData("a\u202eb", 1, "ab")]
    [InlineData("\u202e", 1, "text.blank")]
    [InlineData("\u0007", 1, "text.blank")]
    [InlineData("\uF9B4", 1, "\uF9B4")] // a compatibility character stays the one typed
    public void Text_is_tidied_and_never_changed(string typed, int rows, string stored) =>
        Read(Ask("a", "text") with { Rows = rows }, typed).ShouldBe(stored);

    [Theory]
    [InlineData("18,342.5", "18342.5")]
    [InlineData("１８，３４２．５０ 度", "18342.5")]
    [InlineData("+7", "7")]
    [InlineData("-0", "0")]
    [InlineData("007", "7")]
    [InlineData("5 kWh", "5")]
    [InlineData("－１２", "-12")]
    [InlineData("999999999999999999.99", "999999999999999999.99")]
    [InlineData("1,23", "number.not-a-number")]
    [InlineData("1e5", "number.not-a-number")]
    [InlineData("十二", "number.not-a-number")]
    [InlineData("1.005", "number.decimals")]
    [InlineData("9999999999999999999", "number.not-a-number")]
    public void A_number_is_exact_however_it_is_typed(string typed, string stored) =>
        Read(Ask("a", "number") with { Decimals = 2, Unit = new("度", "kWh") }, typed).ShouldBe(stored);

    [Fact]
    public void Every_number_that_the_question_allows_is_stored_exactly() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(-2_000_000, 2_000_000).ToArbitrary(), Gen.Choose(0, 4).ToArbitrary(), (units, decimals) =>
        {
            var number = units / (decimal)Math.Pow(10, decimals);
            var question = Ask("a", "number") with { Decimals = decimals };
            decimal.Parse(Read(question, number.ToString("N" + decimals))).ShouldBe(number);
            decimal.Parse(Read(question, JsonNode.Parse(number.ToString()))).ShouldBe(number);
            Read(question, Read(question, number)).ShouldBe(Read(question, number));
        }));

    [Theory]
    [InlineData(1, 9, "0", "「題目a」要在 1 到 9 之間。")]
    [InlineData(1, null, "0", "「題目a」不能小於 1。")]
    [InlineData(null, 9, "10", "「題目a」不能大於 9。")]
    public void A_number_out_of_range_is_told_the_range(int? min, int? max, string typed, string reason) =>
        FormOf(Ask("a", "number") with { Min = min, Max = max }).Read(new JsonObject { ["a"] = typed }).Errors.Single().Reason.Zh.ShouldBe(reason);

    [Theory]
    [InlineData("1080620", "2019-06-20")]
    [InlineData("990101", "date.not-a-date")]
    [InlineData("99/1/1", "2010-01-01")]
    [InlineData("0990101", "2010-01-01")]
    [InlineData("108/6/20", "2019-06-20")]
    [InlineData("108.06.20", "2019-06-20")]
    [InlineData("2019-06-20", "2019-06-20")]
    [InlineData("20190620", "2019-06-20")]
    [InlineData("108年6月20日", "2019-06-20")]
    [InlineData("民國 108 年 6 月 20 日", "2019-06-20")]
    [InlineData("１０８年６月２０日", "2019-06-20")]
    [InlineData("西元2019年6月20日", "2019-06-20")]
    [InlineData("2020/2/29", "2020-02-29")]
    [InlineData("2019/2/29", "date.day")]
    [InlineData("108/13/1", "date.month")]
    [InlineData("108/0/1", "date.month")]
    [InlineData("1500/1/1", "date.year")]
    [InlineData("108/6", "date.not-a-date")]
    [InlineData("明天", "date.not-a-date")]
    public void A_date_is_typed_in_either_calendar(string typed, string stored) => Read(Ask("a", "date"), typed).ShouldBe(stored);

    [Theory]
    [InlineData("""{"year": "108", "month": "6", "day": "20"}""", "2019-06-20")]
    [InlineData("""{"year": 2019, "month": 6, "day": 20}""", "2019-06-20")]
    [InlineData("""{"year": "１０８", "month": "０６", "day": " 20 "}""", "2019-06-20")]
    [InlineData("""{"year": "108", "month": "", "day": "20"}""", ".month date.incomplete")]
    [InlineData("""{"month": "6", "day": "20"}""", ".year date.incomplete")]
    [InlineData("""{"year": "108", "month": "6", "day": "31"}""", ".day date.day")]
    [InlineData("""{"year": "108", "month": "六", "day": "1"}""", "date.not-a-date")]
    [InlineData("""{"year": "108", "month": "6", "day": "1", "hour": "3"}""", ".hour form.unknown-field")]
    public void A_date_in_three_boxes_says_which_box_is_wrong(string typed, string stored) => Read(Ask("a", "date"), Json(typed)).ShouldBe(stored);

    [Fact]
    public void Every_day_of_the_republic_is_read_back_from_how_it_is_shown() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(Gen.Choose(0, 100_000).Select(days => new LocalDate(1912, 1, 1).PlusDays(days)).ToArbitrary(), date =>
        {
            var form = FormOf(Ask("a", "date"));
            var iso = LocalDatePattern.Iso.Format(date);
            In("zh-TW");
            Read(Ask("a", "date"), form.Show(new JsonObject { ["a"] = iso }).Single().Text).ShouldBe(iso);
            Read(Ask("a", "date"), $"{date.Year - 1911:000}{date.Month:00}{date.Day:00}").ShouldBe(iso);
            Read(Ask("a", "date"), iso).ShouldBe(iso);
        }));

    [Theory]
    [InlineData("05-2223333", "05-2223333")]
    [InlineData("(05)222-3333 分機12", "05-2223333#12")]
    [InlineData("０５２２２３３３３轉１２", "05-2223333#12")]
    [InlineData("05 222 3333 ext. 12", "05-2223333#12")]
    [InlineData("02-23456789", "02-23456789")]
    [InlineData("037-123456", "037-123456")]
    [InlineData("03-3123456", "03-3123456")]
    [InlineData("049-2222222", "049-2222222")]
    [InlineData("04-22222222", "04-22222222")]
    [InlineData("04-7222222", "04-7222222")]
    [InlineData("0836-22222", "0836-22222")]
    [InlineData("082-322222", "082-322222")]
    [InlineData("089-322222", "089-322222")]
    [InlineData("08-7322222", "08-7322222")]
    [InlineData("0912345678", "0912-345-678")]
    [InlineData("+886 912 345 678", "0912-345-678")]
    [InlineData("+886 (0)5 222 3333", "05-2223333")]
    [InlineData("886-2-2345-6789#5", "02-23456789#5")]
    [InlineData("0800-231580", "0800-231-580")]
    [InlineData("070-12345678", "070-12345678")]
    [InlineData("+81 3-1234-5678", "+81312345678")]
    [InlineData("2223333", "phone.not-a-number")]
    [InlineData("05-222333", "phone.not-a-number")]
    [InlineData("091234567", "phone.not-a-number")]
    [InlineData("0912-345-6789", "phone.not-a-number")]
    [InlineData("call me", "phone.not-a-number")]
    [InlineData("05-2223333#", "phone.not-a-number")]
    public void A_telephone_number_is_stored_as_it_is_printed(string typed, string stored)
    {
        Read(Ask("a", "phone"), typed).ShouldBe(stored);
        if (char.IsAsciiDigit(stored[^1]))
        {
            Read(Ask("a", "phone"), stored).ShouldBe(stored);
            JsonSchema.Violations(FormOf(Ask("a", "phone")).JsonSchema(), new JsonObject { ["a"] = stored }).ShouldBeEmpty();
        }
    }

    [Theory]
    [InlineData("chen@example.com", "chen@example.com")]
    [InlineData(" Chen.Li+tp＠Example.COM.tw ", "Chen.Li+tp@example.com.tw")]
    [InlineData("chen@example", "email.not-an-address")]
    [InlineData("chen@@example.com", "email.not-an-address")]
    [InlineData("a b@example.com", "email.not-an-address")]
    [InlineData("chen@example.com\r\nBcc: x@y.tw", "email.not-an-address")]
    [InlineData("陳@example.com", "email.not-an-address")]
    [InlineData(".a@example.com", "email.not-an-address")]
    public void An_email_address_is_one_that_a_server_takes(string typed, string stored) => Read(Ask("a", "email"), typed).ShouldBe(stored);

    [Theory]
    [InlineData("\"x\"", false, "x")]
    [InlineData("\"z\"", false, "choice.unknown")]
    [InlineData("[\"x\"]", false, "form.not-text")]
    [InlineData("\"y\"", true, "[\"y\"]")]
    [InlineData("[\"y\", \"x\", \"\", \"y\"]", true, "[\"x\",\"y\"]")]
    [InlineData("[\"y\", \"z\"]", true, "choice.unknown")]
    public void A_choice_is_from_the_list(string typed, bool many, string stored) =>
        Read(Ask("a", "choice") with { Options = Options("x", "y"), Many = many }, JsonNode.Parse(typed)).ShouldBe(stored);

    [Theory]
    [InlineData("0197c1b2-aa_Z", "0197c1b2-aa_Z")]
    [InlineData("../secret", "file.not-an-upload")]
    public void A_file_is_the_id_of_an_upload(string typed, string stored) => Read(Ask("a", "file"), typed).ShouldBe(stored);
}
