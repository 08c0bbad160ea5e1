using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Services;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Requests.Apply;

/// <summary>What one page of an application sent.</summary>
internal sealed class PostedPage(IFormCollection form, Stop stop, Drafts drafts)
{
    private readonly List<Refusal> _refused = [];

    /// <summary>Files that could not be taken; the good ones are kept.</summary>
    public IReadOnlyList<Refusal> Refused => _refused;

    /// <summary>A button of the page itself was pressed: one more row, one file less.</summary>
    public bool Stays { get; private set; }

    /// <summary>The application with what this page says.</summary>
    public async Task<Application> TakeAsync(Application typed, CancellationToken cancel) => stop.Kind switch
    {
        StopKind.Number => typed with { ElectricityNumber = Text("electricityNumber") },
        StopKind.Question when stop.Question!.Kind == "file" => await TakeFileAsync(typed, stop.Question, cancel),
        StopKind.Question => typed with { Answers = Answered(typed.Answers, stop.Question!) },
        StopKind.Applicant => typed with
        {
            Applicant = new Applicant(Text("applicant.name"), Text("applicant.phone"), Text("applicant.email"),
                Text("applicant.kind") == "organisation" ? ApplicantKind.Organisation : ApplicantKind.Person),
            KindChosen = Text("applicant.kind") is "organisation" or "person",
        },
        StopKind.HasAgent => typed with { HasAgent = Text("hasAgent") switch { "yes" => true, "no" => false, _ => typed.HasAgent } },
        StopKind.Agent => typed with { Agent = new Agent(Text("agent.name") ?? "", Text("agent.id"), Text("agent.phone"), Text("agent.relation")) },
        _ => await TakePapersAsync(typed, stop.Document!, cancel),
    };

    private string? Text(string name) => form[name].ToString() is { Length: > 0 } text ? text.Length <= 1000 ? text : text[..1000] : null;

    private JsonObject Answered(JsonObject answers, Question question)
    {
        var posted = Form.FromPosted(form.SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value))))[question.Id]?.DeepClone();
        if (posted is JsonArray rows && question.Kind == FieldKinds.Group)
        {
            posted = Rows(rows, question);
        }

        var changed = answers.DeepClone().AsObject();
        changed[question.Id] = posted;
        if (posted is null)
        {
            changed.Remove(question.Id);
        }

        return changed;
    }

    // An empty row stands at the end of every group, to be filled in; it is no answer.
    private JsonArray Rows(JsonArray rows, Question question)
    {
        Stays = form.ContainsKey("add") || form.ContainsKey("remove");
        var taken = form["remove"].ToString();
        return [.. rows.Index().Where(row => taken != $"{question.Id}[{row.Index}]" && !IsBlank(row.Item)).Select(row => row.Item!.DeepClone())];
    }

    private static bool IsBlank(JsonNode? node) => node switch
    {
        null => true,
        JsonObject members => members.All(m => IsBlank(m.Value)),
        JsonArray items => items.All(IsBlank),
        _ => string.IsNullOrWhiteSpace(node.ToString()),
    };

    private async Task<Application> TakeFileAsync(Application typed, Question question, CancellationToken cancel)
    {
        var answers = typed.Answers.DeepClone().AsObject();
        if (form.ContainsKey("remove"))
        {
            Stays = true;
            answers.Remove(question.Id);
        }

        return await SentAsync(question.Id, stop.Fields, cancel) is not [var file, ..]
            ? typed with { Answers = answers }
            : typed with
            {
                Answers = new JsonObject(answers.Where(a => a.Key != question.Id).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone()))) { [question.Id] = $"{file.Upload:N}" },
                FileNames = new Dictionary<string, string>(typed.FileNames) { [$"{file.Upload:N}"] = file.Name },
            };
    }

    private async Task<Application> TakePapersAsync(Application typed, RequiredDocument document, CancellationToken cancel)
    {
        var papers = typed.PapersFor(document.Id);
        if (Guid.TryParse(form["remove"], out var gone))
        {
            Stays = true;
            return typed.With(document.Id, new Papers([.. papers.Files.Where(f => f.Upload != gone)], Later: false));
        }

        var sent = await SentAsync(document.Id, stop.Fields, cancel);
        Stays = form.ContainsKey("more");
        return typed.With(document.Id, new Papers([.. papers.Files, .. sent], Later: form.ContainsKey("later")));
    }

    private async Task<IReadOnlyList<SentFile>> SentAsync(string document, string field, CancellationToken cancel)
    {
        List<SentFile> sent = [];
        foreach (var file in form.Files.Where(f => f.Name == field && f.FileName.Length > 0))
        {
            try
            {
                sent.Add(await drafts.TakeAsync(file, document, field, cancel));
            }
            catch (Refusal refusal)
            {
                _refused.Add(refusal);
            }
        }

        return sent;
    }
}
