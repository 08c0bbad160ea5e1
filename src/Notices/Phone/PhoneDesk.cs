using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Requests;

namespace GridDesk.Notices.Phone;

/// <summary>What customers keep on their phones: a device with a key, and requests that were opened on it with number and code.</summary>
internal sealed class PhoneDesk(OfficeDb db, EventLog events, RequestDirectory requests, IClock clock)
{
    /// <summary>More than anybody needs, so that a list is never long.</summary>
    public const int MostCases = 50;

    /// <summary>A new device; its key is told once.</summary>
    public async Task<string> IssueAsync(DeviceKind kind, CancellationToken cancel = default)
    {
        var (device, key) = Device.New(kind, clock.Now());
        db.Add(device);
        await db.CommitAsync(cancel: cancel);
        return key;
    }

    /// <exception cref="Refusal"><c>device.not-found</c>: no key, or none of ours.</exception>
    public async Task<Device> FindAsync(string? key, CancellationToken cancel = default)
    {
        var digest = Device.DigestOf(key ?? "");
        var device = await db.Devices.SingleOrDefaultAsync(d => d.Digest == digest, cancel) ?? throw new Refusal("device.not-found",
            "不認得這支裝置。請先用 POST /api/my/devices 取得裝置金鑰，再放在 Authorization: Bearer 標頭。",
            "This device is not known. Get a device key by POST /api/my/devices first, and send it as Authorization: Bearer.");
        var now = clock.Now();
        if (now - device.SeenAt > Duration.FromDays(1))
        {
            await db.CommitAsync(() => db.Devices.Where(d => d.Id == device.Id).ExecuteUpdateAsync(set => set.SetProperty(d => d.SeenAt, now), cancel), cancel);
        }

        return device;
    }

    /// <summary>Keeps a request on the device; once, however often it is asked.</summary>
    /// <param name="address">Where whoever asks is connected from.</param>
    /// <exception cref="Refusal"><c>not-found</c> or <c>too-many-tries</c>, as on the tracking page; <c>phone.full</c>.</exception>
    public async Task<(KeptCase Kept, RequestFacts Facts)> KeepAsync(Device device, string? number, string? code, string address, CancellationToken cancel = default)
    {
        var request = await requests.LookUpAsync(number, code, address, cancel);
        var facts = (await requests.FindAsync(request, cancel))!;
        if (await FindAsync(device, request, cancel) is { } before)
        {
            return (before, facts);
        }

        if (await db.KeptCases.CountAsync(k => k.Device == device.Id, cancel) >= MostCases)
        {
            throw new Refusal("phone.full", $"這支手機已經留了 {MostCases} 件，請先拿掉不用的。", $"{MostCases} requests are kept on this phone already; please remove some first.", "number");
        }

        var now = clock.Now();
        var kept = new KeptCase { Id = Guid.NewGuid(), Device = device.Id, Request = request, KeptAs = facts.Number, KeptAt = now };
        try
        {
            await db.CommitAsync(() =>
            {
                db.Add(kept);
                events.Record(kept, kept.Keep(device.Kind), Actor.Customer);
                return Task.CompletedTask;
            }, cancel);
        }
        catch (DbUpdateException)
        {
            // The same tap twice: the other call has kept it.
            kept = await FindAsync(device, request, cancel) ?? throw new Refusal("conflict", "剛剛沒有存到，請再試一次。", "It was not kept just now; please try again.");
        }

        return (kept, facts);
    }

    /// <summary>The requests kept on the device, the one kept last first.</summary>
    public async Task<IReadOnlyList<(KeptCase Kept, RequestFacts Facts)>> ListAsync(Device device, CancellationToken cancel = default)
    {
        List<(KeptCase, RequestFacts)> list = [];
        foreach (var kept in await db.KeptCases.AsNoTracking().Where(k => k.Device == device.Id).OrderByDescending(k => k.KeptAt).ThenBy(k => k.Id).ToListAsync(cancel))
        {
            if (await requests.FindAsync(kept.Request, cancel) is { } facts)
            {
                list.Add((kept, facts));
            }
        }

        return list;
    }

    /// <summary>Removes a request from the device.</summary>
    /// <exception cref="Refusal"><c>not-found</c>: it is not kept there.</exception>
    public async Task LetGoAsync(Device device, string number, CancellationToken cancel = default)
    {
        var kept = (await ListAsync(device, cancel)).Where(row => Same(row.Facts.Number) || Same(row.Kept.KeptAs)).Select(row => row.Kept.Id).ToList();
        if (kept.Count == 0)
        {
            throw new Refusal("not-found", "這支手機沒有留這一件。", "That request is not kept on this phone.", "number");
        }

        await LetGoAsync(device, k => kept.Contains(k.Id), cancel);

        bool Same(string other) => string.Equals(number.Trim(), other, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Forgets the device and all that is kept on it.</summary>
    public Task ForgetAsync(Device device, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        await LetGoAsync(device, _ => true, cancel);
        await db.PushSubscriptions.Where(s => s.Device == device.Id).ExecuteDeleteAsync(cancel);
        await db.Devices.Where(d => d.Id == device.Id).ExecuteDeleteAsync(cancel);
    }, cancel);

    private Task LetGoAsync(Device device, System.Linq.Expressions.Expression<Func<KeptCase, bool>> which, CancellationToken cancel) => db.CommitAsync(async () =>
    {
        foreach (var kept in await db.KeptCases.Where(k => k.Device == device.Id).Where(which).ToListAsync(cancel))
        {
            events.Record(kept, kept.LetGo(), Actor.Customer);
            db.Remove(kept);
        }
    }, cancel);

    private Task<KeptCase?> FindAsync(Device device, string request, CancellationToken cancel) =>
        db.KeptCases.AsNoTracking().SingleOrDefaultAsync(k => k.Device == device.Id && k.Request == request, cancel);
}
