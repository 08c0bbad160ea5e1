using GridDesk.Requests;
using GridDesk.Staff;

namespace GridDesk.Tests.Requests;

public sealed class RequestAccessTests
{
    [Theory]
    [InlineData(Role.Clerk, "billing", false)]
    [InlineData(Role.Clerk, "service-centre", true)]
    [InlineData(Role.Handler, "billing", false)]
    [InlineData(Role.Supervisor, "billing", true)]
    [InlineData(Role.CallCentre, "billing", true)]
    [InlineData(Role.Head, "billing", true)]
    [InlineData(Role.Auditor, "billing", true)]
    [InlineData(Role.Admin, "service-centre", false)]
    [InlineData(Role.Volunteer, "service-centre", false)]
    [InlineData(Role.Greeter, "service-centre", false)]
    [InlineData(Role.Editor, "service-centre", false)]
    [InlineData(Role.Inspector, "service-centre", false)]
    public void A_role_sees_its_own_department_all_or_nothing(Role role, string department, bool sees)
    {
        var rule = RequestAccess.RuleFor(RightsTable.RightsOf([role]), "me", department, []).Compile();
        rule(Case("service-centre")).ShouldBe(sees);
    }

    [Fact]
    public void A_clerk_sees_what_she_took_in_wherever_it_went()
    {
        var rule = RequestAccess.RuleFor(RightsTable.RightsOf([Role.Clerk]), "me", "service-centre", []).Compile();
        rule(Case("billing", takenInBy: "me")).ShouldBeTrue();
        rule(Case("billing", takenInBy: "her")).ShouldBeFalse();
    }

    [Fact]
    public void A_deputy_sees_the_cases_of_those_who_are_away_and_no_others()
    {
        var rule = RequestAccess.RuleFor(RightsTable.RightsOf([Role.Clerk]), "me", "service-centre", ["her"]).Compile();
        rule(Case("billing", owner: "her")).ShouldBeTrue();
        rule(Case("billing", owner: "him")).ShouldBeFalse();
        rule(Case("billing")).ShouldBeFalse();
    }

    private static ServiceRequest Case(string department, string? takenInBy = null, string? owner = null)
    {
        var id = Guid.NewGuid();
        var request = new ServiceRequest
        {
            Id = id, Service = "EBILL", Definition = "", Channel = Channel.Web, Site = "centre", ReceivedAt = default, KeyedAt = default, Department = department, TakenInBy = takenInBy,
            Particulars = new() { Request = id, Name = "", Phone = "", Answers = [] },
        };
        if (owner is not null)
        {
            request.AssignTo(owner, department, null);
        }

        return request;
    }
}
