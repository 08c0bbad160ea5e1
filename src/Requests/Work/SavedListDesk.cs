using GridDesk.Kernel.Data;
using GridDesk.Kernel.Time;
using GridDesk.Staff;

namespace GridDesk.Requests.Work;

/// <summary>The filters that somebody keeps; nobody sees another's.</summary>
internal sealed class SavedListDesk(OfficeDb db, CurrentStaff staff, IClock clock)
{
    public async Task<IReadOnlyList<SavedList>> MineAsync(string? list = null, CancellationToken cancel = default) =>
        await db.SavedLists.AsNoTracking().Where(kept => kept.Staff == staff.Id && (list == null || kept.List == list)).OrderBy(kept => kept.List).ThenBy(kept => kept.Name).ToListAsync(cancel);

    /// <summary>Keeps a filter under a name; the same name again takes the new filter.</summary>
    /// <exception cref="Refusal"><c>list.name</c>, <c>list.too-many</c>; <c>not-found</c> for what is no list of ours.</exception>
    public Task KeepAsync(ListShown shown, string? name, CancellationToken cancel = default)
    {
        var trimmed = name?.Trim() ?? "";
        if (!SavedList.Lists.ContainsKey(shown.List) || shown.Query is not ("" or ['?', ..]) || shown.Query.Length > 1000)
        {
            throw new Refusal("not-found", "沒有這個清單。", "There is no such list.");
        }

        if (trimmed.Length is 0 or > SavedList.LongestName)
        {
            throw new Refusal("list.name", $"請給清單一個名字，最多 {SavedList.LongestName} 字。", $"Give the list a name of at most {SavedList.LongestName} characters.", "listName");
        }

        return db.CommitAsync(async () =>
        {
            var mine = await db.SavedLists.Where(kept => kept.Staff == staff.Id && kept.List == shown.List).ToListAsync(cancel);
            if (mine.FirstOrDefault(kept => kept.Name == trimmed) is { } same)
            {
                same.Query = shown.Query;
                return;
            }

            if (mine.Count >= SavedList.AtMost)
            {
                throw new Refusal("list.too-many", $"最多留 {SavedList.AtMost} 個清單，請先刪掉一個。", $"At most {SavedList.AtMost} lists are kept; remove one first.", "listName");
            }

            db.Add(new SavedList { Id = Guid.CreateVersion7(clock.Now().ToDateTimeOffset()), Staff = staff.Id, List = shown.List, Name = trimmed, Query = shown.Query });
        }, cancel);
    }

    public Task ForgetAsync(Guid id, CancellationToken cancel = default) =>
        db.CommitAsync(() => db.SavedLists.Where(kept => kept.Id == id && kept.Staff == staff.Id).ExecuteDeleteAsync(cancel), cancel);
}
