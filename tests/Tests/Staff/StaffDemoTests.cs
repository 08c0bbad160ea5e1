using System.Net;
using GridDesk.Staff;

namespace GridDesk.Tests.Staff;

public sealed class StaffDemoTests(StaffOffice office) : IClassFixture<StaffOffice>
{
    [Fact]
    public async Task There_is_one_account_for_each_role_and_asking_twice_adds_none()
    {
        IReadOnlyDictionary<Role, Guid> once = null!, twice = null!;
        await office.WithAsync<StaffDemo>(async demo => once = await demo.CreateAsync(StaffOffice.Password, _ => "service-centre", "centre"));
        await office.WithAsync<StaffDemo>(async demo => twice = await demo.CreateAsync("something else entirely", _ => "billing", "centre"));
        twice.ShouldBe(once);
        once.Keys.ShouldBe(Enum.GetValues<Role>(), ignoreOrder: true);

        foreach (var userName in "admin head supervisor clerk handler callcentre greeter volunteer inspector editor auditor".Split(' '))
        {
            (await office.Visit().SignInAsync(userName, StaffOffice.Password)).StatusCode.ShouldBe(HttpStatusCode.Redirect, userName);
        }
    }
}
