using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Kernel.Web;

namespace GridDesk.Customers.Contacts;

/// <summary>What the office and the holder of an address can do about it. State and events are saved together.</summary>
internal sealed class ContactDesk(OfficeDb db, EventLog events, ServerKeys keys, IClock clock)
{
    private const int CodesInAnHour = 5;

    private IQueryable<ContactPoint> Points => db.ContactPoints.Include(p => p.Consents);

    /// <summary>Null when nobody has told us anything about it.</summary>
    public Task<ContactPoint?> FindAsync(ContactAddress address, CancellationToken cancel = default) =>
        Points.SingleOrDefaultAsync(p => p.Kind == address.Kind && p.Address == address.Address, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<ContactPoint> GetAsync(Guid id, CancellationToken cancel = default) => await Points.SingleOrDefaultAsync(p => p.Id == id, cancel) ?? throw NotFound();

    /// <summary>By the word that only messages to that address carry.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<ContactPoint> OpenAsync(string token, CancellationToken cancel = default) => await Points.SingleOrDefaultAsync(p => p.Token == token, cancel) ?? throw NotFound();

    /// <summary>Those that were ever given for an account, whatever became of it.</summary>
    public async Task<IReadOnlyList<ContactPoint>> OfAccountAsync(string account, CancellationToken cancel = default) =>
        await Points.AsNoTracking().Where(p => p.Consents.Any(c => c.Account == account)).OrderBy(p => p.Id).ToListAsync(cancel);

    /// <summary>The address, with a row of its own from now on. Two who write to it first make one.</summary>
    public async Task<ContactPoint> KnowAsync(ContactAddress address, Language language, CancellationToken cancel = default) => await db.CommitAsync(async () =>
    {
        if (await FindAsync(address, cancel) is not { } known)
        {
            var now = clock.Now();
            var (id, token, salt) = (Guid.CreateVersion7(now.ToDateTimeOffset()), Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(16)), RandomNumberGenerator.GetBytes(16));
            var head = Array.Empty<byte>();
            await db.Database.ExecuteSqlAsync($"""
                INSERT INTO contact_points (id, kind, address, token, salt, language, prefers_call, version, head)
                VALUES ({id}, {$"{address.Kind}"}, {address.Address}, {token}, {salt}, {$"{language}"}, {address.Kind is ContactKind.Phone && !ContactAddress.TakesText(address.Kind, address.Address)}, {0}, {head})
                ON CONFLICT (kind, address) DO NOTHING
                """, cancel);
            known = await FindAsync(address, cancel);
        }

        return known!;
    }, cancel);

