using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Staff;

namespace GridDesk.Tests.Staff;

/// <summary>Every event ever released must still be read: these texts are never edited, only added to.</summary>
public sealed class StaffEventsTests
{
    private static readonly Guid Id = new("01980000-0000-7000-8000-000000000001");
    private static readonly Guid Other = new("01980000-0000-7000-8000-000000000002");
    private static readonly Instant From = Instant.FromUtc(2019, 7, 1, 0, 0);
    private static readonly Instant Until = Instant.FromUtc(2019, 7, 2, 0, 0);

    private static readonly Dictionary<string, (IEvent Event, string Golden)> Known = new()
    {
        ["staff.joined"] = (new StaffJoined("billing", "centre", new(2019, 1, 2)), """{"department":"billing","site":"centre","joined":"2019-01-02"}"""),
        ["staff.changed"] = (new StaffChanged("billing", null, new(2019, 1, 2)), """{"department":"billing","joined":"2019-01-02"}"""),
        ["staff.roles-given"] = (new RolesGiven([Role.Admin, Role.CallCentre]), """{"roles":["admin","call-centre"]}"""),
        ["staff.left"] = (new StaffLeft(), "{}"),
        ["staff.returned"] = (new StaffReturned(), "{}"),
        ["staff.signed-in"] = (new SignedIn(SignInWay.Passkey), """{"by":"passkey"}"""),
        ["staff.sign-in-failed"] = (new SignInFailed(Until), """{"lockedUntil":"2019-07-02T00:00:00Z"}"""),
        ["staff.password-changed"] = (new PasswordChanged(PasswordWay.FirstAdministrator), """{"by":"first-administrator"}"""),
        ["staff.password-link-issued"] = (new PasswordLinkIssued(Until), """{"expires":"2019-07-02T00:00:00Z"}"""),
        ["staff.passkey-added"] = (new PasskeyAdded("ab12"), """{"passkey":"ab12"}"""),
        ["staff.passkey-removed"] = (new PasskeyRemoved("ab12"), """{"passkey":"ab12"}"""),
        ["staff.deputy-named"] = (new DeputyNamed(Id, Other, From, Until), """{"id":"01980000-0000-7000-8000-000000000001","deputy":"01980000-0000-7000-8000-000000000002","from":"2019-07-01T00:00:00Z","until":"2019-07-02T00:00:00Z"}"""),
        ["staff.deputy-withdrawn"] = (new DeputyWithdrawn(Id), """{"id":"01980000-0000-7000-8000-000000000001"}"""),
        ["staff.shift-planned"] = (new ShiftPlanned(Id, "centre", Role.Volunteer, From, Until), """{"id":"01980000-0000-7000-8000-000000000001","site":"centre","role":"volunteer","from":"2019-07-01T00:00:00Z","until":"2019-07-02T00:00:00Z"}"""),
        ["staff.shift-posted"] = (new ShiftPosted(Id, "centre", "counter-3", Role.Clerk, From, Until, Id), """{"id":"01980000-0000-7000-8000-000000000001","site":"centre","post":"counter-3","role":"clerk","from":"2019-07-01T00:00:00Z","until":"2019-07-02T00:00:00Z","deputy":"01980000-0000-7000-8000-000000000001"}"""),
        ["staff.shift-withdrawn"] = (new ShiftWithdrawn(Id), """{"id":"01980000-0000-7000-8000-000000000001"}"""),
        ["staff.certificate-recorded"] = (new CertificateRecorded(Id, new(2019, 12, 31)), """{"id":"01980000-0000-7000-8000-000000000001","until":"2019-12-31"}"""),
        ["staff.certificate-withdrawn"] = (new CertificateWithdrawn(Id), """{"id":"01980000-0000-7000-8000-000000000001"}"""),
        ["staff.token-issued"] = (new TokenIssued(Id, TokenKind.App, [Role.Clerk], Until), """{"id":"01980000-0000-7000-8000-000000000001","kind":"app","roles":["clerk"],"expires":"2019-07-02T00:00:00Z"}"""),
        ["staff.token-revoked"] = (new TokenRevoked(Id), """{"id":"01980000-0000-7000-8000-000000000001"}"""),
    };

    private readonly EventKinds _kinds = new([typeof(StaffModule).Assembly]);

    [Fact]
    public void Every_event_of_the_staff_has_its_golden_text() =>
        _kinds.All.Select(type => _kinds.NameOf(type).Name).Order().ShouldBe(Known.Keys.Order());

    [Fact]
    public void Every_event_is_written_and_read_as_it_was_when_it_was_released()
    {
        foreach (var (name, (happened, golden)) in Known)
        {
            JsonSerializer.Serialize(happened, happened.GetType(), Json.Options).ShouldBe(golden, name);
            var read = _kinds.Read(name, 1, golden);
            JsonSerializer.Serialize(read, read.GetType(), Json.Options).ShouldBe(golden, name);
        }
    }
}
