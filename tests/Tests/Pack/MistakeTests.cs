using System.Globalization;
using System.Text;
using GridDesk.Kernel.Pack;

namespace GridDesk.Tests.Pack;

public sealed class MistakeTests
{
    private const string At = "services/account/rename.yaml:";

    [Theory]
    [InlineData("workingDays: 5", "workingDays: five", "4:1: 'workingDays' must be a whole number; here it says \"five\".")]
    [InlineData("fee: 12.50", "fee: 1e3", "6:1: 'fee' must be a number; here it says \"1e3\".")]
    [InlineData("fee: 12.50", "fee: 0.12345678901234567890123456789", "6:1: 'fee' must be a number; here it says \"0.12345678901234567890123456789\".")]
    [InlineData("online: true", "online: yes", "7:1: 'online' must be true or false; here it says \"yes\".")]
    [InlineData("closesAt: 16:30", "closesAt: 4pm", "8:1: 'closesAt' must be a time of day such as 08:00; here it says \"4pm\".")]
    [InlineData("validFrom: 2019-01-01", "validFrom: 2019-02-30", "2:1: 'validFrom' must be a date such as 2019-01-01; here it says \"2019-02-30\".")]
    [InlineData("validFrom: 2019-01-01", "validFrom: 9999-12-31", "2:1: 'validFrom' must be a date such as 2019-01-01; here it says \"9999-12-31\".")]
    [InlineData("code: rename", "code: [rename]", "1:1: 'code' must be text; a list is written here.")]
    [InlineData("[counter, phone-call]", "counter", "5:1: 'channels' must be a list; here it says \"counter\".")]
    [InlineData("{ summer: 3.5, winter: 2 }", "[3.5]", "17:1: 'rates' must be a set of keys; a list is written here.")]
    [InlineData("{ summer: 3.5, winter: 2 }", "{ summer: 3.5, winter: cold }", "17:23: 'winter' must be a number; here it says \"cold\".")]
    [InlineData("{ id: close, title: { zh: 結案, en: Close }, skippable: true }", "close", "16:5: 'steps' must be a set of keys; here it says \"close\".")]
    public void A_value_of_another_type_is_named_at_its_key(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Theory]
    [InlineData("title:\n", "title: [\n", "15:9", "While parsing a flow sequence, did not find expected ',' or ']'")]
    [InlineData("code: rename", "code: 're", "1:7", "While scanning a quoted scalar, found unexpected end of stream")]
    [InlineData("code: rename", "code: re: name", "1:9", "While scanning a plain scalar value, found invalid mapping")]
    [InlineData("code: rename", "code rename", "2:10", "While scanning a multiline plain scalar, found invalid mapping")]
    [InlineData("code: rename", "code: @rename", "1:7", "While scanning for the next token, found character that cannot start any token")]
    [InlineData("code: rename", "code: \"re\\qname\"", "1:7", "While scanning a quoted scalar, found unknown escape character")]
    [InlineData("code: rename", "code: \"\\uD800\"", "1:7", "While scanning a quoted scalar, found invalid Unicode surrogates")]
    [InlineData("code: rename", "code: \"\\uD800x\"", "1:7", "While scanning a quoted scalar, found invalid Unicode surrogates")]
    [InlineData("code: rename", "code: \"\\uDC00\"", "1:7", "While scanning a quoted scalar, found invalid Unicode surrogates")]
    [InlineData("    title:\n", "   title:\n", "13:4", "While parsing a block collection, did not find expected '-' indicator")]
    [InlineData("{ summer: 3.5, winter: 2 }", "{ summer: 3.5, winter: 2", "17:23", "it ends in the middle of something")]
    [InlineData("{ summer: 3.5, winter: 2 }", "{ summer: 3.5, winter: 2 ]", "17:33", "While parsing a flow mapping, did not find expected ',' or '}'")]
    public void What_is_no_yaml_is_named_where_it_cannot_be_read(string text, string replacement, string place, string why) =>
        SamplePack.MistakesAfter(text, replacement)
            .ShouldBe([$"{At}{place}: This is not valid YAML: check the indentation, colons, quotes and brackets ({why})."]);

