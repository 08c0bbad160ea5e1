using System.Text;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Pack;
using GridDesk.Notices;
using GridDesk.Notices.Templates;
using GridDesk.Tests.Time;

namespace GridDesk.Tests.Notices.Templates;

/// <summary>What a template may say is checked when the pack is loaded, not when a customer waits for it.</summary>
public sealed class TemplateRuleTests
{
    private const string Head = "code: a\nvalidFrom: 2019-01-01\nabout: request\npurpose: case-news\n";

    [Theory]
    [InlineData("sms: { zh: 您的案件 }", "en")]
    [InlineData("sms: { en: Your request }", "zh")]
    [InlineData("sms: { zh: \"\", en: Your request }", "zh")]
    [InlineData("letter: { title: { zh: 受理, en: Accepted }, text: { zh: 受理了 } }", "en")]
    [InlineData("sms: { zh: \"{nummer}\", en: \"{nummer}\" }", "number")]
    [InlineData("sms: { zh: \"{NoSuchField}\", en: \"{NoSuchField}\" }", "{NoSuchField}")]
    [InlineData("sms: { zh: \"{ number }\", en: \"{number}\" }", "{ number }")]
    [InlineData("sms: { zh: \"{{number}}\", en: \"{{number}}\" }", "customers would read the braces")]
    [InlineData("letter: { title: { zh: 受理, en: Accepted }, text: { zh: \"{choices}\", en: \"{choices}\" } }", "choices")]
    [InlineData("sms: { zh: \"{number}\", en: Accepted }", "different fields")]
    [InlineData("purpose: nothing", "case-news")]
    [InlineData("", "over any channel")]
    public void A_template_that_lacks_a_language_names_an_unknown_field_or_says_nothing_does_not_load(string rest, string said)
    {
        var refused = Should.Throw<PackRefused>(() => Read(rest.StartsWith("purpose", StringComparison.Ordinal) ? Head.Replace("purpose: case-news", "purpose: nothing") + "sms: { zh: 好, en: Good }" : Head + rest));
        refused.Mistakes.ShouldContain(m => m.Sentence.En.Contains(said), string.Join('\n', refused.Mistakes.Select(m => m.Sentence.En)));
    }

    [Fact]
    public void Only_a_request_is_written_about_by_letter() => Should.Throw<PackRefused>(() => Read(Head.Replace("about: request", "about: bill") + "letter: { title: { zh: 帳單, en: Bill }, text: { zh: 繳費, en: Pay } }"))
        .Mistakes.ShouldContain(m => m.Sentence.En.Contains("can be letters"));

    [Fact]
    public void What_the_page_offers_as_a_file_loads_and_says_what_was_typed() =>
        Gen.Choose(0, 12).SelectMany(count => Gen.Elements("您好", "{number}", "{", "}", ":", "#", "\"", "'", "\n", "\n\n", " ", "  - ", "|", "𠮷", "😀", "ｶﾅ", "%", "\\", "key: value", "\t", "null", "2019-01-01", "&a", "*a", "!x", "@").ArrayOf(count)).Hold(signs =>
        {
            var typed = "案" + string.Concat(signs);
            var template = Read(Head + "email: { title: { zh: 一, en: One }, text: { zh: 二, en: Two } }\nsms: { zh: 三, en: Three }");
            var draft = TemplateDraft.Read(template, new(2019, 7, 1), name => name.StartsWith("text-email-text", StringComparison.Ordinal) ? typed : name.StartsWith("text-sms", StringComparison.Ordinal) ? $" {typed}\n" : null);
            if (draft.Mistakes.Count > 0)
            {
                // No pack takes such a sign, and the signs may make up a field that there is none of, or braces that are none.
                draft.Mistakes.ShouldAllBe(m => typed.Contains('\t') || Filling.NoFieldsOf(typed).Count > 0 || Filling.FieldsOf(typed).Any(field => field != "number"), draft.Yaml);
                return;
            }

            var read = Read(draft.Yaml);
            (read.Code, read.ValidFrom, read.About, read.Purpose).ShouldBe(("a", new(2019, 7, 1), "request", "case-news"));
            (read.Email!.Text.Zh, read.Email.Text.En, read.Sms!.En).ShouldBe((typed.Trim(), typed.Trim(), typed.Trim()), draft.Yaml);
            read.Email.Title.ShouldBe(template.Email!.Title);
        });

    [Fact]
    public void A_name_that_turns_the_writing_around_stays_in_its_place_and_a_rare_one_stays_whole()
    {
        Filling.Fill("{name} 您好", Named("陳\u202E蘭\u2066\u200B\r\nBcc: x@example.com")).ShouldBe("陳蘭  Bcc: x@example.com 您好");
        foreach (var rare in (string[])["𠮷田", "\U0002A6D6玉", "ｶﾀｶﾅ", "黃😀", "ſ", "陳玉\u5F3E"])
        {
            Filling.Fill("{name} 您好", Named(rare)).ShouldBe($"{rare} 您好");
        }

        Filling.Fill("{name}", Named("陳\uD842蘭")).ShouldBe("陳\uFFFD蘭", "half a sign cannot be sent");
        Filling.Fill("{name}", Named("{code}")).ShouldBe("{code}", "a name is no field");
    }

    private static Dictionary<string, string> Named(string name) => new() { ["name"] = name };

    private static MessageTemplate Read(string yaml) => new PackReader().Read<MessageTemplate>(new("notices/a.yaml", Encoding.UTF8.GetBytes(yaml)));
}
