using GridDesk.Hall.Definition;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Requests.Work;
using GridDesk.Staff;

namespace GridDesk.Hall.Signs;

/// <summary>Tells the department that hangs signs which of them do not say what is so any more.</summary>
internal sealed class SignNote(OfficeDb db, PackInForce pack, CurrentStaff me) : IWorkNote
{
    public async Task<WorkNote?> OfAsync(CancellationToken cancel = default)
    {
        if (HallSettings.Find(pack)?.Signs is not { } rules || me.Department != rules.Department || !(me.Has(Right.PlanRoster) || me.Has(Right.CallTickets))
            || await db.Signs.AsNoTracking().Where(s => s.WrongSince != null).OrderBy(s => s.WrongSince).ToListAsync(cancel) is not [var first, ..] wrong)
        {
            return null;
        }

        var (zh, en) = (wrong.Select(s => $"{LiveSigns.TitleOf(s.Code).Zh}（{string.Join("、", Whats(s).Select(p => p.Zh))}）"), wrong.Select(s => $"{LiveSigns.TitleOf(s.Code).En} ({string.Join(", ", Whats(s).Select(p => p.En))})"));
        return new(new($"標示和現在不符：{string.Join("、", zh)}", $"Signs that are not so any more: {string.Join(", ", en)}"), wrong.Count == 1 ? $"desk/signs/{first.Id:N}" : $"desk/signs?site={Uri.EscapeDataString(first.Site)}");
    }

    private static IEnumerable<Phrase> Whats(Sign sign) => sign.Differs.Take(3).Select(what => sign.Text.FirstOrDefault(l => l.What == what)?.Label ?? Phrase.Same(what));
}
