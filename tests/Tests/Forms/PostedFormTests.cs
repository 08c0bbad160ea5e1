using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using GridDesk.Kernel.Forms;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class PostedFormTests
{
    private static JsonObject Posted(params (string Name, string? Value)[] posted) =>
        Form.FromPosted(posted.Select(one => KeyValuePair.Create(one.Name, one.Value)));

    [Fact]
    public void Names_become_members_dates_items_and_lists() =>
        Posted(
            ("answers.reason", "bought"), ("__RequestVerificationToken", "x"), ("version", "3"),
            ("answers.moveDate.year", "108"), ("answers.moveDate.month", "6"), ("answers.moveDate.day", ""),
            ("answers.notices", "bill"), ("answers.notices", "outage"),
            ("answers.meters[0].number", "A"), ("answers.meters[2].number", "C"), ("answers.meters[2].phase", null))
        .ToJsonString().ShouldBe("""
            {"reason":"bought","moveDate":{"year":"108","month":"6","day":""},"notices":["bill","outage"],"meters":[{"number":"A"},{"number":"C","phase":""}]}
            """);

    [Theory]
    [InlineData("answers.")]
    [InlineData("answers.a[")]
    [InlineData("answers.a[9999999999].b")]
    [InlineData("answers.a[-1]")]
    [InlineData("answers.a..b")]
    [InlineData("answers.a.b.c.d.e.f")]
    [InlineData("answers.\ud800")]
    public void A_name_that_none_of_our_pages_posts_is_a_mistake_and_nothing_else(string name)
    {
        var result = FormOf(Ask("a", "text") with { Optional = true }).Read(Posted((name, "x")));

        result.Errors.Count.ShouldBe(1);
        result.Answers.Count.ShouldBe(0);
    }

    [Fact]
    public void One_name_as_value_and_as_parts_does_not_throw() =>
        Posted(("answers.a", "1"), ("answers.a.b", "2"), ("answers.a[0]", "3"), ("answers.a[0].b", "4")).ContainsKey("a").ShouldBeTrue();

    [Fact]
    public void The_answers_put_into_the_controls_and_posted_again_are_the_same_answers()
    {
        var answers = Transfer.Read(Complete).Answers;

        var posted = Form.ToPosted(answers).Select(one => KeyValuePair.Create(one.Key, (string?)one.Value));
        var result = Transfer.Read(Form.FromPosted(posted));

        result.Errors.ShouldBeEmpty();
        result.Answers.ToJsonString().ShouldBe(answers.ToJsonString());
    }

    [Fact]
    public void Nothing_typed_is_lost_when_the_form_is_shown_again()
    {
        (string, string)[] posted =
        [
            ("answers.reason", "bought"), ("answers.moveDate.year", "abc"), ("answers.moveDate.month", ""), ("answers.moveDate.day", "99"),
            ("answers.notices", "bill"), ("answers.notices", "nonsense"), ("answers.meters[0].number", " "), ("answers.meters[1].number", "way too long a number"),
        ];

        var typed = Transfer.Read(Form.FromPosted(posted.Select(one => KeyValuePair.Create(one.Item1, (string?)one.Item2)))).Typed;

        Form.ToPosted(typed).Select(one => (one.Key, one.Value)).ShouldBe(posted);
    }

    [Fact]
    public void Any_names_and_values_are_read_without_an_exception()
    {
        var part = Gen.Elements("a", "meters", "[0]", "[7]", ".", "number", "answers", "[", "]", "\ud800", "moveDate", "year");
        var name = Gen.Choose(0, 8).SelectMany(count => part.ArrayOf(count)).Select(parts => "answers." + string.Concat(parts));

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(500), Prop.ForAll(Gen.Choose(0, 6).SelectMany(count => name.ArrayOf(count)).ToArbitrary(), names =>
        {
            var typed = Form.FromPosted(names.Select(one => KeyValuePair.Create(one, (string?)"x")));
            Form.ToPosted(typed).Count().ShouldBeLessThanOrEqualTo(names.Length);
            Transfer.Read(typed).Errors.ShouldNotBeEmpty();
        }));
    }
}
