using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Fields;

internal sealed class ElectricityNumberKind : IFieldKind
{
    public string Name => "electricity-number";

    public Editor Editor => Editor.Line;

    public JsonNode Read(Question question, JsonNode typed) => ElectricityNumber.Parse(Typed.Line(question, typed)).Digits;

    public string Show(Question question, JsonNode answer) => ElectricityNumber.Parse(answer.GetValue<string>()).ToString();

    public JsonObject Schema(Question question) => new() { ["type"] = "string", ["pattern"] = "^[0-9]{11}$" };
}
