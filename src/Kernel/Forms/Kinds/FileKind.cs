using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace GridDesk.Kernel.Forms.Kinds;

/// <summary>A file that was uploaded before; the answer is the id of the upload. Whether it exists is for the store to say.</summary>
internal sealed partial class FileKind : IFieldKind
{
    public string Name => "file";

    public Editor Editor => Editor.File;

    public JsonNode Read(Question question, JsonNode typed)
    {
        var id = Typed.Text(question, typed).Trim();
        return UploadId.IsMatch(id)
            ? id
            : throw new Refusal("file.not-an-upload", $"「{question.Label.Zh}」沒有上傳成功，請再上傳一次。", $"“{question.Label.En}” was not uploaded. Please upload it again.");
    }

    public string Show(Question question, JsonNode answer) => Languages.Say("已上傳", "Uploaded");

    public JsonObject Schema(Question question) => new() { ["type"] = "string", ["pattern"] = "^[A-Za-z0-9_\\-]{1,100}$" };

    [GeneratedRegex(@"^[A-Za-z0-9_\-]{1,100}\z")]
    private static partial Regex UploadId { get; }
}
