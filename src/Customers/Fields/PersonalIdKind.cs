using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

/// <summary>Shown masked, because a summary is read by more eyes than need the number.</summary>
internal sealed class PersonalIdKind : IFieldKind
{
    public string Name => "person-id";

    public Editor Editor => Editor.Line;

    public JsonNode Read(Question question, JsonNode typed) => PersonalId.Parse(Typed.Line(question, typed)).Value;

    public string Show(Question question, JsonNode answer) => PersonalId.Parse(answer.GetValue<string>()).ToString();

    public JsonObject Schema(Question question) => new() { ["type"] = "string", ["pattern"] = "^[A-Z][1289A-D][0-9]{8}$" };
}
