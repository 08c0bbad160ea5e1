using System.Text.Json.Nodes;
using FsCheck;
using FsCheck.Fluent;
using static GridDesk.Tests.Forms.Samples;

namespace GridDesk.Tests.Forms;

public sealed class FormSchemaTests
{
    private static readonly JsonObject Schema = Transfer.JsonSchema();

    [Fact]
    public void The_schema_is_well_formed_2020_12()
    {
        Schema["$schema"]!.GetValue<string>().ShouldBe("https://json-schema.org/draft/2020-12/schema");
        JsonSchema.Faults(Schema).ShouldBeEmpty();
    }

    [Fact]
    public void Every_question_is_titled_in_both_languages()
    {
        var remarks = Schema["properties"]!["remarks"]!;
        remarks["title"]!.GetValue<string>().ShouldBe("備註");
        remarks["x-title-en"]!.GetValue<string>().ShouldBe("Remarks");
        remarks["description"]!.GetValue<string>().ShouldBe("可以不填");
        remarks["x-description-en"]!.GetValue<string>().ShouldBe("You may leave this out");
        Schema["properties"]!["meters"]!["items"]!["properties"]!["amps"]!["title"]!.GetValue<string>().ShouldBe("安培");
    }

    [Fact]
    public void Complete_answers_fulfil_the_schema() =>
        JsonSchema.Violations(Schema, Transfer.Read(Complete).Answers).ShouldBeEmpty();

    [Theory]
    [InlineData("reason", "\"stolen\"")]
    [InlineData("reason", "\"bought\"")] // then otherReason must not be there
    [InlineData("otherReason", null)]
    [InlineData("holderIs", "\"organisation\"")]
    [InlineData("billBy", null)]
    [InlineData("notices", "[\"outage\"]")]
    [InlineData("meters", "[]")]
    [InlineData("meters", "[{\"number\": \"1\", \"phase\": \"three\"}]")]
    [InlineData("reading", "18342.55")]
    [InlineData("reading", "1000000")]
    [InlineData("account", "\"07-28-1937-40-1\"")]
    [InlineData("colour", "\"red\"")]
    public void Answers_that_the_form_refuses_do_not_fulfil_it(string id, string? value)
    {
        var answers = Transfer.Read(Complete).Answers;
        answers.Remove(id);
        if (value is not null)
        {
            answers[id] = JsonNode.Parse(value);
        }

        JsonSchema.Violations(Schema, answers).ShouldNotBeEmpty();
    }

    [Fact]
    public void Whatever_the_form_accepts_fulfils_the_schema()
    {
        var left = Gen.Choose(0, 2).SelectMany(count => Gen.Elements(Transfer.Questions.Select(question => question.Id).ToArray()).ArrayOf(count));
        var reasons = Gen.Elements("bought", "other");
        var holders = Gen.Elements("person", "organisation");
        var accepted = 0;

        Check.One(Config.QuickThrowOnFailure.WithMaxTest(1000), Prop.ForAll(left.ToArbitrary(), reasons.ToArbitrary(), holders.ToArbitrary(), (without, reason, holder) =>
        {
            var typed = Complete;
            typed["reason"] = reason;
            typed["holderIs"] = holder;
            typed["businessId"] = "04595257";
            foreach (var id in without)
            {
                typed.Remove(id);
            }

            var result = Transfer.Read(typed);
            if (result.IsValid)
            {
                accepted++;
                JsonSchema.Violations(Schema, result.Answers).ShouldBeEmpty(result.Answers.ToJsonString());
            }
            else
            {
                JsonSchema.Violations(Schema, result.Answers).ShouldNotBeEmpty(result.Answers.ToJsonString());
            }
        }));
        accepted.ShouldBeGreaterThan(50);
    }
}
