using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Customers.Contacts;

/// <summary>What whoever sends something asks first, and what filing may record of addresses.</summary>
public sealed class ContactDirectory
{
    private readonly OfficeDb _db;
    private readonly ContactDesk _desk;
    private readonly StopWords _words;
    private readonly PackInForce _pack;

    internal ContactDirectory(OfficeDb db, ContactDesk desk, StopWords words, PackInForce pack) => (_db, _desk, _words, _pack) = (db, desk, words, pack);

    /// <summary>Whether something may be sent to an address at this moment. Asked when it is queued, and again when it leaves: a withdrawal holds at once.</summary>
    /// <param name="address">As it was read from its field.</param>
    /// <param name="purpose">Code of a <see cref="ContactPurpose"/>.</param>
    public async Task<ContactAnswer> MayAsync(ContactKind kind, string address, string purpose, Instant now, CancellationToken cancel = default)
    {
        var asked = ContactPurpose.Of(purpose);
        var folded = ContactAddress.Of(kind, address).Address;
        var point = asked.Rule is PurposeRule.Always ? null
            : await _db.ContactPoints.AsNoTracking().Include(p => p.Consents.Where(c => c.Purpose == purpose)).SingleOrDefaultAsync(p => p.Kind == kind && p.Address == folded, cancel);
        return asked.Rule switch
        {
            PurposeRule.Always => new(ContactVerdict.Yes),
            _ when point?.IsWithdrawn(asked) == true => new(ContactVerdict.Withdrawn),
            PurposeRule.WithConsent when point?.IsAgreed(asked) != true => new(ContactVerdict.NoConsent),
            // A mail waits in its box; a phone rings.
            _ when kind is ContactKind.Phone && (point?.Quiet ?? _pack.Office.QuietHours ?? QuietHours.Usual).QuietUntil(now, _pack.Office.TimeZone) is { } later => new(ContactVerdict.NotYet, later),
            _ => new(ContactVerdict.Yes),
        };
    }

    /// <summary>In which language its holder reads; null when nobody said so.</summary>
    public Task<Language?> LanguageOfAsync(ContactKind kind, string address, CancellationToken cancel = default)
    {
        var folded = ContactAddress.Of(kind, address).Address;
        return _db.ContactPoints.Where(p => p.Kind == kind && p.Address == folded).Select(p => (Language?)p.Language).SingleOrDefaultAsync(cancel);
    }

    /// <summary>Where an account's holders agreed to be reached for a purpose, by electricity number; accounts that nobody agreed for are missing.</summary>
    /// <param name="accounts">Digits of electricity numbers, at most a few hundred.</param>
    public async Task<ILookup<string, ReachableAnswer>> ReachAsync(IReadOnlyCollection<string> accounts, string purpose, CancellationToken cancel = default) =>
        (await _db.Consents.AsNoTracking().Where(c => c.Purpose == purpose && c.Account != null && accounts.Contains(c.Account) && c.GivenAt != null && c.WithdrawnAt == null)
            .Join(_db.ContactPoints, c => c.Point, p => p.Id, (c, p) => new { c.Account, c.GivenAt, p.Kind, p.Address, p.Language, p.PrefersCall })
            .OrderBy(row => row.GivenAt).ThenBy(row => row.Address).ToListAsync(cancel))
        .ToLookup(row => row.Account!, row => new ReachableAnswer(row.Kind, row.Address, row.Language, row.PrefersCall));

    /// <summary>Whoever files something agrees to reminders for the account that it names. Belongs inside the save of the filing.</summary>
    /// <param name="language">In which they filed it, and read what comes; an address that is known keeps its own. Null when nobody knows.</param>
    /// <exception cref="Refusal"><c>contact.account</c>, <c>contact.extension</c></exception>
    public Task RemindAsync(ContactAddress address, string? account, Language? language, ContactWay way, Actor by, CancellationToken cancel = default) =>
        _desk.AddAsync(address, language ?? Language.Chinese, [ContactPurpose.Of(ContactPurpose.PaymentReminder)], account, way, by, cancel);

    /// <summary>The path of the page on which the holder of an address decides what it is used for: <c>/contacts/…</c>.</summary>
    public async Task<string> ChoicesAsync(ContactKind kind, string address, Language language, CancellationToken cancel = default) =>
        $"/contacts/{(await _desk.KnowAsync(ContactAddress.Of(kind, address), language, cancel)).Token}";

    /// <summary>The path to which a mail program posts when its reader wants no more of a purpose (RFC 8058); null for what nobody can decline.</summary>
    public string? StopPathOf(string address, string purpose) =>
        ContactPurpose.Of(purpose).Rule is PurposeRule.Always ? null : $"/contacts/stop/{_words.Seal(ContactAddress.Of(ContactKind.Email, address), purpose)}";

    /// <summary>Draws the code that was asked for and says where to send it; null when it was drawn already. Belongs inside the save of the message.</summary>
    /// <param name="point">Key of the address, as its events name it.</param>
    public async Task<ContactCodeAnswer?> DrawCodeAsync(string point, Instant now, CancellationToken cancel = default)
    {
        var it = await _desk.GetAsync(Guid.Parse(point.Split(':')[1]), cancel);
        var code = await _db.ContactCodes.SingleOrDefaultAsync(c => c.Point == it.Id, cancel);
        return code?.Draw(now) is { } digits ? new(it.Kind, it.Address, it.TakesText, it.Language, digits, (int)ContactCode.Lives.TotalMinutes) : null;
    }
}

/// <param name="NotBefore">Of <see cref="ContactVerdict.NotYet"/>: when it may be sent.</param>
public sealed record ContactAnswer(ContactVerdict Verdict, Instant? NotBefore = null);

public enum ContactVerdict
{
    Yes,

    /// <summary>Its holder agreed once, or it needed no consent, and then said no.</summary>
    Withdrawn,

    /// <summary>Nobody ever agreed.</summary>
    NoConsent,

    /// <summary>Its quiet hours reign.</summary>
    NotYet,
}

/// <param name="PrefersCall">Rather rung up than written to.</param>
public sealed record ReachableAnswer(ContactKind Kind, string Address, Language Language, bool PrefersCall);

/// <param name="TakesText">By text message; otherwise a phone is rung up.</param>
public sealed record ContactCodeAnswer(ContactKind Kind, string Address, bool TakesText, Language Language, string Digits, int Minutes);
