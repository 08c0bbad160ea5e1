using System.Text.Json.Nodes;

namespace GridDesk.Services;

/// <summary>What conditions of a service may ask about: the answers, who applies (<c>applicant</c>), and whether somebody acts for them (<c>agent</c>).</summary>
public sealed record Facts(JsonObject Answers, ApplicantKind Applicant, bool Agent)
{
    internal JsonNode? Of(string id) => id switch
    {
        "applicant" => Applicant == ApplicantKind.Organisation ? "organisation" : "person",
        "agent" => Agent ? "true" : "false",
        _ => Answers[id],
    };
}

public enum ApplicantKind { Person, Organisation }
