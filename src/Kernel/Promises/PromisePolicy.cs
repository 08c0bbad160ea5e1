using System.Text.Json.Serialization;
using GridDesk.Kernel.Time;
using NodaTime.Text;

namespace GridDesk.Kernel.Promises;

/// <summary>
/// What the office owes for one kind of duty. The rule (law or company regulation) and the service norm (what the
/// office promises by itself) are two facts; one that nobody knows is null, and is shown as not known.
/// </summary>
/// <param name="Version">Names this state of the policy; a promise keeps the version it was accepted under.</param>
/// <param name="Rule">The limit by law or regulation.</param>
/// <param name="Norm">The limit the office sets itself.</param>
public sealed record PromisePolicy(string Version, TimeLimit? Rule, TimeLimit? Norm)
{
    // No more than the longest limit that a pack may set; beyond it somebody mistyped.
    internal const int Longest = 400;

    /// <summary>Where the rule stands.</summary>
    public Phrase? RuleSource { get; init; }

    public Grade? RuleGrade { get; init; }

    /// <summary>Where the norm stands.</summary>
    public Phrase? NormSource { get; init; }

    public Grade? NormGrade { get; init; }

    /// <summary>All extensions of one promise together at most, in the unit of its limit; not bounded when null.</summary>
    public int? MaxExtension { get; init; }

    /// <summary>5個工作日（營業規章）, 5 working days (source); says that it is not known when it is not.</summary>
    [JsonIgnore]
    public Phrase RuleText => Say(Rule, RuleSource);

    /// <summary>As <see cref="RuleText"/>, for the norm.</summary>
    [JsonIgnore]
    public Phrase NormText => Say(Norm, NormSource);

    /// <summary>Due by the rule; null when no rule is known.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public DueDate? DueByRule(
        Instant receivedAt, IReadOnlyList<Segment> segments, IReadOnlyList<Extension> extensions,
        WorkCalendar calendar, Instant asOf) =>
        Rule is null ? null : DueDate.Compute(Rule, receivedAt, segments, extensions, calendar, asOf,
            Basis(new("依規定", "by the rule")));

    /// <summary>Due by the service norm; null when no norm is known.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public DueDate? DueByNorm(
        Instant receivedAt, IReadOnlyList<Segment> segments, IReadOnlyList<Extension> extensions,
        WorkCalendar calendar, Instant asOf) =>
        Norm is null ? null : DueDate.Compute(Norm, receivedAt, segments, extensions, calendar, asOf,
            Basis(new("依服務標準", "by our service norm")));

    /// <summary>Due by rule or by norm, whichever is the earlier; null when neither is known.</summary>
    /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
    public DueDate? Binding(
        Instant receivedAt, IReadOnlyList<Segment> segments, IReadOnlyList<Extension> extensions,
        WorkCalendar calendar, Instant asOf) =>
        Earlier(DueByRule(receivedAt, segments, extensions, calendar, asOf), DueByNorm(receivedAt, segments, extensions, calendar, asOf));

    internal static DueDate? Earlier(DueDate? rule, DueDate? norm) => rule is null ? norm : norm is null || rule.At < norm.At ? rule : norm;

    /// <summary>Grants more time.</summary>
    /// <exception cref="Refusal"><c>promise.extension-amount</c>, <c>promise.extension-too-long</c></exception>
    public IReadOnlyList<Extension> Extend(IReadOnlyList<Extension> granted, Extension next)
    {
        if (next.Amount is < 1 or > Longest)
        {
            throw new Refusal("promise.extension-amount",
                $"請填寫延長的時間，1到{Longest}。", $"Say by how much to extend: 1 to {Longest}.", "amount");
        }

        var left = MaxExtension - granted.Sum(extension => extension.Amount);
        if (next.Amount > left)
        {
            throw left > 0
                ? new Refusal("promise.extension-too-long",
                    $"最多只能再延長{left}，請縮短延長時間。", $"At most {left} more can be granted: ask for less.", "amount")
                : new Refusal("promise.extension-too-long",
                    "已達延長上限，不能再延長，請先與客戶聯絡並陳報主管。",
                    "The longest extension has been used up: contact the customer and report to your supervisor.", "amount");
        }

        return [.. granted, next];
    }

    // A definition of a service is known by the day from which it holds.
    private Phrase Basis(Phrase limit) => LocalDatePattern.Iso.Parse(Version) is { Success: true, Value: var from }
        ? new($"{limit.Zh}（{RocDate.Show(from).Zh}起適用之版本）", $"{limit.En} (the version in force from {RocDate.Show(from).En})")
        : new($"{limit.Zh}（第{Version}版）", $"{limit.En} (version {Version})");

    private static Phrase Say(TimeLimit? limit, Phrase? source) => (limit?.Text, source) switch
    {
        (null, _) => new("不詳（尚未查得規定）", "not known (no text has been found)"),
        ({ } text, null) => text,
        var (text, from) => new($"{text.Zh}（{from.Zh}）", $"{text.En} ({from.En})"),
    };
}
