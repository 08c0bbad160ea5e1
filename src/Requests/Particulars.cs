using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using GridDesk.Services;

namespace GridDesk.Requests;

/// <summary>Who asks, and what they told us: the private part of a request. Destroyed by law, the events still verify.</summary>
internal sealed class Particulars
{
    public required Guid Request { get; init; }
    public required string Name { get; set; }
    public required string Phone { get; set; }
    public string? Email { get; set; }
    public string? ElectricityNumber { get; set; }

    /// <summary>A person or an organisation.</summary>
    public ApplicantKind Kind { get; set; }

    /// <summary>Somebody who acts for the applicant; its fields are those of <see cref="Agent"/>.</summary>
    public JsonObject? AgentJson { get; set; }

    /// <summary>Canonical answers to the service's questions.</summary>
    public required JsonObject Answers { get; set; }

    /// <summary>Where the electricity is used, on one line, when known.</summary>
    public string? Address { get; set; }

    public byte[] Salt { get; private set; } = RandomNumberGenerator.GetBytes(16);

    public Agent? Agent => AgentJson?.Deserialize<Agent>(Json.Options);

    /// <summary>What the events carry in place of all this.</summary>
    public string Digest()
    {
        var text = JsonSerializer.Serialize(new { Name, Phone, Email, ElectricityNumber, Kind, AgentJson, Answers, Address }, Json.Options);
        return Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(text)]));
    }
}


/// <summary>Somebody who applies on behalf of another.</summary>
/// <param name="Id">National or resident number.</param>
/// <param name="Relation">What they are to the applicant: a daughter, an electrician.</param>
public sealed record Agent(string Name, string? Id, string? Phone, string? Relation);
