using GridDesk.Requests.Noon;
using GridDesk.Services;
using GridDesk.Staff;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Time;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Requests.Noon;

/// <summary>What a volunteer may do: by minute, shift, certificate and kind, every combination.</summary>
public sealed class NoonDutyTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly LocalDate Thursday = new(2019, 6, 20);

    private static Instant At(int hour, int minute, int second = 0) => (Thursday + new LocalTime(hour, minute, second)).InZoneStrictly(Offices.Chiayi.Zone).ToInstant();

    [Fact]
    public void Every_combination_of_moment_shift_certificate_and_kind_is_decided_as_the_plan_says()
    {
        var services = office.App.Services.GetRequiredService<ServiceCatalogue>().At(Thursday).Where(s => s.OpensCase).ToList();
        services.Where(s => s.Noon).Select(s => s.Code).ShouldBe(["ADDR", "AUTO", "EBILL", "XFER"], ignoreOrder: true);
        var noon = Offices.Chiayi.NoonBreakOn(Thursday);
        var shift = new Duty("centre", At(11, 30), At(13, 30));

        foreach (var service in services)
        foreach (var (moment, isNoon) in new[] { (At(11, 59, 59), false), (At(12, 0), true), (At(12, 59, 59), true), (At(13, 0), false), (At(13, 1), false) })
        foreach (var isPlanned in new[] { true, false })
        foreach (var isCertified in new[] { true, false })
        {
            var duty = new NoonDuty(moment, noon, isPlanned ? shift : null, isCertified);
            var expected = !isNoon || !isPlanned ? NoonMay.Nothing
                : isCertified && service.Code is "XFER" or "ADDR" or "AUTO" or "EBILL" && isCertified ? NoonMay.Complete
                : NoonMay.TakeIn;
            duty.May(service).ShouldBe(expected, $"{service.Code} at {moment}, planned {isPlanned}, certified {isCertified}");
            foreach (var wanted in new[] { NoonMay.TakeIn, NoonMay.Complete })
            {
                if (wanted <= expected)
                {
                    duty.Require(wanted, service, Offices.Chiayi.Zone);
                }
                else
                {
                    var why = Should.Throw<Refusal>(() => duty.Require(wanted, service, Offices.Chiayi.Zone));
                    why.Code.ShouldBe(!isNoon ? "noon.closed" : !isPlanned ? "noon.no-shift" : service.Noon ? "noon.certificate" : "noon.kind");
                }
            }
        }
    }

    [Fact]
    public void There_is_no_noon_service_on_a_day_off()
    {
        Offices.Chiayi.NoonBreakOn(new LocalDate(2019, 6, 22)).ShouldBeNull("a Saturday");
        new NoonDuty(At(12, 10), null, new Duty("centre", At(11, 0), At(13, 0)), true)
            .Why(office.App.Services.GetRequiredService<ServiceCatalogue>().Find("XFER", Thursday)!, Offices.Chiayi.Zone).Code.ShouldBe("noon.no-break");
    }
}
