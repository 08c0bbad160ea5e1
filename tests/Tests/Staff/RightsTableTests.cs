using FsCheck;
using FsCheck.Fluent;
using GridDesk.Staff;
using static GridDesk.Staff.Role;

namespace GridDesk.Tests.Staff;

public sealed class RightsTableTests
{
    [Fact]
    public void Every_right_has_a_line_and_every_line_has_somebody()
    {
        foreach (var right in Enum.GetValues<Right>())
        {
            RightsTable.RolesWith(right).ShouldNotBeEmpty($"{right}");
            RightsTable.RolesWith(right).ShouldBeUnique();
        }
    }

    [Theory]
    [InlineData(Admin, "UseDesk SeePlan ManageStaff ManagePack ManageWebhooks SeeWork SeeAccessLog UseApi")]
    [InlineData(Head, "UseDesk SeePlan SeeRequests SeeAllRequests SeeMaskedData ApproveHallMessages PlanRoster SeeHallFigures AmendPlan AnswerAssessment ChangeCalendar UseApi")]
    [InlineData(Supervisor, "UseDesk SeePlan FileRequests ReceiveOnly SeeRequests SeeAllRequests HandleRequests ReverseRequests SeePersonalData SeeMaskedData KeepContacts AnswerProgress AnswerProgressByNumber SendMessages ImportBills RemindOfBills TellMany IssueTickets CallTickets WriteHallMessages ApproveHallMessages PlanRoster SeeHallFigures RecordInspections AmendPlan AnswerAssessment ChangeCalendar UseApi")]
    [InlineData(Clerk, "UseDesk SeePlan FileRequests ReceiveOnly SeeRequests HandleRequests SeePersonalData SeeMaskedData KeepContacts AnswerProgress AnswerProgressByNumber ImportBills RemindOfBills IssueTickets CallTickets SeeHallFigures AnswerAssessment UseApi")]
    [InlineData(Handler, "UseDesk SeePlan FileRequests SeeRequests HandleRequests SeePersonalData SeeMaskedData AnswerProgress AnswerProgressByNumber AnswerAssessment UseApi")]
    [InlineData(CallCentre, "UseDesk SeePlan FileRequests SeeRequests SeeAllRequests SeePersonalData SeeMaskedData KeepContacts AnswerProgress AnswerProgressByNumber HandOver SendMessages RemindOfBills TellMany UseApi")]
    [InlineData(Greeter, "UseDesk SeePlan AnswerProgressByNumber IssueTickets")]
    [InlineData(Volunteer, "UseDesk SeePlan ReceiveOnly CompleteAtNoon IssueTickets")]
    [InlineData(Inspector, "UseDesk SeePlan RecordInspections AnswerAssessment")]
    [InlineData(Editor, "UseDesk SeePlan WriteHallMessages EditPages AnswerAssessment UseApi")]
    [InlineData(Auditor, "UseDesk SeePlan SeeRequests SeeAllRequests SeeMaskedData SeeHallFigures SeeWork SeeJournal SeeAccessLog UseApi")]
    public void Each_role_may_do_this_and_nothing_else(Role role, string rights) =>
        string.Join(' ', RightsTable.RightsOf([role]).Order()).ShouldBe(rights);

    [Fact]
    public void Two_roles_together_may_do_what_each_may_do_and_no_more() =>
        Prop.ForAll<Role[]>(roles =>
            RightsTable.RightsOf(roles).SetEquals(roles.SelectMany(role => RightsTable.RightsOf([role])))).QuickCheckThrowOnFailure();
}
