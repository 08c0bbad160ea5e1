using System.Text.Json;
using System.Text.Json.Nodes;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using NodaTime.Text;

namespace GridDesk.Requests;

/// <summary>A filing that was read and found right, as far as it goes.</summary>
internal sealed record ReadFiling(
    Applicant Applicant, Agent? Agent, string? ElectricityNumber, JsonObject Answers, string? Address,
    Facts Facts, IReadOnlyList<RequiredDocument> Needed, IReadOnlyList<MissingItem> MissingAnswers)
{
    public Particulars Particulars(Guid request) => new()
    {
        Request = request,
        Name = Applicant.Name!,
        Phone = Applicant.Phone!,
        Email = Applicant.Email,
        Kind = Applicant.Kind,
        ElectricityNumber = ElectricityNumber,
        AgentJson = Agent is null ? null : JsonSerializer.SerializeToNode(Agent, Json.Options)!.AsObject(),
        Answers = Answers,
        Address = Address,
    };
}

/// <summary>
/// Reads what somebody brings by the service's definition. What is wrong is refused, all at once and at its field;
/// what is merely missing is listed, for papers may be taken in without it.
/// </summary>
internal sealed class FilingReading(ServiceDefinition service, Form form, FieldKinds kinds, WorkCalendar calendar)
{
    private readonly List<Refusal> _wrong = [];
    private readonly List<MissingItem> _missing = [];

    public ReadFiling Read(Filing filing, Instant received, Instant now)
    {
        if (received > now)
        {
            Wrong("request.received-later", "收到的時間不能晚於現在。", "The time of receipt cannot be later than now.", "receivedAt");
        }

        if (!filing.Channel.Begins(service))
        {
            Wrong("request.channel", $"「{service.Name.Zh}」不能用{filing.Channel.Name.Zh}辦理，請改用其他方式。",
                $"\"{service.Name.En}\" cannot be applied for by {filing.Channel.Name.En.ToLowerInvariant()}; please use another way.", "channel");
        }

        if (!service.OpensCase)
        {
            Wrong("request.no-case", $"「{service.Name.Zh}」在櫃檯當場辦好，不用申請。", $"\"{service.Name.En}\" is done at the counter; no request is needed.", "service");
        }

        var applicant = ReadApplicant(filing.Applicant);
        var agent = filing.Agent is null ? null : ReadAgent(filing.Agent);
        var number = ReadElectricityNumber(filing.ElectricityNumber);
        var result = form.Read(filing.Answers);
        foreach (var error in result.Errors)
        {
            if (error.Code != "form.required")
            {
                _wrong.Add(new Refusal(error.Code, error.Reason, error.Field.Length == 0 ? "answers" : $"answers.{error.Field}"));
            }
        }

        _wrong.AddRange(DaysNotToBeHad(result.Answers, calendar.Today(Instant.Min(received, now))));
        Refusals.ThrowIfAny(_wrong);
        // Named as they are kept: rows that were left empty are gone, and those after them have moved up.
        _missing.AddRange(result.Errors.Count == 0 ? [] : form.Read(result.Answers).Errors.Select(error => OpenAnswers.Missing(form, error)));
        var facts = new Facts(result.Answers, filing.Applicant.Kind, agent is not null);
        return new ReadFiling(applicant, agent, number, result.Answers, AddressIn(result.Answers), facts, service.DocumentsFor(facts), _missing);
    }

    private IEnumerable<Refusal> DaysNotToBeHad(JsonObject answers, LocalDate today) => form.Questions
        .Where(question => question.Day is not null && answers[question.Id] is not null)
        .Select(question => question.Day!.Refuse(LocalDatePattern.Iso.Parse(answers[question.Id]!.GetValue<string>()).Value, today, calendar, $"answers.{question.Id}")).OfType<Refusal>();

    private Applicant ReadApplicant(Applicant applicant)
    {
        var name = applicant.Name is { } typed ? TurningMarks.Without(typed).Trim() : null;
        if (string.IsNullOrEmpty(name))
        {
            Wrong("applicant.name", "請輸入申請人的姓名或名稱。", "Enter the applicant's name or the organisation's name.", "applicant.name");
        }
        else if (new System.Globalization.StringInfo(name).LengthInTextElements > 100 || name.Length > 200)
        {
            Wrong("applicant.name-long", "姓名最多 100 個字，請縮短。", "A name can have at most 100 characters; please shorten it.", "applicant.name");
        }
        else if (name.Any(char.IsControl) || HasLoneSurrogate(name))
        {
            Wrong("applicant.name-characters", "姓名裡有看不見的控制字元，請重新輸入。", "The name holds control characters; please type it again.", "applicant.name");
        }

        var phone = ReadKind("phone", applicant.Phone, "applicant.phone");
        if (string.IsNullOrWhiteSpace(applicant.Phone))
        {
            Wrong("applicant.phone", "請輸入聯絡電話，例如 0912-345-678。", "Enter a phone number, such as 0912-345-678.", "applicant.phone");
        }

        return applicant with { Name = name, Phone = phone, Email = ReadKind("email", applicant.Email, "applicant.email") };
    }

    private Agent ReadAgent(Agent agent)
    {
        var name = TurningMarks.Without(agent.Name ?? "").Trim();
        if (name.Length is 0 or > 200 || name.Any(char.IsControl) || HasLoneSurrogate(name))
        {
            Wrong("agent.name", "請輸入代辦人的姓名。", "Enter the name of the person who acts for the applicant.", "agent.name");
        }

        if (agent.Relation is { Length: > 100 })
        {
            Wrong("agent.relation", "關係最多 100 個字，請縮短。", "The relation can have at most 100 characters; please shorten it.", "agent.relation");
        }

        return new Agent(name, ReadKind("person-id", agent.Id, "agent.id"), ReadKind("phone", agent.Phone, "agent.phone"), agent.Relation?.Trim());
    }

    private string? ReadElectricityNumber(string? typed)
    {
        if (service.ElectricityNumber == ElectricityNumberUse.Required && string.IsNullOrWhiteSpace(typed))
        {
            _missing.Add(new MissingItem("answer", "electricityNumber", new Phrase("電號", "Electricity number"),
                new Phrase("電費單右上角的 11 個數字。", "The 11 digits at the top right of your bill.")));
        }

        return ReadKind("electricity-number", typed, "electricityNumber");
    }

    private string? ReadKind(string kind, string? typed, string field) =>
        string.IsNullOrWhiteSpace(typed) ? null : Refusals.Tried(_wrong, () => kinds.ReadText(kind, typed, field));

    private string? AddressIn(JsonObject answers) => form.Questions
        .Where(q => q.Kind == "address").Select(q => answers[q.Id]?["line"]?.GetValue<string>()).FirstOrDefault(line => line is not null);

    private static bool HasLoneSurrogate(string text) => text.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar);

    private void Wrong(string code, string zh, string en, string field) => _wrong.Add(new Refusal(code, zh, en, field));
}