    [Theory]
    [InlineData("workingDays: 5", "workingDay: 5", "4:1: There is no key 'workingDay'. Did you mean 'workingDays'?")]
    [InlineData("id: close", "di: close", "16:7: There is no key 'di'. Did you mean 'id'?")]
    [InlineData("online: true", "colour: red", "7:1: There is no key 'colour'. It may be one of: code, validFrom, name, workingDays, channels, fee, online, closesAt, unit, department, steps, rates, questions.")]
    public void An_unknown_key_is_named_with_the_one_that_was_meant(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Theory]
    [InlineData("workingDays: 5\n", "", "1:1: 'workingDays' is missing.")]
    [InlineData("channels: [counter, phone-call]\n", "", "1:1: 'channels' is missing.")]
    [InlineData("{ id: close, ", "{ ", "16:5: 'id' is missing.")]
    public void A_key_left_out_is_named_at_the_record_that_lacks_it(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Fact]
    public void A_key_given_twice_is_named_where_it_stands_the_second_time() =>
        SamplePack.MistakesAfter("fee: 12.50", "fee: 12.50\ncode: again").ShouldBe([At + "7:1: 'code' is given twice, first on line 1."]);

    [Fact]
    public void An_id_given_twice_in_a_list_is_named_at_the_second_item() =>
        SamplePack.MistakesAfter("id: close", "id: receive").ShouldBe([At + "16:7: 'receive' is given twice, first on line 12."]);

    [Theory]
    [InlineData("code: rename", "code: \"  \"", "1:1: 'code' must not be blank.")]
    [InlineData("code: rename", "code:", "1:1: 'code' must not be left empty.")]
    [InlineData("code: rename", "code: null", "1:1: 'code' must not be left empty.")]
    [InlineData("[counter, phone-call]", "[counter, ~]", "5:21: 'channels' must not be left empty.")]
    [InlineData("en: Receive", "en: ''", "15:7: 'en' must not be blank.")]
    public void An_empty_text_is_named(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Theory]
    [InlineData("{ zh: 過戶, en: Change of name }", "{ zh: 過戶 }", "3:1: 'name' has no English text (en).")]
    [InlineData("{ zh: 過戶, en: Change of name }", "{ en: Change of name }", "3:1: 'name' has no Chinese text (zh).")]
    [InlineData("{ zh: 過戶, en: Change of name }", "過戶", "3:1: 'name' must be in both languages, { zh: …, en: … }; here it says \"過戶\".")]
    [InlineData("{ zh: 過戶, en: Change of name }", "{ zh: 過戶, en: Change of name, fr: Nom }", "3:37: There is no key 'fr'. It may be one of: zh, en.")]
    public void A_missing_language_is_named(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Fact]
    public void An_unknown_word_is_named_with_those_allowed() =>
        SamplePack.MistakesAfter("phone-call]", "fax]").ShouldBe([At + "5:21: 'channels' must be one of: counter, phone-call, web; here it says \"fax\"."]);

    [Fact]
    public void A_number_out_of_range_is_named_at_its_key() =>
        SamplePack.MistakesAfter("workingDays: 5", "workingDays: 500").ShouldBe([At + "4:1: 'workingDays' must be between 1 and 90; here it says 500."]);

    [Fact]
    public void A_reference_to_nothing_is_named_with_what_was_meant() =>
        SamplePack.MistakesAfter("department: service-centre", "department: service-center")
            .ShouldBe([At + "10:1: There is no 'service-center'. Did you mean 'service-centre'?"]);

    [Theory]
    [InlineData("{ holderKind: [company, office], tenant: true }", "{}", "22:5: 'when' must be written { question: answer }.")]
    [InlineData("[company, office]", "[]", "22:13: 'holderKind' must be an answer or a list of answers.")]
    public void A_condition_that_asks_nothing_is_named(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Theory]
    [InlineData("online: true", "\tonline: true", "7:1: Tabs are not allowed: use spaces.")]
    [InlineData("online: true", "online: true\t# always", "7:13: Tabs are not allowed: use spaces.")]
    [InlineData("online: true", "online: true # \u0085", "7:16: Invisible control characters (U+0085) are not allowed: delete it.")]
    [InlineData("code: rename", "code: \"re\\0name\"", "1:1: 'code' holds control characters that are not allowed: delete them.")]
    public void Tabs_and_control_characters_are_refused(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Theory]
    [InlineData("fee: 12.50", "fee: &price 12.50", "6:6: Anchors ('&price') are not allowed: delete it.")]
    [InlineData("[company, office]", "*kinds", "22:25: Aliases ('*kinds') are not allowed: write the content out.")]
    [InlineData("fee: 12.50", "fee: *price", "6:6: Aliases ('*price') are not allowed: write the content out.")]
    [InlineData("fee: 12.50", "fee: !!int 12", "6:6: YAML tags ('!') are not allowed: delete it.")]
    [InlineData("fee: 12.50", "<<: { fee: 12 }", "6:1: Merge keys ('<<') are not allowed: write the content out.")]
    [InlineData("fee: 12.50", "? [fee]\n: 12.50", "6:3: A key must be a word.")]
    public void Yaml_that_hides_things_is_refused(string text, string replacement, string mistake) =>
        SamplePack.MistakesAfter(text, replacement).ShouldBe([At + mistake]);