    /// <summary>Somebody gives an address, and agrees to what it is used for; what stands already stays as it is.</summary>
    /// <exception cref="Refusal">Those of <see cref="ContactPoint.Agree"/>.</exception>
    public Task<ContactPoint> AddAsync(ContactAddress address, Language language, IEnumerable<ContactPurpose> purposes, string? account, ContactWay way, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var point = await KnowAsync(address, language, cancel);
        Record(point, point.Collect(way, clock.Now()), by);
        foreach (var purpose in purposes)
        {
            Record(point, point.Agree(purpose, account, await CodeOfAsync(account, cancel), way, by.Key, clock.Now()), by);
        }

        return point;
    }, cancel);

    public Task AgreeAsync(Change change, ContactPurpose purpose, string? account, CancellationToken cancel = default) => ChangeAsync(change, async point =>
    {
        Record(point, point.Collect(change.Way, clock.Now()), change.By);
        Record(point, point.Agree(purpose, account, await CodeOfAsync(account, cancel), change.Way, change.By.Key, clock.Now()), change.By);
    }, cancel);

    /// <summary>Everything when no purpose is named.</summary>
    public Task WithdrawAsync(Change change, ContactPurpose? purpose, CancellationToken cancel = default) => ChangeAsync(change, point =>
    {
        foreach (var each in purpose is null ? ContactPurpose.Chosen : [purpose])
        {
            Record(point, point.Withdraw(each, change.Way, change.By.Key, clock.Now()), change.By);
        }

        return Task.CompletedTask;
    }, cancel);

    /// <summary>Agrees again to what was withdrawn last, for the same accounts.</summary>
    public Task ResumeAsync(Change change, ContactPurpose purpose, CancellationToken cancel = default) => ChangeAsync(change, async point =>
    {
        foreach (var account in point.WithdrawnLast(purpose))
        {
            Record(point, point.Agree(purpose, account, await CodeOfAsync(account, cancel), change.Way, change.By.Key, clock.Now()), change.By);
        }
    }, cancel);

    public Task PreferAsync(Change change, Language language, QuietHours? quiet, bool call, CancellationToken cancel = default) => ChangeAsync(change, point =>
    {
        Record(point, point.Prefer(language, quiet, call), change.By);
        return Task.CompletedTask;
    }, cancel);

    /// <summary>Has a code sent to the address.</summary>
    /// <exception cref="Refusal"><c>contact.too-many-tries</c></exception>
    public async Task AskCodeAsync(Change change, CancellationToken cancel = default)
    {
        if (await Tries.CountAsync(db, ContactPoint.KeyOf(change.Point), clock.Now(), Duration.FromHours(1), cancel) > CodesInAnHour)
        {
            throw new Refusal("contact.too-many-tries", $"一個小時最多寄 {CodesInAnHour} 次驗證碼，請晚一點再試。", $"At most {CodesInAnHour} codes are sent in an hour; please try again later.");
        }

        await ChangeAsync(change, async point =>
        {
            var code = await db.ContactCodes.SingleOrDefaultAsync(c => c.Point == point.Id, cancel);
            if (code is null)
            {
                db.Add(code = new ContactCode { Point = point.Id });
            }

            code.Ask();
            Record(point, new ContactCodeAsked(point.Kind), change.By);
        }, cancel);
    }

    /// <exception cref="Refusal"><c>contact.code-wrong</c>, and those of <see cref="ContactCode.Try"/>.</exception>
    public async Task VerifyAsync(Change change, string? typed, CancellationToken cancel = default)
    {
        var right = false;
        await ChangeAsync(change, async point =>
        {
            var code = await db.ContactCodes.SingleOrDefaultAsync(c => c.Point == point.Id, cancel) ?? new ContactCode { Point = point.Id };
            right = code.Try(typed, clock.Now());
            if (right)
            {
                Record(point, point.Verify(clock.Now()), change.By);
                db.Remove(code);
            }
        }, cancel);
        if (!right) // said after the save, so that the try counts
        {
            throw new Refusal("contact.code-wrong", "驗證碼不對，請再問一次用戶。", "That is not the code; please ask the customer again.", "code");
        }
    }

    // The electricity number itself is private; under a key of the office the same account has the same code.
    private async Task<string?> CodeOfAsync(string? account, CancellationToken cancel) =>
        account is not null && await db.Accounts.AnyAsync(a => a.Number == account, cancel)
            ? await keys.CodeAsync(db, "contact-accounts", new Guid(SHA256.HashData(Encoding.ASCII.GetBytes(account)).AsSpan(0, 16)), cancel) : null;

    private void Record(ContactPoint point, IEvent? happened, Actor by)
    {
        if (happened is not null)
        {
            events.Record(point, happened, by);
        }
    }

    private Task ChangeAsync(Change change, Func<ContactPoint, Task> make, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        var point = await GetAsync(change.Point, cancel);
        if (change.Version is { } shown && shown != point.Version)
        {
            throw new Refusal("conflict", "剛剛有別人改了這個聯絡方式。請看過再存。", "Somebody else has just changed this address; please look and save again.");
        }

        await make(point);
    }, cancel);

    private static Refusal NotFound() => new("not-found", "找不到這個聯絡方式，連結可能不完整。", "There is no such address; the link may be incomplete.");

    /// <param name="Version">The version that was shown; null for a withdrawal by the holder, which holds whatever else happened.</param>
    internal sealed record Change(Guid Point, int? Version, ContactWay Way, Actor By);
}
