using GridDesk.Kernel.Time;
using System.Text.RegularExpressions;
using GridDesk.Kernel.Forms;
using NodaTime.Text;

namespace GridDesk.Requests.Handovers;

/// <summary>What the call centre passes on, read and found right.</summary>
internal sealed record HandedOver(string Number, string Source, HandoverKind Kind, Instant ReceivedAt, string Summary, string Name, string Phone, string? ElectricityNumber);

/// <summary>Reads what was sent; everything that is wrong is refused at once, each at its field.</summary>
internal sealed partial class HandoverReading(HandoverKinds list, FieldKinds kinds, Instant now)
{
    // A clock that runs a little ahead of ours is no mistake; a case of last season is one.
    private static readonly Duration Ahead = Duration.FromMinutes(5);
    private static readonly Duration Oldest = Duration.FromDays(30);

    private readonly List<Refusal> _wrong = [];

    /// <exception cref="Refusal">Something cannot be right.</exception>
    /// <exception cref="Refusals">Several things cannot be right.</exception>
    public HandedOver Read(HandoverBody body)
    {
        var number = Code(body.Number, "number", new("請給客服中心的案件編號：英文字母、數字、連字號，最多 40 字。", "Give the call centre's number: letters, digits and hyphens, at most 40."));
        var source = body.Source is null ? "call-centre" : Code(body.Source, "source", new("來源只能是英文字母、數字、連字號，最多 40 字。", "The source takes letters, digits and hyphens, at most 40."));
        var kind = list.Find(body.Kind);
        if (kind is null)
        {
            Wrong("handover.kind", $"沒有這個類別，可用的是 {string.Join("、", list.Kinds.Select(k => k.Code))}。", $"There is no such kind; there are {string.Join(", ", list.Kinds.Select(k => k.Code))}.", "kind");
        }

        var received = ReceivedAt(body.ReceivedAt);
        var summary = Text(body.Summary, Handover.LongestText, "summary", new("請寫用戶要什麼", "Write what the customer wants"));
        var name = Text(body.Customer?.Name, 100, "customer.name", new("請給用戶的姓名", "Give the customer's name"));
        var phone = Typed("phone", body.Customer?.Phone, "customer.phone");
        if (string.IsNullOrWhiteSpace(body.Customer?.Phone))
        {
            Wrong("handover.phone", "請給聯絡電話，例如 0912-345-678。", "Give a telephone number, such as 0912-345-678.", "customer.phone");
        }

        var account = Typed("electricity-number", body.Customer?.ElectricityNumber, "customer.electricityNumber");
        Refusals.ThrowIfAny(_wrong);
        return new(number.ToUpperInvariant(), source, kind!, received, summary, name, phone!, account);
    }

    private string Code(string? text, string field, Phrase reason)
    {
        var code = text?.Trim() ?? "";
        if (!CodePattern.IsMatch(code))
        {
            _wrong.Add(new Refusal($"handover.{field}", reason, field));
        }

        return code;
    }

    private string Text(string? text, int longest, string field, Phrase reason)
    {
        var written = text?.Trim() ?? "";
        if (written.Length == 0 || written.Length > longest)
        {
            Wrong($"handover.{field.Split('.')[^1]}", $"{reason.Zh}，最多 {longest} 字。", $"{reason.En}, in at most {longest} characters.", field);
        }
        else if (written.Any(sign => char.IsControl(sign) && sign is not ('\n' or '\r' or '\t')) || written.EnumerateRunes().Any(r => r == System.Text.Rune.ReplacementChar))
        {
            Wrong("handover.characters", "裡面有看不懂的控制字元，請重新送。", "It holds characters that cannot be read; please send it again.", field);
        }

        return written;
    }

    private Instant ReceivedAt(string? text)
    {
        if (OffsetDateTimePattern.Rfc3339.Parse(text ?? "") is not { Success: true, Value: var at })
        {
            Wrong("handover.received-at", "客服中心的受理時間請寫成 2019-06-20T11:40:00+08:00。", "Write when the call centre took it as 2019-06-20T11:40:00+08:00.", "receivedAt");
            return now;
        }

        var received = at.ToInstant();
        if (received > now + Ahead || received < now - Oldest)
        {
            Wrong("handover.received-at", "客服中心的受理時間不能晚於現在，也不能早於 30 天前。", "The call centre cannot have taken it later than now or more than 30 days ago.", "receivedAt");
        }

        return Instant.Min(received, now).ToMicrosecond();
    }

    private string? Typed(string kind, string? text, string field) =>
        string.IsNullOrWhiteSpace(text) ? null : Refusals.Tried(_wrong, () => kinds.ReadText(kind, text, field));

    private void Wrong(string code, string zh, string en, string field) => _wrong.Add(new Refusal(code, zh, en, field));

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9-]{0,39}$")]
    private static partial Regex CodePattern { get; }
}
