using GridDesk.Hall.Definition;
using GridDesk.Kernel.Time;
using GridDesk.Staff;
using GridDesk.Staff.Shifts;

namespace GridDesk.Hall.Roster;

/// <summary>Somebody who is to stand somewhere for a stretch of one day.</summary>
/// <param name="Certified">Holds the certificate of the noon service on that day.</param>
internal sealed record Placement(Post Post, Colleague Person, Colleague? Deputy, bool Certified, Interval When)
{
    /// <summary>In which role: the first that fits the post.</summary>
    /// <exception cref="Refusal"><c>roster.role</c></exception>
    public Role Role => Post.Roles.Cast<Role?>().FirstOrDefault(role => Person.Roles.Contains(role!.Value))
        ?? throw new Refusal("roster.role", $"{Person.Name}的角色不能排在{Post.Name.Zh}，請排別人，或請系統管理員給角色。",
            $"{Person.Name} has no role for {Name}. Plan somebody else, or have an administrator give the role.", "person");

    private string Name => Post.Name.En.ToLowerInvariant();

    /// <summary>Whether somebody may stand there then. That nobody is in two places at once, and nobody who is away, is seen to where shifts are kept.</summary>
    /// <param name="noon">The noon break of that day; null when there is none.</param>
    /// <param name="there">Who is planned for the post already.</param>
    /// <exception cref="Refusal">At the field that has to be changed.</exception>
    public void Check(HallDefinition hall, Interval? noon, IEnumerable<PostedShift> there, DateTimeZone zone)
    {
        if (Post.Kind is PostKind.Counter)
        {
            CheckCounter(hall, noon, zone);
            if (there.FirstOrDefault(s => s.From < When.End && When.Start < s.Until) is { } taken)
            {
                throw new Refusal("roster.taken", $"{Post.Name.Zh} {taken.From.Clock(zone)} 到 {taken.Until.Clock(zone)} 已經排了{taken.Person.Name}。請換時間或先取消那一班。",
                    $"{taken.Person.Name} is planned for {Name} from {taken.From.Clock(zone)} to {taken.Until.Clock(zone)}. Take another time, or withdraw that shift first.", "post");
            }
        }
    }

    private void CheckCounter(HallDefinition hall, Interval? noon, DateTimeZone zone)
    {
        if (Role is Role.Volunteer)
        {
            CheckVolunteer(hall, noon, zone);
        }
        else if (Deputy is null)
        {
            throw new Refusal("roster.deputy", "櫃檯要有指名的代理人，請選一位。", "A counter has a named deputy; choose one.", "deputy");
        }

        if (Deputy is { } deputy && (Role is Role.Volunteer ? !deputy.Roles.Contains(Role.Volunteer) : !RightsTable.RightsOf(deputy.Roles).Contains(Right.CallTickets)))
        {
            throw new Refusal("roster.deputy-role", $"{deputy.Name}的角色不能在{Post.Name.Zh}叫號，請選另一位代理人。", $"{deputy.Name} has no role for {Name}; choose another deputy.", "deputy");
        }
    }

    private void CheckVolunteer(HallDefinition hall, Interval? noon, DateTimeZone zone)
    {
        if (!hall.Counter(Post.Counter).Noon)
        {
            var open = hall.Counters.Where(c => c.Noon).Select(c => $"{c.Number}").ToList();
            throw new Refusal("roster.noon-counter", $"志工只能排在午休服務的櫃檯（{(open.Count == 0 ? "這個營業廳沒有" : $"{string.Join("、", open)} 號")}）。",
                $"Volunteers sit at counters of the noon service only ({(open.Count == 0 ? "this hall has none" : string.Join(", ", open))}).", "post");
        }

        if (!Certified)
        {
            throw new Refusal("roster.certificate", $"{Person.Name}那天沒有午休志工服務的證書，不能排午休櫃檯。請排別人，或先登錄證書。",
                $"{Person.Name} holds no certificate of the noon service on that day. Plan somebody else, or record the certificate first.", "person");
        }

        if (noon is not { } pause || When.Start < pause.Start || When.End > pause.End)
        {
            throw new Refusal("roster.noon-time", noon is { } time ? $"志工在櫃檯只有午休：{time.Start.Clock(zone)} 到 {time.End.Clock(zone)}。" : "那天沒有午休，志工不能排櫃檯。",
                noon is { } span ? $"Volunteers sit at a counter over noon only: {span.Start.Clock(zone)} to {span.End.Clock(zone)}." : "There is no noon break on that day, so no volunteer sits at a counter.", "from");
        }
    }

    /// <summary>The stretches of somebody's day: whoever is paid has their noon break in between.</summary>
    public static IReadOnlyList<Interval> Stretches(Interval day, Interval? noon) => noon is { } pause && day.Start < pause.Start && pause.End < day.End
        ? [new(day.Start, pause.Start), new(pause.End, day.End)]
        : [day];
}
