using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>Describes the canonical answers as JSON Schema (2020-12).</summary>
internal sealed class Describing(FieldKinds kinds)
{
    public JsonObject Document(IReadOnlyList<Question> questions)
    {
        var schema = Object(questions);
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        return schema;
    }

    private JsonObject Object(IReadOnlyList<Question> questions)
    {
        var schema = new JsonObject
        {
            ["type"] = "object",
            ["properties"] = new JsonObject(questions.Select(question => KeyValuePair.Create(question.Id, (JsonNode?)Property(question)))),
            ["required"] = new JsonArray([.. questions.Where(question => !question.Optional && question.When is null).Select(question => (JsonNode)question.Id)]),
            ["additionalProperties"] = false,
        };
        if (questions.Any(question => question.When is not null))
        {
            schema["allOf"] = new JsonArray([.. questions.Where(question => question.When is not null).Select(question => Rule(question, questions))]);
        }

        return schema;
    }

    private JsonObject Property(Question question)
    {
        var schema = question.Kind == FieldKinds.Group
            ? new JsonObject { ["type"] = "array", ["minItems"] = (int)(question.Min ?? 1), ["maxItems"] = (int)(question.Max ?? Reading.MostItems), ["items"] = Object(question.Fields) }
            : kinds[question.Kind].Schema(question);
        Say(schema, "title", question.Label);
        if (question.Hint is { } hint)
        {
            Say(schema, "description", hint);
        }

        return schema;
    }

    // Asked: it must be there (unless optional). Not asked: it must not.
    private JsonNode Rule(Question question, IReadOnlyList<Question> questions) => new JsonObject
    {
        ["if"] = new JsonObject
        {
            ["properties"] = new JsonObject(question.When!.AllOf.Select(one => KeyValuePair.Create(
                one.Key, (JsonNode?)OneOf(questions.Single(earlier => earlier.Id == one.Key), one.Value)))),
            ["required"] = new JsonArray([.. question.When.AllOf.Keys.Select(id => (JsonNode)id)]),
        },
        ["then"] = question.Optional ? new JsonObject() : new JsonObject { ["required"] = new JsonArray(question.Id) },
        ["else"] = new JsonObject { ["properties"] = new JsonObject { [question.Id] = false } },
    };

    private JsonObject OneOf(Question question, IReadOnlyList<string> values)
    {
        var single = question with { Many = false };
        var schema = new JsonObject { ["enum"] = new JsonArray([.. values.Select(value => kinds[question.Kind].Read(single, value))]) };
        return question.Many ? new JsonObject { ["contains"] = schema } : schema;
    }

    private static void Say(JsonObject schema, string keyword, Phrase phrase)
    {
        schema[keyword] = phrase.Zh;
        schema[$"x-{keyword}-en"] = phrase.En;
    }
}
