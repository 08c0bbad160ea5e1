using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

internal sealed class BusinessIdKind : IFieldKind
{
    public string Name => "business-id";

    public Editor Editor => Editor.Line;

    public JsonNode Read(Question question, JsonNode typed) => BusinessId.Parse(Typed.Line(question, typed)).Digits;

    public string Show(Question question, JsonNode answer) => answer.GetValue<string>();

    public JsonObject Schema(Question question) => new() { ["type"] = "string", ["pattern"] = "^[0-9]{8}$" };
}
