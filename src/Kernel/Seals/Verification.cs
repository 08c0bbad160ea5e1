using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;

namespace GridDesk.Kernel.Seals;

/// <summary>What <c>./run verify</c> found.</summary>
/// <param name="Events">Events read.</param>
/// <param name="Seals">Seals read.</param>
/// <param name="Unsealed">Events after the last seal: true by their chains, but not yet sealed.</param>
/// <param name="Faults">Everything that does not agree, in words; empty when all is well.</param>
public sealed record Findings(int Events, int Seals, int Unsealed, IReadOnlyList<Phrase> Faults);

/// <summary>Reads the whole journal and checks every hash, every chain and every seal.</summary>
public static class Verification
{
    /// <summary>How many events the seals do not cover yet.</summary>
    public static Task<int> UnsealedAsync(OfficeDb db, CancellationToken cancel = default) => db.Set<RecordedEvent>().CountAsync(e => e.Seal == null, cancel);

    public static async Task<Findings> RunAsync(OfficeDb db, CancellationToken cancel = default)
    {
        List<Phrase> faults = [];
        var events = 0;
        var (subject, version, head) = ("", 0, Array.Empty<byte>());
        await foreach (var row in db.Set<RecordedEvent>().AsNoTracking().OrderBy(e => e.Subject).ThenBy(e => e.Version).AsAsyncEnumerable().WithCancellation(cancel))
        {
            events++;
            if (row.Subject != subject)
            {
                (subject, version, head) = (row.Subject, 0, []);
            }

            if (row.Version != version + 1)
            {
                faults.Add(new Phrase($"{subject} 缺第 {version + 1} 筆事件", $"{subject} lacks event {version + 1}"));
            }
            else if (!row.HashAfter(head).AsSpan().SequenceEqual(row.Hash))
            {
                faults.Add(new Phrase($"{subject} 第 {row.Version} 筆事件被改過", $"Event {row.Version} of {subject} was altered"));
            }

            (version, head) = (row.Version, row.Hash);
        }

        var seals = await db.Set<Seal>().AsNoTracking().OrderBy(s => s.Number).ToListAsync(cancel);
        Seal? previous = null;
        foreach (var seal in seals)
        {
            await CheckAsync(db, seal, previous, faults, cancel);
            previous = seal;
        }

        var named = await db.Set<RecordedEvent>().Where(e => e.Seal != null).Select(e => e.Seal!.Value).Distinct().ToListAsync(cancel);
        foreach (var missing in named.Except(seals.Select(s => s.Number)).Order())
        {
            faults.Add(new Phrase($"第 {missing} 號封條不見了", $"Seal {missing} is missing"));
        }

        var unsealed = await db.Set<RecordedEvent>().CountAsync(e => e.Seal == null, cancel);
        return new Findings(events, seals.Count, unsealed, faults);
    }

    private static async Task CheckAsync(OfficeDb db, Seal seal, Seal? previous, List<Phrase> faults, CancellationToken cancel)
    {
        if (seal.Number != (previous?.Number ?? 0) + 1 || !seal.Previous.AsSpan().SequenceEqual(previous?.Hash ?? []))
        {
            faults.Add(new Phrase($"第 {seal.Number} 號封條接不上前一號", $"Seal {seal.Number} does not follow the seal before it"));
        }

        var hashes = await db.Set<RecordedEvent>().AsNoTracking().Where(e => e.Seal == seal.Number).OrderBy(e => e.Id).Select(e => e.Hash).ToListAsync(cancel);
        if (hashes.Count != seal.Count)
        {
            faults.Add(new Phrase($"第 {seal.Number} 號封條應有 {seal.Count} 筆事件，現在有 {hashes.Count} 筆", $"Seal {seal.Number} closed over {seal.Count} events; there are now {hashes.Count}"));
        }
        else if (!Seal.MerkleRoot(hashes).AsSpan().SequenceEqual(seal.Root)
            || !Seal.HashOf(seal.Number, seal.Count, seal.Root, seal.Previous, seal.SealedAt).AsSpan().SequenceEqual(seal.Hash))
        {
            faults.Add(new Phrase($"第 {seal.Number} 號封條與事件不符", $"Seal {seal.Number} does not agree with its events"));
        }
    }
}
