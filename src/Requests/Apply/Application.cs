using System.Text.Json;
using System.Text.Json.Nodes;
using GridDesk.Services;

namespace GridDesk.Requests.Apply;

/// <summary>What a customer typed on the pages of an application, as they typed it.</summary>
internal sealed record Application
{
    public string? ElectricityNumber { get; init; }

    /// <summary>By the service's form, as posted.</summary>
    public JsonObject Answers { get; init; } = [];

    public Applicant? Applicant { get; init; }

    /// <summary>The applicant's kind was chosen, not taken for granted.</summary>
    public bool KindChosen { get; init; }

    /// <summary>Null until the question was answered.</summary>
    public bool? HasAgent { get; init; }

    public Agent? Agent { get; init; }

    /// <summary>By id of the document.</summary>
    public IReadOnlyDictionary<string, Papers> Documents { get; init; } = new Dictionary<string, Papers>();

    /// <summary>Names of the files that answer a question, by the id of their upload.</summary>
    public IReadOnlyDictionary<string, string> FileNames { get; init; } = new Dictionary<string, string>();

    public ApplicantKind Kind => Applicant?.Kind ?? ApplicantKind.Person;

    public Papers PapersFor(string document) => Documents.GetValueOrDefault(document) ?? Papers.None;

    public Application With(string document, Papers papers) =>
        this with { Documents = new Dictionary<string, Papers>(Documents) { [document] = papers } };

    /// <summary>Without what nobody asks any more: answers to questions that a changed answer took away.</summary>
    public Application Pruned(IReadOnlyCollection<string> asked) => this with
    {
        Answers = new JsonObject(Answers.Where(a => asked.Contains(a.Key)).Select(a => KeyValuePair.Create(a.Key, a.Value?.DeepClone()))),
        Agent = HasAgent == true ? Agent : null,
    };

    public static Application Of(JsonObject stored) => stored.Deserialize<Application>(Json.Options)!;

    public JsonObject Stored() => JsonSerializer.SerializeToNode(this, Json.Options)!.AsObject();
}

/// <summary>What a customer does about one document: files sent, or a word that it comes later.</summary>
internal sealed record Papers(IReadOnlyList<SentFile> Files, bool Later)
{
    public static Papers None { get; } = new([], Later: false);

    public bool Settled => Later || Files.Count > 0;
}

internal sealed record SentFile(Guid Upload, string Name);
