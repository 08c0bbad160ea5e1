using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Notices.Templates;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>A message that names the promised day tells it: the told day stands on the promise from when somebody has the message.</summary>
[Trait("store", "both")]
public sealed class ToldTests : IAsyncLifetime
{
    private static readonly Phrase Naming = new("最晚 {promised} 辦好", "Done by {promised}");

    private TestOffice _office = null!;
    private ServiceRequest _request = null!;
    private LocalDate _later;

    public async ValueTask InitializeAsync()
    {
        _office = await TestOffice.OpenAsync(Carrier.OfEach);
        _request = await _office.FileAsync();
        _later = (await ToldAsync())!.Value.PlusDays(4);
    }

    public ValueTask DisposeAsync() => _office.DisposeAsync();

    [Theory]
    [InlineData("Email", true)]
    [InlineData("Email", false)]
    [InlineData("Sms", false)]
    [InlineData("Voice", false)]
    [InlineData("Push", false)]
    public async Task Over_whatever_channel_a_day_is_named_it_is_told_when_it_leaves_and_not_before(string over, bool inTitle)
    {
        var before = await ToldAsync();
        await QueueAsync(Enum.Parse<MessageChannel>(over), inTitle ? Naming : Phrase.Same("x"), inTitle ? Phrase.Same("x") : Naming);
        (await ToldAsync()).ShouldBe(before);
        await _office.DeliverAsync();
        (await ToldAsync()).ShouldBe(_later);
        (await _office.HistoryAsync(_request)).ShouldContain(h => h.Event is RequestTold);
    }

    [Fact]
    public async Task A_message_that_names_no_day_tells_none()
    {
        var before = await ToldAsync();
        await QueueAsync(MessageChannel.Sms, Phrase.Same("x"), Phrase.Same("{number}"));
        await _office.DeliverAsync();
        (await ToldAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_message_that_arrives_after_its_day_leaves_once_and_promises_nothing()
    {
        var before = await ToldAsync();
        await QueueAsync(MessageChannel.Email, Phrase.Same("x"), Naming);
        _office.Clock.Advance(Duration.FromDays(60));
        await _office.DeliverAsync();
        (await ToldAsync()).ShouldBe(before);
        (await _office.WithAsync<OfficeDb, MessageState>(db => db.Messages.Select(m => m.State).SingleAsync())).ShouldBe(MessageState.HandedOver);
        _office.Clock.Advance(Duration.FromHours(4));
        await _office.DeliverAsync();
        (await _office.WithAsync<OfficeDb, int>(db => db.Attempts.CountAsync())).ShouldBe(1, "nobody gets it twice");
    }

    [Fact]
    public async Task What_was_only_written_to_the_spool_told_nobody_anything()
    {
        await using var office = await TestOffice.OpenAsync();
        var filed = await office.FileAsync(OfficeCases.Transfer("乙") with { Applicant = new Applicant("乙", "0911-222-333", "b@example.com") });
        await office.DeliverAsync();
        var message = await office.WithAsync<OfficeDb, Message>(db => db.Messages.AsNoTracking().SingleAsync());
        (message.IsSpooled, message.Tells is null).ShouldBe((true, false));
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/desk/requests/{filed.Id}");
        clerk.Text.ShouldContain("寫進暫存匣，沒有送出去");
        clerk.Text.ShouldNotContain("已送出");
    }

    private Task QueueAsync(MessageChannel channel, Phrase title, Phrase text)
    {
        var template = new MessageTemplate("test", new(2019, 1, 1), "request", "case-news") { Email = new(title, text), Sms = text, Voice = text, Push = text };
        return _office.WithAsync<IServiceProvider, Message>(async services =>
        {
            var (db, desk, fields) = (services.GetRequiredService<OfficeDb>(), services.GetRequiredService<MessageDesk>(), services.GetRequiredService<RequestFields>());
            var facts = (await services.GetRequiredService<RequestDirectory>().FindAsync(_request.Key))! with { Told = _later };
            return await db.CommitAsync(() => desk.QueueAsync(template, new(_request.Key, channel, channel is MessageChannel.Email ? "a@example.com" : "0912-345-678", Language.Chinese, $"{Guid.NewGuid()}", _later), fields.Of(facts, Language.Chinese), Actor.Office));
        });
    }

    private Task<LocalDate?> ToldAsync() => _office.WithAsync<OfficeDb, LocalDate?>(db => db.Set<Promise>().Where(p => p.Id == _request.PromiseId).Select(p => p.Told).SingleAsync());
}
