using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Files;
using GridDesk.Kernel.Forms;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Ui.Http;
using Microsoft.AspNetCore.Http;

namespace GridDesk.Requests.Apply;

/// <summary>Begins, opens and keeps what customers are typing.</summary>
internal sealed class Drafts(OfficeDb db, ServiceCatalogue services, FieldKinds kinds, PackInForce pack, FileStore files, IClock clock)
{
    private const string Cookie = "gd-apply";

    /// <summary>Whether a request was made of it meanwhile.</summary>
    public Task<bool> IsFiledAsync(Guid id, CancellationToken cancel) =>
        db.Set<Draft>().AnyAsync(d => d.Id == id && d.Filed != null, cancel);

    /// <summary>The service of that code, when a customer may apply for it online today.</summary>
    public ServiceDefinition? Startable(string code) =>
        services.Find(code, pack.Calendar.Today(clock.Now())) is { OpensCase: true } service && service.Channels.Contains("web") ? service : null;

    public async Task<Draft> BeginAsync(ServiceDefinition service, HttpContext http)
    {
        var now = clock.Now();
        var draft = new Draft { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Browser = BrowserOf(http), Service = service.Code, Typed = new Application().Stored(), UpdatedAt = now };
        await db.CommitAsync(() => Task.FromResult(db.Add(draft)), http.RequestAborted);
        return draft;
    }

    /// <summary>Null when there is none, when it was forgotten, or when another browser began it.</summary>
    public async Task<Draft?> OpenAsync(Guid id, ServiceDefinition service, HttpContext http)
    {
        var browser = http.Request.Cookies[Cookie];
        return string.IsNullOrEmpty(browser) ? null : await db.Set<Draft>().SingleOrDefaultAsync(d => d.Id == id && d.Browser == browser && d.Service == service.Code, http.RequestAborted);
    }

    /// <summary>For a page that has nothing to show again.</summary>
    public static Refusal Gone() => new("not-found", "找不到您剛才填的資料，請重新開始申請。", "We no longer have what you filled in; please start the application again.");

    public Journey JourneyOf(ServiceDefinition service, Application typed) => Journey.Of(service, services.FormOf(service), kinds, pack.Calendar, typed, clock.Now());

    /// <summary>Keeps what was typed, right or wrong, without what is no longer asked.</summary>
    public async Task<Journey> KeepAsync(Draft draft, ServiceDefinition service, Application typed, CancellationToken cancel)
    {
        var journey = JourneyOf(service, typed);
        await db.CommitAsync(() =>
        {
            draft.Keep(journey.Typed.Stored(), clock.Now());
            return Task.CompletedTask;
        }, cancel);
        return journey;
    }

    /// <summary>Takes in a file that a page sent.</summary>
    /// <exception cref="Refusal">As <see cref="FileStore.TakeAsync"/>, at that field.</exception>
    public async Task<SentFile> TakeAsync(IFormFile file, string document, string field, CancellationToken cancel)
    {
        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, cancel);
        try
        {
            var upload = await files.TakeAsync(file.FileName, bytes.ToArray(), document, clock.Now(), cancel);
            return new SentFile(upload.Id, upload.Name);
        }
        catch (Refusal refusal)
        {
            throw new Refusal(refusal.Code, new Phrase($"{file.FileName}：{refusal.Reason.Zh}", $"{file.FileName}: {refusal.Reason.En}"), field);
        }
    }

    /// <summary>Without files that were forgotten because they lay for a day.</summary>
    public async Task<Application> WithoutLostFilesAsync(Application typed, CancellationToken cancel)
    {
        var ids = typed.Documents.Values.SelectMany(p => p.Files).Select(f => f.Upload).ToList();
        var there = await db.Set<Upload>().Where(u => ids.Contains(u.Id) && u.ClaimedBy == null).Select(u => u.Id).ToListAsync(cancel);
        return there.Count == ids.Count ? typed : typed with
        {
            Documents = typed.Documents.ToDictionary(d => d.Key, d => d.Value with { Files = [.. d.Value.Files.Where(f => there.Contains(f.Upload))] }),
        };
    }

    // The address alone opens nothing: it stays in histories and on shared screens. The cookie ends with the browser.
    private static string BrowserOf(HttpContext http)
    {
        if (http.Request.Cookies[Cookie] is { Length: 64 } known)
        {
            return known;
        }

        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));
        http.Response.Cookies.Append(Cookie, secret, new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            SameSite = SameSiteMode.Lax,
            Secure = http.Request.IsHttps,
            Path = http.Root() is "" ? "/" : http.Root(),
        });
        return secret;
    }
}
