using GridDesk.Hall.Roster;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Staff;

namespace GridDesk.Hall.Figures;

/// <summary>What plan rows 2.1.2.3 and 5.2.1.1.2 can prove of the roster: hours of walking about, hours of volunteers at counters over noon.</summary>
internal static class RosterIndicators
{
    private static readonly Phrase Hours = new("小時", "hours");

    public static IReadOnlyList<Indicator> All { get; } =
    [
        Planned("hall.roving-hours", new("走動服務排班", "Rostered for walking about"), new("期間內排在大廳走動服務的時數；取消的不算，改過的照最後一次。", "Hours in the period for which somebody was rostered to walk about the hall; as changed last, without those withdrawn."),
            shift => shift.Post == new Post(PostKind.Floor).Code),
        Planned("hall.noon-hours", new("午休志工排班", "Volunteers rostered for noon"), new("期間內志工排在午休櫃檯的時數；取消的不算，改過的照最後一次。", "Hours in the period for which volunteers were rostered at counters over noon; as changed last, without those withdrawn."),
            shift => shift.Role is Role.Volunteer && shift.Post.StartsWith(Post.CounterPrefix, StringComparison.Ordinal)),
    ];

    // A shift is planned long before, so all that was ever planned is read, and what lies in the period counts.
    private static Indicator Planned(string code, Phrase title, Phrase meaning, Func<ShiftPosted, bool> counts) => new(code, title, Hours, meaning, [typeof(ShiftPosted), typeof(ShiftWithdrawn)], (all, period) =>
    {
        var withdrawn = all.Select(h => h.Event).OfType<ShiftWithdrawn>().Select(e => e.Id).ToHashSet();
        var standing = all.Where(h => h.Event is ShiftPosted).GroupBy(h => ((ShiftPosted)h.Event).Id).Where(shift => !withdrawn.Contains(shift.Key)).Select(shift => shift.Last());
        return Figure.Sum([.. standing.Select(h => (Happening: h, Shift: (ShiftPosted)h.Event)).Where(s => counts(s.Shift) && period.Contains(s.Shift.From)).Select(s => (Row(s.Happening, s.Shift), (decimal)(s.Shift.Until - s.Shift.From).TotalHours))]);
    }) { FromTheBeginning = true };

    // Named by its place: nobody is counted by name.
    private static EvidenceRow Row(Happening h, ShiftPosted shift) => new($"shift:{shift.Id:N}", Post.NameOf(shift.Post), shift.From, null) { Work = h };
}
