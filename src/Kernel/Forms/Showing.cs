using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

internal static class Showing
{
    public static IEnumerable<ShownAnswer> Show(Form form, FieldKinds kinds, JsonObject answers, string path = "", string? item = null)
    {
        foreach (var question in form.Asked(answers))
        {
            switch (answers[question.Id])
            {
                case JsonArray items when question.Kind == FieldKinds.Group:
                    foreach (var shown in items.OfType<JsonObject>().SelectMany((one, at) => Show(
                        new Form(question.Fields, kinds), kinds, one, $"{path}{question.Id}[{at}].", $"{Sentences.Item(question)} {at + 1}")))
                    {
                        yield return shown;
                    }

                    break;
                case { } answer:
                    yield return new ShownAnswer(path + question.Id, question, kinds[question.Kind].Show(question, answer), item);
                    break;
            }
        }
    }
}
