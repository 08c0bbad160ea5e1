using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;
using GridDesk.Requests;
using GridDesk.Requests.Figures;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Indicators;

/// <summary>A week at the office, done in the program; every figure of the plan moves by it as a person would count.</summary>
[Trait("store", "both")]
public sealed class RequestIndicatorTests(TestOffice office) : IClassFixture<TestOffice>
{
    private static readonly Interval June = new(Instant.FromUtc(2019, 5, 31, 16, 0), Instant.FromUtc(2019, 6, 30, 16, 0));
    private static readonly MissingItem Paper = new("document", "relation", new Phrase("關係證明", "paper"));

    private static readonly Dictionary<string, decimal> Expected = new()
    {
        // Nine were accepted: one by each of the eight channels, and one whose papers had been taken in two hours before.
        ["requests.accepted"] = 9,
        ["requests.accepted-counter"] = 2,
        ["requests.accepted-web"] = 1,
        ["requests.accepted-phone"] = 1,
        ["requests.accepted-post"] = 1,
        ["requests.accepted-fax"] = 1,
        ["requests.accepted-email"] = 1,
        ["requests.accepted-app"] = 1,
        ["requests.accepted-callcentre"] = 1,
        ["requests.numbered-share"] = 100,
        ["requests.with-contact-share"] = 100,
        ["requests.accepted-web-share"] = 22.2m,
        ["requests.complete-at-first-share"] = 88.9m,
        ["requests.pre-received"] = 1,
        ["requests.pre-received-hours-mean"] = 2,
        // For the counter's two slips were printed, and one of them was scanned three times.
        ["requests.slips-with-qr"] = 2,
        ["requests.slips-qr-share"] = 100,
        ["requests.slip-scans"] = 3,
        // The one by telephone was asked for papers twice.
        ["requests.supplemented-share"] = 11.1m,
        ["requests.supplemented-twice"] = 1,
        // The one by post reached its second step after a day.
        ["requests.step-days-mean"] = 1,
        ["requests.enquiries-counter"] = 1,
        ["requests.enquiries-phone"] = 1,
        ["requests.enquiries-web"] = 1,
        ["requests.enquiries-mobile"] = 1,
        ["requests.enquiries-post"] = 1,
        ["requests.enquiries-self-service-share"] = 40,
        // The counter's was done the same day by the clerk who took it in and owned it; the fax was done on the 25th, told for the 21st.
        ["requests.closed"] = 2,
        ["requests.closed-in-time"] = 50,
        ["requests.overdue"] = 1,
        ["requests.days-mean"] = 1.5m,
        ["requests.days-p90"] = 3,
        ["requests.first-window-share"] = 50,
        ["requests.owned-share"] = 50,
    };

    [Fact]
    public async Task Every_figure_follows_from_what_was_done_and_stays_what_it_was_when_it_was_frozen()
    {
        (await ReadAsync(office.Clock.GetCurrentInstant())).ShouldAllBe(figure => figure.Value.Value == null, "nothing has been done yet, which is not zero");
        Expected.Keys.Order().ShouldBe(RequestIndicators.All.Select(i => i.Code).Order(), "say here what moves a new indicator");

        await WorkAWeekAsync();
        var frozenAt = office.Clock.GetCurrentInstant();
        var frozen = await ReadAsync(frozenAt);
        foreach (var (code, value) in Expected)
        {
            frozen[code].Value.ShouldBe(value, code);
            frozen[code].Rows.ShouldNotBeEmpty(code);
            frozen[code].Rows.ShouldAllBe(row => row.Path != null && row.Path.StartsWith("/desk/requests/"));
        }

        await CorrectLaterAsync();
        JsonSerializer.Serialize(await ReadAsync(frozenAt)).ShouldBe(JsonSerializer.Serialize(frozen), "a frozen half-year computes to the same bytes");
        var now = await ReadAsync(office.Clock.GetCurrentInstant());
        now["requests.accepted"].Value.ShouldBe(10);
        now["requests.closed"].Value.ShouldBe(1, "a closing that was reversed does not stand");
        now["requests.overdue"].Value.ShouldBe(0);
    }

    private async Task WorkAWeekAsync()
    {
        var by = new Dictionary<Channel, ServiceRequest>();
        foreach (var channel in Enum.GetValues<Channel>())
        {
            by[channel] = await office.FileAsync(OfficeCases.Transfer(channel: channel));
        }

        var waiting = await office.FileAsync(OfficeCases.Transfer(complete: false));
        foreach (var channel in Enum.GetValues<EnquiryChannel>())
        {
            await office.WithAsync<RequestDesk>(desk => desk.LogEnquiryAsync(by[Channel.Web], channel, channel is EnquiryChannel.Web or EnquiryChannel.Mobile, Actor.Customer));
        }

        await Do(Channel.Counter, (desk, r) => desk.SlipPrintedAsync(r.Change()));
        await Do(Channel.Counter, (desk, r) => desk.SlipPrintedAsync(r.Change()));
        for (var scan = 0; scan < 3; scan++)
        {
            await office.WithAsync<RequestDesk>(desk => desk.LogScanAsync(by[Channel.Counter]));
        }

        await Do(Channel.Phone, (desk, r) => desk.AskForAsync(r.Change(), [Paper]));
        await Do(Channel.Phone, (desk, r) => desk.SupplyAsync(r.Change(), Channel.Phone, [new GivenDocument("relation", null)]));
        await Do(Channel.Phone, (desk, r) => desk.AskForAsync(r.Change(), [Paper]));

        office.Clock.AdvanceHours(2);
        waiting = await office.DoAsync(desk => desk.SupplyAsync(waiting.Change(), Channel.Counter, [new GivenDocument("relation", null)]));
        await office.DoAsync(desk => desk.AcceptAsync(waiting.Change()));
        await Do(Channel.Counter, (desk, r) => desk.AssignAsync(r.Change(), OfficeCases.Clerk.Key.Split(':')[1], "service-centre"));
        await Do(Channel.Counter, (desk, r) => desk.CloseAsync(r.Change(), Outcome.Done, null));
        await Do(Channel.Email, (desk, r) => desk.CloseAsync(r.Change(), Outcome.Refused, "不是本處的用電"));

        office.Clock.AdvanceHours(22);
        await Do(Channel.Post, (desk, r) => desk.GoToAsync(r.Change(), "checkPapers"));
        office.Clock.AdvanceDays(4);
        await Do(Channel.Fax, (desk, r) => desk.CloseAsync(r.Change(), Outcome.Done, null));

        async Task Do(Channel channel, Func<RequestDesk, ServiceRequest, Task<ServiceRequest>> act) => by[channel] = await office.DoAsync(desk => act(desk, by[channel]));
    }

    private async Task CorrectLaterAsync()
    {
        office.Clock.AdvanceDays(1);
        await office.FileAsync(OfficeCases.Transfer("晚鍵入的人") with { ReceivedAt = Instant.FromUtc(2019, 6, 20, 1, 0) });
        var closed = await office.WithAsync<GridDesk.Kernel.Data.OfficeDb, ServiceRequest>(db => db.Set<ServiceRequest>().SingleAsync(r => r.Channel == Channel.Fax));
        await office.DoAsync(desk => desk.ReopenAsync(closed.Change(), "結錯案"));
    }

    private Task<IReadOnlyDictionary<string, Figure>> ReadAsync(Instant knownAt) => office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(catalogue =>
        catalogue.ReadAsync([.. RequestIndicators.All.Select(i => i.Code)], June, knownAt));
}
