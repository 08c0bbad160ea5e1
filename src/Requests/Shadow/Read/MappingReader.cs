using GridDesk.Kernel.Csv;
using GridDesk.Kernel.Pack;
using GridDesk.Services;

namespace GridDesk.Requests.Shadow.Read;

/// <summary>Reads a mapping: one that the office wrote, or one of those that lie beside the program.</summary>
internal sealed class MappingReader(ServiceCatalogue services, PackInForce pack)
{
    /// <summary>The mappings for exports of other programs.</summary>
    public static IReadOnlyDictionary<string, Phrase> Presets { get; } = new OrderedDictionary<string, Phrase>
    {
        ["register"] = new("受理登記簿（CSV）", "Register kept by hand (CSV)"),
        ["rt"] = new("RT（試算表匯出，TSV）", "RT (spreadsheet export, TSV)"),
        ["osticket"] = new("osTicket（CSV 匯出）", "osTicket (CSV export)"),
        ["open311"] = new("Open311 GeoReport v2（JSON）", "Open311 GeoReport v2 (JSON)"),
    };

    public static byte[] Preset(string name)
    {
        using var resource = Presets.ContainsKey(name) ? typeof(MappingReader).Assembly.GetManifestResourceStream($"shadow-mappings/{name}.yaml") : null;
        using var bytes = new MemoryStream();
        (resource ?? throw new Refusal("not-found", "沒有這份對照檔。", "There is no such mapping.")).CopyTo(bytes);
        return bytes.ToArray();
    }

    /// <exception cref="Refusals">Every mistake with file, line and column.</exception>
    /// <exception cref="Refusal"><c>shadow.mapping</c>: the only mistake.</exception>
    public RegisterMapping Read(string name, byte[] bytes) => MappingFile.Read<RegisterMapping>(name, bytes, "shadow.mapping", PackSection.Type((node, binder) => Codes(node, binder)));

    /// <summary>The service that a word of the register means: by the table, by its code, or by its name in either language.</summary>
    public string? ServiceOf(string word, CodeTable table) => table.Codes.GetValueOrDefault(word)
        ?? services.All.FirstOrDefault(s => Same(s.Code, word) || s.Name.Zh == word || Same(s.Name.En, word))?.Code;

    /// <summary>As <see cref="ServiceOf"/>; a department that we do not know keeps its word, so that its cases can still be told apart.</summary>
    public string DepartmentOf(string word, CodeTable table) => table.Codes.GetValueOrDefault(word)
        ?? pack.Departments.All.FirstOrDefault(d => d.Code == word || d.Name.Zh == word || Same(d.Name.En, word))?.Code ?? word;

    private static bool Same(string one, string other) => one.Equals(other, StringComparison.OrdinalIgnoreCase);

    // One table is of services, the other of departments; its key says which. A wrong code is a mistake at its line.
    private CodeTable Codes(Node node, NodeBinder binder)
    {
        var isService = node.Name == "services";
        var codes = binder.Read<IReadOnlyDictionary<string, string>>(node);
        Exception? wrong = null;
        foreach (var (word, code) in codes)
        {
            if (isService ? services.All.All(s => s.Code != code) : pack.Departments.Find(code) is null)
            {
                wrong = binder.Mistake(((MapNode)node).Entries[word], isService ? $"沒有代碼是「{code}」的服務項目。" : $"沒有代碼是「{code}」的部門。", $"There is no {(isService ? "service" : "department")} with the code '{code}'.");
            }
        }

        return wrong is null ? new CodeTable(codes) : throw wrong;
    }
}
