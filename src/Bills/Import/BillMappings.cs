namespace GridDesk.Bills.Import;

/// <summary>The mappings that lie beside the program, to be used as they are or downloaded and changed.</summary>
internal static class BillMappings
{
    public static IReadOnlyDictionary<string, Phrase> Presets { get; } = new OrderedDictionary<string, Phrase>
    {
        ["bills"] = new("帳單（CSV）", "Bills (CSV)"),
        ["payments"] = new("繳費紀錄（CSV）", "Payments (CSV)"),
    };

    public static byte[] Preset(string name)
    {
        using var resource = Presets.ContainsKey(name) ? typeof(BillMappings).Assembly.GetManifestResourceStream($"bill-mappings/{name}.yaml") : null;
        using var bytes = new MemoryStream();
        (resource ?? throw new Refusal("not-found", "沒有這份對照檔。", "There is no such mapping.")).CopyTo(bytes);
        return bytes.ToArray();
    }
}
