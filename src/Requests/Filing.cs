using System.Text.Json.Nodes;
using GridDesk.Services;

namespace GridDesk.Requests;

/// <summary>What somebody brings to the office, by whatever channel: the same for the web form, the counter and the API.</summary>
/// <param name="Service">Code of the service.</param>
/// <param name="Answers">As typed or sent; read by the service's form.</param>
/// <param name="Documents">Files sent, and papers seen at the counter.</param>
internal sealed record Filing(string Service, Channel Channel, Applicant Applicant, Agent? Agent, string? ElectricityNumber, JsonObject Answers, IReadOnlyList<GivenDocument> Documents)
{
    /// <summary>In which the customer filed it; null when somebody of the office keyed it in.</summary>
    public Language? Language { get; init; }

    /// <summary>When it reached the office, when that was before it was keyed in.</summary>
    public Instant? ReceivedAt { get; init; }

    /// <summary>Where it was taken in; the first site of the pack when it came from outside.</summary>
    public string? Site { get; init; }

    /// <summary>Refuse rather than take in when something is missing: the clerk has the customer in front of them.</summary>
    public bool MustBeComplete { get; init; }

    /// <summary>Who sees it through from the start; null leaves it to the department.</summary>
    public string? Owner { get; init; }

    /// <summary>A volunteer serves the customer over noon.</summary>
    public bool AtNoon { get; init; }

    /// <summary>Take the papers in only, even when they are complete: a volunteer may not accept.</summary>
    public bool ReceiveOnly { get; init; }
}

/// <summary>Who asks.</summary>
internal sealed record Applicant(string? Name, string? Phone, string? Email, ApplicantKind Kind = ApplicantKind.Person);

/// <summary>A file that was sent (<paramref name="Upload"/>), or a paper seen at the counter (no upload).</summary>
/// <param name="Document">Which of the service's documents it is; null when the sender did not say.</param>
internal sealed record GivenDocument(string? Document, Guid? Upload);

/// <summary>What the office answers: a number and a promise, or a slip and what is missing.</summary>
internal sealed record Filed(ServiceRequest Request, Kernel.Promises.Promise? Promise, string Code);