    [Fact]
    public void A_second_document_is_refused() =>
        SamplePack.Mistakes(SamplePack.File("office.yaml", SamplePack.Office + "---\ncode: XX\n"))
            .ShouldBe(["office.yaml:9:1: A file holds one document: delete what follows '---' or give it a file of its own."]);

    [Theory]
    [InlineData("")]
    [InlineData("# nothing yet\n")]
    [InlineData("---\n")]
    public void An_empty_file_is_refused(string text) =>
        SamplePack.Mistakes(SamplePack.File("office.yaml", text)).ShouldBe(["office.yaml:1:1: The file is empty."]);

    [Fact]
    public void Nesting_without_end_is_refused() =>
        SamplePack.Mistakes(SamplePack.File("office.yaml", "a: " + new string('[', 100_000)))
            .ShouldBe(["office.yaml:1:35: This is nested more than 32 levels deep: make it simpler."]);

    [Fact]
    public void Another_encoding_is_named_where_it_stops_being_utf8()
    {
        var big5 = new PackFile("office.yaml", new byte[] { (byte)'c', (byte)'\n', (byte)'n', (byte)':', (byte)' ', 0xB9, 0xC5 });
        var utf16 = new PackFile("office.yaml", Encoding.Unicode.GetPreamble().Concat(Encoding.Unicode.GetBytes("code: CY")).ToArray());

        SamplePack.Mistakes(big5).ShouldBe(["office.yaml:2:4: This is not UTF-8 text: save the file as UTF-8."]);
        SamplePack.Mistakes(utf16).ShouldBe(["office.yaml:1:1: This is not UTF-8 text: save the file as UTF-8."]);
    }

    [Fact]
    public void A_byte_order_mark_is_accepted()
    {
        var marked = new PackFile("office.yaml", Encoding.UTF8.GetPreamble().Concat(Encoding.UTF8.GetBytes(SamplePack.Office)).ToArray());

        SamplePack.Load(marked).Get<Office>().Code.ShouldBe("CY");
    }

    [Fact]
    public void Every_mistake_of_every_file_is_listed_and_none_that_only_follows_from_another()
    {
        CultureInfo.CurrentUICulture = new("zh-TW");
        var service = SamplePack.Service
            .Replace("workingDays: 5", "workingDays: five")
            .Replace("phone-call", "fax")
            .Replace("zh: 收件", "tw: 收件")
            .Replace("id: close, ", "");
        var departments = SamplePack.Departments.Replace("reports: false", "reports: no");

        var refused = Should.Throw<PackRefused>(() => SamplePack.Load(
            SamplePack.File("services/account/rename.yaml", service), SamplePack.File("departments.yaml", departments)));

        refused.Message.ShouldBe("""
            departments.yaml:10:5: 「reports」必須是 true 或 false，這裡寫的是 "no"。
            services/account/rename.yaml:4:1: 「workingDays」必須是整數，這裡寫的是 "five"。
            services/account/rename.yaml:5:21: 「channels」必須是下列之一：counter、phone-call、web，這裡寫的是 "fax"。
            services/account/rename.yaml:13:5: 「title」缺少中文（zh）。
            services/account/rename.yaml:14:7: 沒有「tw」這個欄位，可以寫的有：zh、en。
            services/account/rename.yaml:16:5: 缺少「id」。
            共 6 處錯誤，資料包未載入。
            """);
    }

    [Fact]
    public void Records_beside_a_mistake_are_still_checked() =>
        SamplePack.Mistakes(
            SamplePack.File("sites.yaml", SamplePack.Sites.Replace("code: centre", "code: Main Centre") + "  - code: puzi\n"),
            SamplePack.File("services/account/rename.yaml", SamplePack.Service.Replace("department: service-centre", "department: sales")))
        .ShouldBe([
            "services/account/rename.yaml:10:1: There is no 'sales'. It may be one of: service-centre, head.",
            "sites.yaml:2:5: 'code' takes small letters, digits and hyphens only; here it says \"Main Centre\".",
            "sites.yaml:8:5: 'name' is missing.",
            "sites.yaml:8:5: 'kind' is missing.",
            "sites.yaml:8:5: 'hours' is missing.",
            "sites.yaml:8:5: 'validFrom' is missing.",
        ]);
}
