using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests.Noon;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;

namespace GridDesk.Hall.Roster;

/// <summary>Plans who stands where in a hall. The shifts are those of the staff; what a post asks for is known here.</summary>
internal sealed class RosterDesk(OfficeDb db, ShiftDesk shifts, StaffDirectory directory, PackInForce pack)
{
    /// <summary>Everybody who has a role for one of a hall's posts, by name.</summary>
    public async Task<IReadOnlyList<Colleague>> PeopleAsync(CancellationToken cancel = default)
    {
        Dictionary<Guid, Colleague> found = [];
        foreach (var role in (Role[])[Role.Clerk, Role.Supervisor, Role.Greeter, Role.Volunteer])
        {
            foreach (var one in await directory.InRoleAsync(role, cancel))
            {
                found[one.Id] = one;
            }
        }

        return [.. found.Values.OrderBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)];
    }

    /// <summary>Plans the same for some days, for all of them or for none.</summary>
    /// <exception cref="Refusal">As of <see cref="Placement.Check"/> and <see cref="ShiftDesk.PlanAsync"/>, with the day when there are several.</exception>
    public Task PlanAsync(string site, RosterEntry entry, IReadOnlyList<LocalDate> days, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var people = await PeopleAsync(cancel);
        foreach (var day in days)
        {
            try
            {
                await PlanAsync(site, entry, day, people, by, cancel);
            }
            catch (Refusal refused) when (days.Count > 1)
            {
                throw OnDay(refused, day);
            }
        }
    }, cancel);

    /// <exception cref="Refusal">As of <see cref="PlanAsync(string, RosterEntry, IReadOnlyList{LocalDate}, Actor, CancellationToken)"/>.</exception>
    public Task ChangeAsync(PostedShift shift, RosterEntry entry, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var day = pack.Calendar.Today(shift.From);
        var placement = await PlacementAsync(entry, entry.On(day, pack.Calendar.Zone), await PeopleAsync(cancel), cancel);
        await CheckAsync(shift.Site, placement, shift.Id, cancel);
        await shifts.ChangeAsync(shift.Id, placement.When.Start, placement.When.End, entry.Deputy, by, cancel);
    }, cancel);

    /// <summary>Plans the next week as this one, shift by shift.</summary>
    /// <param name="monday">Of the week that is copied.</param>
    /// <returns>How many were planned, and why others were not. What the next week has already is neither.</returns>
    public async Task<(int Planned, IReadOnlyList<Refusal> Left)> CopyAsync(string site, LocalDate monday, Actor by, CancellationToken cancel = default)
    {
        var (zone, hall) = (pack.Calendar.Zone, HallSettings.Of(pack, site));
        var (these, next) = (await WeekAsync(site, monday, cancel), await WeekAsync(site, monday.PlusDays(7), cancel));
        var (planned, left) = (0, new List<Refusal>());
        foreach (var shift in these)
        {
            var (from, until) = (shift.From.InZone(zone).LocalDateTime.PlusDays(7), shift.Until.InZone(zone).LocalDateTime.PlusDays(7));
            if (Post.Find(hall, shift.Post) is not { } post || !pack.Calendar.Knows(from.Date) || !pack.Calendar.IsWorkingDay(from.Date, site)
                || next.Any(s => s.Post == shift.Post && s.Person.Id == shift.Person.Id && s.From == from.InZoneLeniently(zone).ToInstant()))
            {
                continue;
            }

            try
            {
                await PlanAsync(site, new(post, shift.Person.Id, shift.Deputy?.Id, from.TimeOfDay, until.TimeOfDay), [from.Date], by, cancel);
                planned++;
            }
            catch (Refusal refused)
            {
                left.Add(OnDay(refused, from.Date));
            }
        }

        return (planned, left);
    }

    public Task<IReadOnlyList<PostedShift>> WeekAsync(string site, LocalDate monday, CancellationToken cancel = default) => FromAsync(site, monday, 7, cancel);

    public Task<IReadOnlyList<PostedShift>> DayAsync(string site, LocalDate day, CancellationToken cancel = default) => FromAsync(site, day, 1, cancel);

    private Task<IReadOnlyList<PostedShift>> FromAsync(string site, LocalDate day, int days, CancellationToken cancel) =>
        shifts.PostedAsync(site, pack.Calendar.Zone.AtStartOfDay(day).ToInstant(), pack.Calendar.Zone.AtStartOfDay(day.PlusDays(days)).ToInstant(), cancel);

    private async Task PlanAsync(string site, RosterEntry entry, LocalDate day, IReadOnlyList<Colleague> people, Actor by, CancellationToken cancel)
    {
        var whole = await PlacementAsync(entry, entry.On(day, pack.Calendar.Zone), people, cancel);
        foreach (var when in whole.Role is Role.Volunteer ? [whole.When] : Placement.Stretches(whole.When, NoonOn(day, site)))
        {
            await CheckAsync(site, whole with { When = when }, null, cancel);
            await shifts.PlanAsync(entry.Person, site, whole.Role, when.Start, when.End, by, new(entry.Post.Code, entry.Deputy), cancel);
        }
    }

    private async Task<Placement> PlacementAsync(RosterEntry entry, Interval when, IReadOnlyList<Colleague> people, CancellationToken cancel)
    {
        var person = people.FirstOrDefault(p => p.Id == entry.Person) ?? throw new Refusal("roster.person", "請從清單選一位同仁或志工。", "Choose a colleague or a volunteer from the list.", "person");
        var deputy = entry.Deputy is not { } id ? null : people.FirstOrDefault(p => p.Id == id) ?? throw new Refusal("roster.deputy", "請從清單選代理人。", "Choose the deputy from the list.", "deputy");
        return new(entry.Post, person, deputy, await directory.HoldsCertificateAsync(person.Id, NoonDuty.Certificate, pack.Calendar.Today(when.Start), cancel), when);
    }

    // Whoever plans the same counter at the same moment comes after.
    private async Task CheckAsync(string site, Placement placement, Guid? itself, CancellationToken cancel)
    {
        if (db.IsPostgres && placement.Post.Kind is PostKind.Counter)
        {
            await db.Database.ExecuteSqlAsync($"SELECT 1 FROM counters WHERE site = {site} AND number = {placement.Post.Counter} FOR UPDATE", cancel);
        }

        var there = (await shifts.PostedAsync(site, placement.When.Start, placement.When.End, cancel)).Where(s => s.Post == placement.Post.Code && s.Id != itself);
        placement.Check(HallSettings.Of(pack, site), NoonOn(pack.Calendar.Today(placement.When.Start), site), there, pack.Calendar.Zone);
    }

    private Interval? NoonOn(LocalDate day, string site) => pack.Calendar.NoonBreakOn(day, site);

    private static Refusal OnDay(Refusal refused, LocalDate day)
    {
        var on = RocDate.ShowWithWeekday(day);
        return new(refused.Code, $"{on.Zh}：{refused.Reason.Zh}", $"{on.En}: {refused.Reason.En}", refused.Field);
    }
}

/// <summary>Who is to stand where, from when to when.</summary>
internal sealed record RosterEntry(Post Post, Guid Person, Guid? Deputy, LocalTime From, LocalTime Until)
{
    /// <exception cref="Refusal"><c>span.empty</c></exception>
    public Interval On(LocalDate day, DateTimeZone zone) => Until > From
        ? new((day + From).InZoneLeniently(zone).ToInstant(), (day + Until).InZoneLeniently(zone).ToInstant())
        : throw new Refusal("span.empty", "結束要在開始之後，請再看一次。", "The end must come after the start; please check both.", "until");
}
