using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using GridDesk.Services;

namespace GridDesk.Requests.Api;

/// <summary>The body of <c>POST /api/requests</c>.</summary>
/// <param name="Service">Code of the service, from <c>GET /api/services</c>.</param>
/// <param name="Applicant">Who asks.</param>
/// <param name="Agent">Who acts for the applicant, if anybody does.</param>
/// <param name="ElectricityNumber">The 11 digits on the bill.</param>
/// <param name="Answers">By the JSON Schema of the service.</param>
/// <param name="Documents">Ids from <c>POST /api/uploads</c>.</param>
/// <param name="Channel">For callers with a token: the channel that it came in by. Without a token it is always <c>web</c>.</param>
/// <param name="ReceivedAt">For callers with a token: when it reached the office, if that was earlier.</param>
public sealed record RequestBody(string? Service, ApplicantBody? Applicant, AgentBody? Agent, string? ElectricityNumber, JsonObject? Answers, IReadOnlyList<string?>? Documents, string? Channel, string? ReceivedAt);

public sealed record ApplicantBody(string? Name, string? Phone, string? Email, ApplicantKind? Kind);

public sealed record AgentBody(string? Name, string? Id, string? Phone, string? Relation);

/// <summary>The request was accepted formally.</summary>
/// <param name="Code">Eight letters and digits; with the number they open the progress page. Stored nowhere.</param>
public sealed record AcceptedAnswer(string Number, string Code, Instant AcceptedAt, DueAnswer Due, Phrase Explanation, string Track);

/// <summary>Three facts: due by rule, due by the office's norm, and the day that the customer is told; null when there is none.</summary>
/// <param name="ToBeConfirmed">The norm has not been confirmed by the office.</param>
public sealed record DueAnswer(
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LocalDate? Rule,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LocalDate? Norm,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] LocalDate? Told,
    bool ToBeConfirmed);

/// <summary>The papers were taken in only: no number, no clock, and this is what is missing.</summary>
public sealed record PreReceivedAnswer(string Slip, string Code, IReadOnlyList<MissingAnswer> Missing, string Track);

public sealed record MissingAnswer(string Kind, string Id, Phrase Name, Phrase? Hint);

/// <summary>How far a request has come.</summary>
public sealed record ProgressAnswer(
    string? Number, string? Slip, string Service, string Status, string? Outcome, StepAnswer? Step, OwnerAnswer Owner, DueAnswer Due,
    Phrase Sentence, Phrase? Explanation, IReadOnlyList<MissingAnswer> Missing, IReadOnlyList<HistoryAnswer> History);

public sealed record StepAnswer(string Id, Phrase Name, int Number, int Of);

public sealed record OwnerAnswer(Phrase Department, string Phone);

public sealed record HistoryAnswer(Instant At, Phrase What);
