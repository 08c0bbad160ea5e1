using System.Collections.Frozen;
using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>Every field kind the program knows, by the word used in the pack.</summary>
/// <param name="kinds">The kinds of Kernel and of the modules.</param>
/// <exception cref="ArgumentException">Two kinds have the same name.</exception>
public sealed class FieldKinds(IEnumerable<IFieldKind> kinds)
{
    /// <summary>
    /// A repeated list of items with questions of their own. It is structure, not a kind that reads a value: the
    /// form itself reads the items, so that every mistake of every item is told at once.
    /// </summary>
    public const string Group = "group";

    private readonly FrozenDictionary<string, IFieldKind> byName = kinds.ToFrozenDictionary(kind => kind.Name);

    /// <summary>The words a pack may use, <see cref="Group"/> included, in alphabetical order.</summary>
    public IReadOnlyList<string> Names => [.. byName.Keys.Append(Group).Order(StringComparer.Ordinal)];

    /// <exception cref="KeyNotFoundException">No module brings this kind; <see cref="Form.Check"/> says so earlier.</exception>
    public IFieldKind this[string name] =>
        byName.TryGetValue(name, out var kind) ? kind : throw new KeyNotFoundException($"There is no field kind “{name}”.");

    /// <summary>Reads one value that stands beside a form, such as a phone, of a kind whose values are texts.</summary>
    /// <exception cref="Refusal">The kind's own refusal, at that field.</exception>
    public string ReadText(string kind, string typed, string field)
    {
        try
        {
            return this[kind].Read(new Question(field, kind, Phrase.Same(field)), JsonValue.Create(typed)).GetValue<string>();
        }
        catch (Refusal refusal)
        {
            throw new Refusal(refusal.Code, refusal.Reason, field);
        }
    }

    public bool Knows(string name) => name == Group || byName.ContainsKey(name);

    /// <summary>What the page draws for this question: several rows make a text area, several choices check boxes.</summary>
    public Editor EditorOf(Question question) =>
        question.Kind == Group
            ? Editor.Group
            : this[question.Kind].Editor switch
            {
                Editor.Line when question.Rows > 1 => Editor.Lines,
                Editor.Choice when question.Many => Editor.Choices,
                var editor => editor,
            };
}
