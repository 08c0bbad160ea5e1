using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Deliveries;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Mass;
using GridDesk.Notices.Providers;
using GridDesk.Tests.Bills;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices.Mass;

/// <summary>One event of which many hear: each once, behind what belongs to a case, and no further than the office wants.</summary>
[Trait("store", "both")]
public sealed class MassNoticeTests
{
    [Fact]
    public async Task Those_who_agreed_hear_of_it_each_address_once_however_many_accounts_it_has()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AgreeAsync(3);
        await office.AgreesAsync(2, Told.Mobile(1)); // one person for two accounts
        await office.AgreesAsync(301, Told.Mobile(1)); // and a third one, chosen in another save
        await office.AgreesAsync(3, "lan@example.org");
        await office.AgreesAsync(4, "05-2223333"); // a landline
        var notice = await office.TellAsync(Told.Form(Enumerable.Range(1, 302)));
        (notice.Sms, notice.Voice, notice.Email, notice.Unreached).ShouldBe((3, 1, 1, 297));

        await office.DeliverAsync();
        var messages = await office.MessagesAsync();
        messages.Select(m => (m.To, m.Channel)).ShouldBe([(Told.Mobile(1), MessageChannel.Sms), (Told.Mobile(2), MessageChannel.Sms), (Told.Mobile(3), MessageChannel.Sms), ("05-2223333", MessageChannel.Voice), ("lan@example.org", MessageChannel.Email)], ignoreOrder: true);
        messages.ShouldAllBe(m => m.State == MessageState.HandedOver);
        messages.First(m => m.Channel == MessageChannel.Sms).Text.ShouldContain("6月20日（四）14:00到6月20日（四）17:00，東區民族路1號到99號因更換變壓器停電");

        office.Clock.Advance(Duration.FromSeconds(21));
        await office.DeliverAsync();
        (await office.NoticeAsync(notice.Id)).State.ShouldBe(MassState.Done);
        (await office.WithAsync<EventLog, IReadOnlyList<Happening>>(log => log.HistoryAsync(notice.Key))).Select(h => h.Event).ShouldBe(
            [new MassNoticePlanned("power-cut-planned", 302), new MassNoticeChosen(3, 1, 1, 297), new MassNoticeStarted(5), new MassNoticeDone()]);
    }

    [Fact]
    public async Task No_more_stand_in_line_than_the_provider_takes_in_some_seconds()
    {
        var company = new Silent(perSecond: 10);
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel([company])));
        await office.AgreeAsync(120);
        var notice = await office.TellAsync(Told.Form(Enumerable.Range(1, 120)));
        for (var second = 0; second < 3; second++)
        {
            while (await office.App.Services.GetRequiredService<DeliveryWorker>().DeliverNextAsync(MassSetup.Queue))
            {
            }

            office.Clock.Advance(Duration.FromSeconds(1));
        }

        (await office.MessagesAsync()).Count.ShouldBe(50, "five seconds' worth; the others wait outside the queue");
        var progress = (await office.ProgressAsync(notice.Id)).Channels.ShouldHaveSingleItem();
        (progress.Unsent, progress.Waiting, progress.Remaining).ShouldBe((70, 50, 120));
    }

    [Fact]
    public async Task Paused_nothing_leaves_and_resumed_the_rest_does()
    {
        var company = new Silent(perSecond: null) { IsGone = true };
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel([company])));
        await office.AgreeAsync(60);
        var notice = await office.TellAsync(Told.Form(Enumerable.Range(1, 60)));
        await office.DeliverAsync();
        company.IsGone = false;
        await DoAsync((desk, change) => desk.PauseAsync(change));
        for (var minute = 0; minute < 5; minute++)
        {
            office.Clock.Advance(Duration.FromMinutes(1));
            await office.DeliverAsync();
        }

        company.Taken.ShouldBeEmpty();
        await DoAsync((desk, change) => desk.ResumeAsync(change));
        for (var minute = 0; minute < 3; minute++)
        {
            office.Clock.Advance(Duration.FromMinutes(1));
            await office.DeliverAsync();
        }

        company.Taken.Count.ShouldBe(60);
        (await office.NoticeAsync(notice.Id)).State.ShouldBe(MassState.Done);

        Task DoAsync(Func<MassDesk, MassDesk.Change, Task> act) => office.WithAsync<MassDesk>(desk => act(desk, new(notice.Id, null, Actor.Staff("1"))));
    }

    [Theory]
    [InlineData(true, StopReason.CalledOff)]
    [InlineData(false, StopReason.Settled)] // five o'clock has come, and with it the power
    public async Task Called_off_or_no_longer_true_nobody_else_hears_of_it(bool calledOff, StopReason why)
    {
        var company = new Silent(perSecond: null) { IsGone = true };
        await using var office = await TestOffice.OpenAsync(services => services.AddSingleton(new ProvidersOfChannel([company])));
        await office.AgreeAsync(5);
        var notice = await office.TellAsync(Told.Form(Enumerable.Range(1, 5)));
        await office.DeliverAsync();
        company.IsGone = false;
        if (calledOff)
        {
            await office.WithAsync<MassDesk>(desk => desk.CallOffAsync(new(notice.Id, null, Actor.Staff("1"))));
        }

        office.Clock.Advance(calledOff ? Duration.FromMinutes(1) : Duration.FromHours(8));
        await office.DeliverAsync();
        company.Taken.ShouldBeEmpty();
        (await office.MessagesAsync()).ShouldAllBe(m => m.Stopped == why);
        (await office.WithAsync<OfficeDb, List<string>>(db => db.NotToldOf(notice.Id).ToListAsync())).Count.ShouldBe(5);
    }

    [Fact]
    public async Task Two_processes_that_go_on_with_it_at_the_same_time_tell_each_person_once()
    {
        await using var office = await TestOffice.OpenAsync();
        await office.AgreeAsync(90);
        var notice = await office.TellAsync(Told.Form(Enumerable.Range(1, 90)));
        await using (var other = await office.OpenBesideAsync())
        {
            await Task.WhenAll(new[] { office, other }.Select(o => Task.Run(() => o.DeliverAsync())));
        }

        await office.DeliverAsync();
        var messages = await office.MessagesAsync();
        messages.Count.ShouldBe(90);
        messages.Select(m => m.To).ShouldBeUnique();
        (await office.ProgressAsync(notice.Id)).Remaining.ShouldBe(0);
    }

    /// <summary>A company that can be gone, and remembers whom it reached.</summary>
    private sealed class Silent(double? perSecond) : IMessageProvider
    {
        public bool IsGone { get; set; }

        public List<string> Taken { get; } = [];

        public string Name => "sms-1";

        public MessageChannel Channel => MessageChannel.Sms;

        public double? PerSecond => perSecond;

        public Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
        {
            if (IsGone)
            {
                return Task.FromResult(new Handed(FailureKind.Technical, Reason: "gone"));
            }

            Taken.Add(message.To);
            return Task.FromResult(new Handed(null, $"{message.Id}"));
        }
    }
}
