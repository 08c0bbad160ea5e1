using GridDesk.Kernel.Pack;

namespace GridDesk.Kernel.Csv;

/// <summary>A mapping: a file beside a table that says which of its columns is what, read like a file of the pack.</summary>
public static class MappingFile
{
    /// <param name="code">Of the refusal; what follows its dot is the field that it belongs to.</param>
    /// <param name="types">How further types are written.</param>
    /// <exception cref="Refusals">Every mistake with file, line and column.</exception>
    /// <exception cref="Refusal"><paramref name="code"/>: the only mistake.</exception>
    public static T Read<T>(string name, byte[] bytes, string code, params PackSection[] types) where T : class
    {
        try
        {
            return new PackReader([PackSection.Type((node, binder) => new ColumnName(node is ListNode ? binder.Read<IReadOnlyList<string>>(node) : [binder.Read<string>(node)])), .. types]).Read<T>(new PackFile(name, bytes));
        }
        catch (PackRefused refused)
        {
            Refusals.ThrowIfAny([.. refused.Mistakes.Select(m => new Refusal(code, new Phrase($"{m.File}:{m.Line}:{m.Column}：{m.Sentence.Zh}", $"{m.File}:{m.Line}:{m.Column}: {m.Sentence.En}"), code.Split('.')[^1]))]);
            throw;
        }
    }
}
