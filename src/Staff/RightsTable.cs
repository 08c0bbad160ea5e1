using static GridDesk.Staff.Right;
using static GridDesk.Staff.Role;

namespace GridDesk.Staff;

/// <summary>
/// Who may do what: the whole truth, one line per right. Least privilege: a role has a right because its work needs it.
/// The administrator keeps the program and has none that shows a customer's data.
/// </summary>
public static class RightsTable
{
    private static readonly Role[] Everyone = Enum.GetValues<Role>();

    private static readonly Dictionary<Right, Role[]> Rows = new()
    {
        [UseDesk] = Everyone,
        [SeePlan] = Everyone,

        [FileRequests] = [Clerk, Handler, Supervisor, CallCentre],
        [ReceiveOnly] = [Volunteer, Clerk, Supervisor],
        [CompleteAtNoon] = [Volunteer],
        [SeeRequests] = [Clerk, Handler, Supervisor, CallCentre, Head, Auditor],
        [SeeAllRequests] = [Supervisor, CallCentre, Head, Auditor],
        [HandleRequests] = [Clerk, Handler, Supervisor],
        [ReverseRequests] = [Supervisor],

        [SeePersonalData] = [Clerk, Handler, Supervisor, CallCentre],
        [SeeMaskedData] = [Clerk, Handler, Supervisor, CallCentre, Head, Auditor],
        [KeepContacts] = [Clerk, Supervisor, CallCentre],
        [AnswerProgress] = [Clerk, Handler, Supervisor, CallCentre],
        [AnswerProgressByNumber] = [Clerk, Handler, Supervisor, CallCentre, Greeter],

        [HandOver] = [CallCentre],
        [SendMessages] = [CallCentre, Supervisor],

        [ImportBills] = [Clerk, Supervisor],
        [RemindOfBills] = [Clerk, Supervisor, CallCentre],

        [TellMany] = [Supervisor, CallCentre],

        [IssueTickets] = [Greeter, Volunteer, Clerk, Supervisor],
        [CallTickets] = [Clerk, Supervisor],
        [WriteHallMessages] = [Editor, Supervisor],
        [ApproveHallMessages] = [Supervisor, Head],
        [PlanRoster] = [Head, Supervisor],
        [SeeHallFigures] = [Clerk, Supervisor, Head, Auditor],
        [RecordInspections] = [Inspector, Supervisor],
        [EditPages] = [Editor],
        [AmendPlan] = [Head, Supervisor],
        [AnswerAssessment] = [Head, Supervisor, Handler, Clerk, Inspector, Editor],
        [ChangeCalendar] = [Head, Supervisor],

        [ManageStaff] = [Admin],
        [ManagePack] = [Admin],
        [ManageWebhooks] = [Admin],
        [SeeWork] = [Admin, Auditor],
        [SeeJournal] = [Auditor],
        [SeeAccessLog] = [Auditor, Admin],
        [UseApi] = [Admin, Head, Supervisor, Clerk, Handler, CallCentre, Editor, Auditor],
    };

    /// <summary>The roles that have the right.</summary>
    public static IReadOnlyList<Role> RolesWith(Right right) => Rows[right];

    /// <summary>All that somebody with these roles may do.</summary>
    public static IReadOnlySet<Right> RightsOf(IEnumerable<Role> roles)
    {
        var has = roles.ToHashSet();
        return Rows.Where(row => row.Value.Any(has.Contains)).Select(row => row.Key).ToHashSet();
    }
}
