using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Notices;
using GridDesk.Notices.Providers;
using GridDesk.Tests.Infrastructure;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>Text messages go out over companies that are reached by HTTP, and that are slow, wrong or gone.</summary>
[Trait("store", "both")]
public sealed class HttpProviderTests
{
    [Fact]
    public async Task A_text_message_is_taken_and_named()
    {
        await using var company = await ProviderSimulator.OpenAsync();
        await using var office = await OpenAsync(company);
        var message = await SendAsync(office);
        (message.State, message.Provider, message.Reference).ShouldBe((MessageState.HandedOver, "sms-1", $"ref-{message.Id}"));
        company.Taken.Values.ShouldBe([("0912-345-678", "明天停電")]);
    }

    [Fact]
    public async Task A_number_that_does_not_exist_fails_for_good_and_one_that_is_switched_off_is_tried_again()
    {
        await using var company = await ProviderSimulator.OpenAsync();
        await using var office = await OpenAsync(company);
        company.Mood = ProviderMood.NoSuchNumber;
        var failed = await SendAsync(office);
        (failed.State, failed.Reason).ShouldBe((MessageState.Failed, "no such number"));

        company.Mood = ProviderMood.NotNow;
        (await SendAsync(office)).State.ShouldBe(MessageState.Waiting);
        company.Mood = ProviderMood.Right;
        office.Clock.Advance(Duration.FromMinutes(5));
        await office.DeliverAsync();
        (await office.WithAsync<OfficeDb, int>(db => db.Messages.CountAsync(m => m.State == MessageState.HandedOver))).ShouldBe(1);
    }

    [Theory]
    [InlineData(ProviderMood.Lies)]
    [InlineData(ProviderMood.Never)]
    [InlineData(ProviderMood.TakesItAndFails)]
    public async Task When_the_first_company_does_not_answer_as_agreed_the_second_one_has_the_message(object mood)
    {
        await using var first = await ProviderSimulator.OpenAsync();
        await using var second = await ProviderSimulator.OpenAsync();
        first.Mood = (ProviderMood)mood;
        await using var office = await OpenAsync(first, second);
        var message = await SendAsync(office);
        (message.State, message.Provider).ShouldBe((MessageState.HandedOver, "sms-2"));
        second.Taken.Keys.ShouldBe([$"{message.Id}"]);
    }

    [Fact]
    public async Task What_a_company_took_before_it_failed_it_knows_by_its_id_the_second_time()
    {
        await using var company = await ProviderSimulator.OpenAsync();
        company.Mood = ProviderMood.TakesItAndFails;
        await using var office = await OpenAsync(company);
        (await SendAsync(office)).State.ShouldBe(MessageState.Waiting);
        company.Mood = ProviderMood.Right;
        office.Clock.Advance(Duration.FromMinutes(5));
        await office.DeliverAsync();
        (company.Calls, company.Taken.Count).ShouldBe((2, 1));
    }

    private static Task<TestOffice> OpenAsync(params ProviderSimulator[] companies) => TestOffice.OpenAsync(services => services.AddSingleton(of => new ProvidersOfChannel(
        [.. companies.Select((c, i) => new HttpProvider(of.GetRequiredService<IHttpClientFactory>().CreateClient(), new($"sms-{i + 1}", MessageChannel.Sms, c.Url, "token") { Patience = TimeSpan.FromSeconds(2) }))])));

    private static async Task<Message> SendAsync(TestOffice office)
    {
        await using var scope = office.App.Services.CreateAsyncScope();
        var (db, desk) = (scope.ServiceProvider.GetRequiredService<OfficeDb>(), scope.ServiceProvider.GetRequiredService<MessageDesk>());
        var queued = await db.CommitAsync(() => desk.QueueAsync(desk.TemplateOf("plain")!,
            new("test:1", MessageChannel.Sms, "0912-345-678", Language.Chinese, $"{Guid.NewGuid()}"), new Dictionary<string, string> { ["text"] = "明天停電" }, Actor.Office));
        await office.DeliverAsync();
        return await office.WithAsync<OfficeDb, Message>(later => later.Messages.SingleAsync(m => m.Id == queued.Id));
    }
}
