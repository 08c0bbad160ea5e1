using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Time;

namespace GridDesk.Customers.Contacts;

/// <summary>An address at which somebody can be reached, and what its holder decided about it. The address is a private row; events carry its salted digest.</summary>
internal sealed class ContactPoint : Kernel.Events.Subject
{
    public required Guid Id { get; init; }
    public required ContactKind Kind { get; init; }

    /// <summary>As <see cref="ContactAddress"/> writes it.</summary>
    public required string Address { get; init; }

    /// <summary>Opens its holder's own page; 128 random bits.</summary>
    public required string Token { get; init; }

    public byte[] Salt { get; init; } = RandomNumberGenerator.GetBytes(16);

    /// <summary>When its holder gave it to us to write to; null while we only wrote to it because a request named it.</summary>
    public Instant? CollectedAt { get; private set; }

    public Instant? VerifiedAt { get; private set; }
    public Language Language { get; private set; }

    /// <summary>Of a telephone; null follows the office.</summary>
    public QuietHours? Quiet { get; private set; }

    /// <summary>Of a mobile phone: rather a call than a text message. A landline can only be called.</summary>
    public bool PrefersCall { get; private set; }

    public List<Consent> Consents { get; init; } = [];

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"contact:{id:N}";

    public bool TakesText => ContactAddress.TakesText(Kind, Address);

    public string Masked => Kind is ContactKind.Email ? Customers.Masked.Email(Address) : Customers.Masked.Phone(Address);

    public bool IsAgreed(ContactPurpose purpose) => purpose.Rule switch
    {
        PurposeRule.WithConsent => Consents.Any(c => c.Purpose == purpose.Code && c.Stands),
        PurposeRule.UnlessObjected => Consents.All(c => c.Purpose != purpose.Code) || Consents.Any(c => c.Purpose == purpose.Code && c.Stands),
        _ => true,
    };

    /// <summary>It was agreed once, or taken as agreed, and is not any more.</summary>
    public bool IsWithdrawn(ContactPurpose purpose) => !IsAgreed(purpose) && Consents.Any(c => c.Purpose == purpose.Code);

    /// <summary>Its holder gave it to us; null when that is known already.</summary>
    public ContactAdded? Collect(ContactWay way, Instant now)
    {
        if (CollectedAt is not null)
        {
            return null;
        }

        CollectedAt = now;
        return new(Kind, TakesText, way, Convert.ToHexStringLower(SHA256.HashData([.. Salt, .. Encoding.UTF8.GetBytes(Address)])));
    }

    /// <summary>Its holder agrees; null when that stands already. After a withdrawal it is a new consent with a date of its own.</summary>
    /// <param name="account">Digits of the electricity number; needed by what is about one.</param>
    /// <param name="accountCode">What events call the account; null when the office does not know it.</param>
    /// <exception cref="Refusal"><c>contact.account</c></exception>
    public ContactConsented? Agree(ContactPurpose purpose, string? account, string? accountCode, ContactWay way, string by, Instant now)
    {
        if (purpose.Rule is PurposeRule.WithConsent && account is null)
        {
            throw new Refusal("contact.account", "請填是哪一個電號的。", "Give the electricity number that it is for.", "electricityNumber");
        }

        account = purpose.Rule is PurposeRule.WithConsent ? account : null;
        if (Consents.Any(c => c.Purpose == purpose.Code && c.Account == account && c.Stands) || (account is null && IsAgreed(purpose)))
        {
            return null;
        }

        Consents.Add(new() { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Point = Id, Purpose = purpose.Code, Account = account, GivenAt = now, GivenWay = way, GivenBy = by });
        return new(purpose.Code, account is null ? null : accountCode, way);
    }

    /// <summary>From this moment nothing of the kind is sent, for whatever account; null when nothing is to be withdrawn.</summary>
    public ContactWithdrawn? Withdraw(ContactPurpose purpose, ContactWay way, string by, Instant now)
    {
        if (!IsAgreed(purpose) || purpose.Rule is PurposeRule.Always)
        {
            return null;
        }

        var standing = Consents.Where(c => c.Purpose == purpose.Code && c.Stands).ToList();
        if (standing.Count == 0)
        {
            standing = [new() { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Point = Id, Purpose = purpose.Code }];
            Consents.AddRange(standing);
        }

        standing.ForEach(c => c.Withdraw(way, by, now));
        return new(purpose.Code, way);
    }

    /// <summary>The accounts of what was withdrawn last, null standing for none in particular; empty while it is agreed.</summary>
    public IReadOnlyList<string?> WithdrawnLast(ContactPurpose purpose)
    {
        var ended = IsAgreed(purpose) ? [] : Consents.Where(c => c.Purpose == purpose.Code && c.WithdrawnAt is not null).ToList();
        return [.. ended.Where(c => c.WithdrawnAt == ended.Max(e => e.WithdrawnAt)).Select(c => c.Account).Distinct()];
    }

    /// <summary>Language, quiet hours, and how to use the telephone; null when nothing is different.</summary>
    public ContactChanged? Prefer(Language language, QuietHours? quiet, bool call)
    {
        var (hours, rings) = Kind is ContactKind.Phone ? (quiet, call || !TakesText) : (null, false);
        if ((Language, Quiet, PrefersCall) == (language, hours, rings))
        {
            return null;
        }

        (Language, Quiet, PrefersCall) = (language, hours, rings);
        return new(language, hours is not null, rings);
    }

    /// <summary>Somebody read a code that we had sent there; null when that is known already.</summary>
    public ContactVerified? Verify(Instant now)
    {
        if (VerifiedAt is not null)
        {
            return null;
        }

        VerifiedAt = now;
        return new(Kind);
    }
}
