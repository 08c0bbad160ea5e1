using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class HostileJsonTests
{
    private static readonly string[] Words =
    [
        "", " ", "other", "bought", "person", "organisation", "bill", "three", "07281937401", "1080620", "2019-02-29", "108/6/20", "A123456789",
        "04595257", "嘉義市東區中山路1號", "台北市中正區", "高雄市前鎮區三多三路12號", "0912345678", "+81 3 1234 5678", "05-2223333#", "a@b.tw", "1,000", "-0", "1e5", "𠮷", "👨‍👩‍👧",
        "\0", "\ud800", "x\udc00", "\u202e", "\r\n", "１２３", "NaN", "../etc/passwd", "<script>", "段", "之-之", "一百零一", "99999999999999999999",
    ];

    private static readonly string[] Names =
    [
        .. Transfer.Questions.Select(question => question.Id), "number", "phase", "amps", "year", "month", "day", "county", "district",
        "line", "road", "postcode", "section", "", "__proto__", "a.b", "\0", "\ud800",
    ];

    private static Gen<JsonNode?> Value => Gen.OneOf(
        Gen.Elements(Words).Select(word => (JsonNode?)JsonValue.Create(word)),
        Gen.Choose(-3, 2_000_000).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Elements(double.NaN, double.PositiveInfinity, 1e300, 0.1, -0.0).Select(number => (JsonNode?)JsonValue.Create(number)),
        Gen.Elements(true, false).Select(truth => (JsonNode?)JsonValue.Create(truth)),
        Gen.Constant((JsonNode?)null));

    private static Gen<JsonNode?> Tree(int depth) => depth == 0 ? Value : Gen.Frequency(
        (4, Value),
        (1, Members(depth).Select(members => (JsonNode?)members)),
        (1, Gen.Choose(0, 4).SelectMany(count => Tree(depth - 1).ArrayOf(count)).Select(items => (JsonNode?)new JsonArray(items))));

    private static Gen<JsonObject> Members(int depth) =>
        from names in Gen.SubListOf(Names)
        from values in Tree(depth - 1).ArrayOf(names.Count)
        select new JsonObject(names.Zip(values, (name, value) => KeyValuePair.Create(name, (JsonNode?)value)));

    private static Gen<JsonObject> MostlyRight =>
        from replaced in Gen.SubListOf(Names)
        from values in Tree(2).ArrayOf(replaced.Count)
        select new JsonObject(Complete.Where(one => !replaced.Contains(one.Key)).Select(one => KeyValuePair.Create(one.Key, one.Value?.DeepClone()))
            .Concat(replaced.Zip(values, (name, value) => KeyValuePair.Create(name, (JsonNode?)value)).Where((_, at) => at < 3)));

    [Fact]
    public void Whatever_is_sent_is_answered_with_mistakes_and_never_an_exception_and_reading_is_stable() =>
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1500), Prop.ForAll(Gen.OneOf(Members(3), MostlyRight).ToArbitrary(), typed =>
        {
            var first = Transfer.Read(typed);
            var again = Transfer.Read(Json(first.Answers.ToJsonString()));
            again.Answers.ToJsonString().ShouldBe(first.Answers.ToJsonString());
            if (first.IsValid)
            {
                again.Codes().ShouldBeEmpty();
            }
        }));

    [Theory]
    [InlineData("""{"holder": "a", "holder": "b"}""", " form.unreadable")]
    [InlineData("""{"holder": "\ud800"}""", "holder form.unreadable")]
    [InlineData("""{"\ud800": "a"}""", " form.unreadable")]
    [InlineData("""{"holder": "a\u0000b"}""", "holder form.unreadable")]
    [InlineData("""{"holder": {"a": 1, "a": 2}}""", "holder form.unreadable")]
    [InlineData("""{"holder": [[[[[[[[[[1]]]]]]]]]]}""", "holder form.unreadable")]
    [InlineData("""{"holder": 5}""", "holder form.not-text")]
    [InlineData("""{"holder": ["a", "b"]}""", "holder form.not-text")]
    public void Malformed_json_is_a_mistake(string typed, string expected) =>
        FormOf(Ask("holder", "text")).Read(Json(typed)).Codes().ShouldBe([expected]);

    [Fact]
    public void A_tree_deeper_than_any_stack_is_a_mistake()
    {
        JsonNode deep = new JsonObject();
        for (var level = 0; level < 200_000; level++)
        {
            deep = new JsonObject { ["a"] = deep };
        }

        var result = Transfer.Read(new JsonObject { ["premises"] = deep });

        result.Codes().ShouldContain("premises form.unreadable");
    }

    [Fact]
    public void Huge_texts_lists_and_objects_are_mistakes_told_in_few_words()
    {
        var huge = new string('字', 5_000_000);
        var zalgo = "a" + new string('\u0301', 5000);
        var form = FormOf(
            Ask("a", "text"), Ask("b", "text"), Ask("c", "date"), Ask("d", "phone"), Ask("e", "address"),
            Ask("rows", "group") with { Fields = [Ask("x", "text")] });

        form.Read(new JsonObject
        {
            ["a"] = huge,
            ["b"] = zalgo,
            ["c"] = "108/6/" + new string(' ', 90_000) + "2",
            ["d"] = "05-2223333#" + new string(' ', 90_000) + "z",
            ["e"] = "嘉義市東區" + new string('一', 90_000),
            ["rows"] = new JsonArray([.. Enumerable.Repeat(0, 100_000).Select(_ => (JsonNode)new JsonObject { ["y"] = 1 })]),
        }).Codes().ShouldBe(["a form.unreadable", "b text.too-long", "c form.too-long", "d form.too-long", "e form.too-long", "rows form.unreadable"]);

        form.Read(new JsonObject(Enumerable.Range(0, 100_000).Select(at => KeyValuePair.Create($"k{at}", (JsonNode?)at)))).Codes().ShouldBe([" form.unreadable"]);
    }
}
