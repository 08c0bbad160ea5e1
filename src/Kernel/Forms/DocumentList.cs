using System.Text.Json.Nodes;

namespace GridDesk.Kernel.Forms;

/// <summary>Which documents a request needs.</summary>
public static class DocumentList
{
    private static readonly Question ApplicantFact = new("applicant", "choice", new("申請人", "Applicant"))
    {
        Options = [new("person", new("個人", "Person")), new("organisation", new("法人", "Organisation"))],
    };

    private static readonly Question AgentFact = new("agent", "choice", new("代辦", "Agent"))
    {
        Options = [new("true", new("是", "Yes")), new("false", new("否", "No"))],
    };

    /// <summary>The documents needed for these canonical answers, in the order of the pack.</summary>
    public static IReadOnlyList<RequiredDocument> For(IReadOnlyList<RequiredDocument> documents, JsonObject answers, ApplicantFacts facts)
    {
        JsonNode? Fact(string id) => id switch
        {
            "applicant" => facts.Applicant is Applicant.Person ? "person" : "organisation",
            "agent" => facts.Agent ? "true" : "false",
            _ => answers[id],
        };
        return [.. documents.Where(document => document.When.Holds(Fact))];
    }

    /// <summary>The mistakes in the list: an id used twice, a condition that no answer of the form can fulfil.</summary>
    public static IEnumerable<FormMistake> Check(IReadOnlyList<RequiredDocument> documents, Form form, FieldKinds kinds)
    {
        foreach (var question in form.Questions.Where(q => q.Id is "applicant" or "agent"))
        {
            yield return new("", new(
                $"題目代碼「{question.Id}」保留給文件條件使用，請改名。",
                $"The id “{question.Id}” is kept for the conditions of documents. Rename the question."));
        }

        for (var at = 0; at < documents.Count; at++)
        {
            if (documents.Take(at).Any(other => other.Id == documents[at].Id))
            {
                yield return new($"[{at}].id", new($"文件代碼「{documents[at].Id}」用了兩次，請改一個。", $"The id “{documents[at].Id}” is used twice. Change one."));
            }

            foreach (var mistake in CheckCondition(documents[at].When, $"[{at}].when", form, kinds))
            {
                yield return mistake;
            }
        }
    }

    /// <summary>The mistakes in a condition on the answers and the two facts: a question that is not there, an answer that cannot be.</summary>
    public static IEnumerable<FormMistake> CheckCondition(Condition? when, string path, Form form, FieldKinds kinds)
    {
        var known = new Dictionary<string, Question>();
        foreach (var question in form.Questions.Prepend(AgentFact).Prepend(ApplicantFact))
        {
            known.TryAdd(question.Id, question);
        }

        return new Checking(kinds).When(when, path, known);
    }
}
