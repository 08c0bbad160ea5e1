namespace GridDesk.Customers.Contacts;

/// <summary>What messages are for, and what it takes to send them.</summary>
/// <param name="Code">As templates and events name it.</param>
public sealed record ContactPurpose(string Code, Phrase Name, PurposeRule Rule)
{
    public const string CaseNews = "case-news";
    public const string PaymentReminder = "payment-reminder";
    public const string SupplyNews = "supply-news";
    public const string Care = "care";
    public const string Bookings = "bookings";

    /// <summary>The code by which somebody proves that an address is theirs.</summary>
    public const string Verification = "contact-code";

    public static IReadOnlyList<ContactPurpose> All { get; } =
    [
        new(CaseNews, new("申請案件的消息", "News of your requests"), PurposeRule.UnlessObjected),
        new(PaymentReminder, new("繳費提醒", "Payment reminders"), PurposeRule.WithConsent),
        new(SupplyNews, new("停電和復電的通知", "News of power cuts"), PurposeRule.WithConsent),
        new(Care, new("關懷電話和訊息", "Care calls and messages"), PurposeRule.UnlessObjected),
        new(Bookings, new("預約的確認和提醒", "Confirmations and reminders of booked visits"), PurposeRule.UnlessObjected),
        new(Verification, new("驗證碼", "Codes to confirm an address"), PurposeRule.Always),
    ];

    /// <summary>Nobody waits for it: it leaves after what belongs to a request, and after codes.</summary>
    public bool IsRoutine => Code is PaymentReminder or Care;

    /// <summary>Those that people decide about.</summary>
    public static IEnumerable<ContactPurpose> Chosen => All.Where(p => p.Rule is not PurposeRule.Always);

    /// <exception cref="Refusal"><c>contact.purpose</c></exception>
    public static ContactPurpose Of(string? code) => All.FirstOrDefault(p => p.Code == code)
        ?? throw new Refusal("contact.purpose", "沒有這種用途。", "There is no such purpose.", "purpose");
}

public enum PurposeRule
{
    /// <summary>It belongs to what the customer asked for; they may object.</summary>
    UnlessObjected,

    /// <summary>Somebody has to agree first, each time for one electricity account.</summary>
    WithConsent,

    /// <summary>Somebody waits for it this very minute; also in quiet hours.</summary>
    Always,
}
