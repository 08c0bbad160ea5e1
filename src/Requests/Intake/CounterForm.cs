using System.Text.Json.Nodes;
using GridDesk.Customers;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Requests.Intake;

/// <summary>What stands on the counter screen, by the names of its fields; posted, or kept on the server.</summary>
internal sealed class CounterForm(IReadOnlyDictionary<string, string[]> fields)
{
    private static readonly string[] NotOurs = ["__RequestVerificationToken", "handler", "add", "remove", "account"];

    private readonly Dictionary<string, string[]> _fields = fields.Where(f => !NotOurs.Contains(f.Key)).ToDictionary(f => f.Key, f => f.Value);

    public static CounterForm Posted(IFormCollection form) => new(form.ToDictionary(f => f.Key, f => f.Value.Select(v => v ?? "").ToArray()));

    public IReadOnlyDictionary<string, string[]> Fields => _fields;

    public string this[string field]
    {
        get => _fields.GetValueOrDefault(field)?.FirstOrDefault()?.Trim() ?? "";
        set => _fields[field] = [value];
    }

    public bool IsEmpty => _fields.Where(f => f.Key is not ("channel" or "applicant.kind" or "known" or IntakeBeginning.Origin)).All(f => f.Value.All(string.IsNullOrWhiteSpace));

    public bool HasAgent => new[] { "name", "id", "phone", "relation" }.Any(part => this[$"agent.{part}"].Length > 0);

    public ApplicantKind Kind => this["applicant.kind"] == "organisation" ? ApplicantKind.Organisation : ApplicantKind.Person;

    /// <summary>The customer agrees to reminders of the account's bills.</summary>
    public bool WantsReminders => this["reminders"].Length > 0;

    /// <summary>Which papers the clerk has seen.</summary>
    public IReadOnlyList<string> Seen => [.. _fields.Keys.Where(f => f.StartsWith("papers.", StringComparison.Ordinal) && this[f].Length > 0).Select(f => f["papers.".Length..])];

    /// <summary>As the form reads them; a date typed in one go (1080620) is joined.</summary>
    public JsonObject Answers
    {
        get
        {
            var answers = Form.FromPosted(_fields.SelectMany(f => f.Value.Select(v => KeyValuePair.Create(f.Key, (string?)v))));
            JoinDates(answers);
            return answers;
        }
    }

    /// <summary>Fills in what the office knows of a customer, where nothing else was typed.</summary>
    public void Fill(KnownCustomer known)
    {
        FillIn("electricityNumber", known.ElectricityNumber);
        FillIn("applicant.name", known.Name);
        FillIn("applicant.phone", known.Phone);
        FillIn("applicant.email", known.Email ?? "");
        if (this["applicant.name"] == known.Name)
        {
            this["applicant.kind"] = known.IsOrganisation ? "organisation" : "person";
        }

        this["known"] = $"{known.Id}";
    }

    public void Clear(string beginning)
    {
        foreach (var field in _fields.Keys.Where(f => f.StartsWith(beginning, StringComparison.Ordinal)).ToList())
        {
            _fields.Remove(field);
        }
    }

    /// <exception cref="Refusal">The time of receipt cannot be read.</exception>
    public Filing ToFiling(ServiceDefinition service, WorkCalendar calendar, Instant now, IReadOnlyList<Scan> scans)
    {
        var scanned = scans.Select(s => s.Document).ToHashSet();
        return new(service.Code, Enum.TryParse<Channel>(this["channel"], out var channel) && Enum.IsDefined(channel) ? channel : Channel.Counter,
            new(this["applicant.name"], this["applicant.phone"], this["applicant.email"], Kind),
            HasAgent ? new(this["agent.name"], this["agent.id"], this["agent.phone"], this["agent.relation"]) : null,
            this["electricityNumber"], Answers,
            [.. scans.Select(s => new GivenDocument(s.Document, s.Upload)), .. Seen.Where(id => !scanned.Contains(id)).Select(id => new GivenDocument(id, null))])
        {
            ReceivedAt = ReceivedTime.Read(this["receivedAt"], calendar, now),
        };
    }

    private void FillIn(string field, string value)
    {
        if (this[field].Length == 0)
        {
            this[field] = value;
        }
    }

    private static void JoinDates(JsonObject answers)
    {
        foreach (var (name, node) in answers.ToList())
        {
            if (node is JsonObject parts)
            {
                if (parts["year"]?.GetValueKind() is System.Text.Json.JsonValueKind.String && parts["year"]!.GetValue<string>().Trim() is { Length: >= 6 } whole && IsBlank(parts["month"]) && IsBlank(parts["day"]))
                {
                    answers[name] = whole;
                }
            }
            else if (node is JsonArray items)
            {
                foreach (var item in items.OfType<JsonObject>())
                {
                    JoinDates(item);
                }
            }
        }
    }

    private static bool IsBlank(JsonNode? node) => node is null || (node.GetValueKind() is System.Text.Json.JsonValueKind.String && string.IsNullOrWhiteSpace(node.GetValue<string>()));
}
