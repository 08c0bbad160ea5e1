using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>
/// How one kind of question is read, checked, shown and described. Kernel brings the plain kinds; a module adds
/// its own (Customers: electricity number, personal and business ids, address) by registering it as a service.
/// </summary>
public interface IFieldKind
{
    /// <summary>The word used in the pack, such as <c>person-id</c>.</summary>
    string Name { get; }

    /// <summary>What the page shows for it.</summary>
    Editor Editor { get; }

    /// <summary>
    /// The canonical answer for what was typed or sent, ready to be stored.
    /// </summary>
    /// <param name="question">The question asked.</param>
    /// <param name="typed">Text from a form, or the JSON value from the API; never null or blank.</param>
    /// <exception cref="Refusal">It cannot be an answer; the reason says how to mend it.</exception>
    JsonNode Read(Question question, JsonNode typed);

    /// <summary>The canonical answer as a person reads it in the current language.</summary>
    string Show(Question question, JsonNode answer);

    /// <summary>JSON Schema (2020-12) of the canonical answer.</summary>
    JsonObject Schema(Question question);
}

/// <summary>The controls that a page knows how to draw.</summary>
public enum Editor { Line, Lines, Number, Date, Choice, Choices, Address, File, Group }
