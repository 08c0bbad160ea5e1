using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>
/// The questions of one form and everything that is done with them: the same rules for the customer's pages, the
/// counter screen, the API, a register and a questionnaire.
/// </summary>
/// <param name="questions">As the pack defines them, in the order they are asked.</param>
public sealed class Form(IReadOnlyList<Question> questions, FieldKinds kinds)
{
    public IReadOnlyList<Question> Questions => questions;

    /// <summary>The mistakes in the definition; the other methods expect that there are none.</summary>
    public IEnumerable<FormMistake> Check() => new Checking(kinds).Check(questions);

    /// <summary>The questions that apply, given the canonical answers so far.</summary>
    public IReadOnlyList<Question> Asked(JsonObject answers)
    {
        // An answer to a question that is not asked (any more) decides nothing.
        var asked = new Dictionary<string, Question>();
        foreach (var question in questions)
        {
            if (question.When.Holds(id => asked.ContainsKey(id) ? answers[id] : null))
            {
                asked.Add(question.Id, question);
            }
        }

        return [.. asked.Values];
    }

    /// <summary>
    /// Reads what was typed or sent. Never throws, whatever the JSON holds. Reading the answers again gives the
    /// same answers.
    /// </summary>
    public FormResult Read(JsonObject typed)
    {
        var reading = new Reading(kinds);
        var answers = reading.Read(questions, typed, path: "");
        return new FormResult(answers, reading.Errors, typed);
    }

    /// <summary>
    /// What a page posted, as <see cref="Read"/> takes it: <c>answers.reason</c>, <c>answers.moveDate.year</c>,
    /// <c>answers.meters[0].number</c>; a name posted several times (check boxes) becomes a list. Names that do not
    /// begin with <c>answers.</c> are not ours and are left out.
    /// </summary>
    public static JsonObject FromPosted(IEnumerable<KeyValuePair<string, string?>> posted) => Posted.Read(posted);

    /// <summary>
    /// The names and values a page posts for these answers (canonical or typed); the inverse of
    /// <see cref="FromPosted"/>. A page looks up what to put into its controls here.
    /// </summary>
    public static IEnumerable<KeyValuePair<string, string>> ToPosted(JsonObject answers) => Posted.Write(answers);

    /// <summary>JSON Schema (2020-12) of the canonical answers, with titles in both languages.</summary>
    public JsonObject JsonSchema() => new Describing(kinds).Document(questions);

    /// <summary>The canonical answers as a person reads them, in the order of the form, group items included.</summary>
    public IReadOnlyList<ShownAnswer> Show(JsonObject answers) => [.. Showing.Show(this, kinds, answers)];
}
