using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;

namespace GridDesk.Requests.Work;

/// <summary>
/// Open promises that the reader may see, a page at a time. A page by due date costs the same whether the office has a thousand cases or a
/// million: each part of the rule is read along an index of its own, and the parts are merged.
/// </summary>
internal sealed class PromiseList(OfficeDb db, RequestAccess access, PackInForce pack, IClock clock)
{
    /// <summary>Beyond this many the list says only that there are more.</summary>
    public const int CountedUpTo = 1000;

    /// <summary>The rows from after <paramref name="after"/> on, at most <paramref name="size"/>, and whether more follow.</summary>
    public async Task<(IReadOnlyList<CaseRow> Rows, bool HasMore)> PageAsync(PromiseFilter filter, string? after, int size, CancellationToken cancel)
    {
        if (filter.Sort is "received" or "service")
        {
            var found = await CaseRow.Of(All(filter, after).Take(size + 1)).ToListAsync(cancel);
            return ([.. found.Take(size)], found.Count > size);
        }

        var keys = await KeysAsync(filter, after, size + 1, cancel);
        var ids = keys.Take(size).ToList();
        var rows = (await CaseRow.Of(OpenPromise.Seen(db, access, OpenPromise.Open(db).Where(p => ids.Contains(p.Id)))).ToListAsync(cancel)).ToDictionary(row => row.Promise!.Value);
        return ([.. ids.Where(rows.ContainsKey).Select(id => rows[id])], keys.Count > size);
    }

    /// <summary>All of them in order; for files, which have a limit of their own.</summary>
    public IQueryable<OpenPromise> All(PromiseFilter filter, string? after = null) =>
        filter.Order(OpenPromise.Seen(db, access, Narrowed(filter)), after);

    /// <summary>How many there are, up to <see cref="CountedUpTo"/>; one more than that when there are more.</summary>
    public async Task<int> CountAsync(PromiseFilter filter, CancellationToken cancel)
    {
        HashSet<Guid> counted = [];
        foreach (var part in access.Parts)
        {
            counted.UnionWith(await Narrowed(filter).Where(part).Select(p => p.Id).Take(CountedUpTo + 1).ToListAsync(cancel));
            if (counted.Count > CountedUpTo)
            {
                return CountedUpTo + 1;
            }
        }

        return counted.Count;
    }

    private IQueryable<Promise> Narrowed(PromiseFilter filter) =>
        filter.Narrow(OpenPromise.Open(db).Where(p => p.Kind == RequestDesk.PromiseKind), db, pack.Calendar, clock.Now());

    private async Task<IReadOnlyList<Guid>> KeysAsync(PromiseFilter filter, string? after, int most, CancellationToken cancel)
    {
        List<(Instant Due, Guid Id)> dated = [];
        SortedSet<Guid> dateless = [];
        foreach (var part in access.Parts)
        {
            dated.AddRange((await PromiseFilter.ByDue(Narrowed(filter).Where(part), after).Select(p => new { p.DueAt, p.Id }).Take(most).ToListAsync(cancel)).Select(p => (p.DueAt!.Value, p.Id)));
        }

        List<Guid> keys = [.. dated.OrderBy(p => p.Due).ThenBy(p => p.Id).Select(p => p.Id).Distinct().Take(most)];
        if (keys.Count == most)
        {
            return keys;
        }

        foreach (var part in access.Parts)
        {
            dateless.UnionWith(await PromiseFilter.Dateless(Narrowed(filter).Where(part), after).Select(p => p.Id).Take(most).ToListAsync(cancel));
        }

        return [.. keys, .. dateless.Take(most - keys.Count)];
    }
}
