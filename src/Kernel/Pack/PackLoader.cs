using System.Text;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Pack;

/// <summary>Brings a pack into the database, where all processes find it.</summary>
public sealed class PackLoader(OfficeDb db, EventLog events, IReadOnlyList<Module> modules)
{
    /// <summary>Reads a pack and checks every file of it.</summary>
    /// <exception cref="PackRefused">It has mistakes; all of them.</exception>
    public static LoadedPack Check(string folder, IReadOnlyList<Module> modules) =>
        LoadedPack.Load(PackFolder.Open(folder), modules.AllSections);

    /// <summary>Checks the pack and makes it the edition in force; nothing happens when it is that already.</summary>
    /// <exception cref="PackRefused">It has mistakes, or changes a definition that is in force.</exception>
    public async Task<LoadedPack> LoadAsync(string folder, Instant now, CancellationToken cancel = default)
    {
        var pack = Check(folder, modules);
        var latest = await LatestAsync(db, cancel);
        if (latest?.Hash == pack.Hash)
        {
            return pack;
        }

        if (latest is not null)
        {
            CheckChange(LoadedPack.Load(latest.Folder(), modules.AllSections), pack, now);
        }

        await db.CommitAsync(async () =>
        {
            // Going back to an earlier edition makes it the latest again.
            var edition = await db.Set<Edition>().FindAsync([pack.Hash], cancel);
            if (edition is null)
            {
                edition = new Edition
                {
                    Hash = pack.Hash,
                    LoadedAt = now,
                    Files = JsonSerializer.Serialize(pack.Files.ToDictionary(f => f.Path, f => Encoding.UTF8.GetString(f.Content.Span)), Json.Options),
                };
                db.Add(edition);
            }
            else
            {
                await db.Set<Edition>().Where(e => e.Hash == pack.Hash).ExecuteUpdateAsync(set => set.SetProperty(e => e.LoadedAt, now), cancel);
            }

            events.Record(edition, new PackLoaded(pack.Hash, pack.Get<Office>().Code, pack.Files.Count), Actor.Office);
        }, cancel);
        return pack;
    }

    internal static Task<Edition?> LatestAsync(OfficeDb db, CancellationToken cancel) =>
        db.Set<Edition>().AsNoTracking().OrderByDescending(e => e.LoadedAt).FirstOrDefaultAsync(cancel);

    private static void CheckChange(LoadedPack before, LoadedPack after, Instant now)
    {
        var today = now.InZone(after.Get<Office>().TimeZone).Date;
        var mistakes = new List<Mistake>();
        var next = after.Definitions.ToDictionary(d => (d.GetType(), d.Code, d.ValidFrom));
        foreach (var definition in before.Definitions.Where(d => d.ValidFrom <= today))
        {
            if (!next.TryGetValue((definition.GetType(), definition.Code, definition.ValidFrom), out var kept))
            {
                mistakes.Add(new Mistake(before.PlaceOf(definition),
                    $"「{definition.Code}」已生效，不能刪除；要停辦請另立新版本。",
                    $"'{definition.Code}' has been in force and cannot be removed; to end it, add a new version."));
                continue;
            }

            try
            {
                EditionChange.Check(ContentHash.Of(definition), ContentHash.Of(kept), definition.ValidFrom, today);
            }
            catch (Refusal refusal)
            {
                mistakes.Add(new Mistake(after.PlaceOf(kept, "validFrom"), refusal.Reason.Zh, refusal.Reason.En));
            }
        }

        if (mistakes.Count > 0)
        {
            throw new PackRefused(mistakes);
        }
    }
}
