using System.Net;
using GridDesk.Kernel.Data;
using GridDesk.Requests;
using GridDesk.Requests.Tell;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Api;
using GridDesk.Tests.Requests.Apply;

namespace GridDesk.Tests.Requests.Work;

/// <summary>Any kind is begun, asked about and ended at counter, telephone and web; what was told through one is seen in all.</summary>
[Trait("store", "both")]
public sealed class SingleWindowTests
{
    [Fact]
    public async Task Every_kind_is_begun_at_the_counter_and_by_telephone_and_online_where_it_is_offered()
    {
        await using var office = await TestOffice.OpenAsync();
        var clerk = await office.SignInAsync("clerk");
        var kinds = await office.WithAsync<ServiceCatalogue, IReadOnlyList<ServiceDefinition>>(services => Task.FromResult<IReadOnlyList<ServiceDefinition>>([.. services.At(new(2019, 6, 20)).Where(s => s.OpensCase)]));
        kinds.Count.ShouldBeGreaterThan(50);
        foreach (var kind in kinds)
        {
            foreach (var channel in (Channel[])[Channel.Counter, Channel.Phone])
            {
                await clerk.GoAsync($"/en/desk/intake/{kind.Code}");
                clerk.Page.QuerySelector($"[name=channel] option[value={channel}]").ShouldNotBeNull($"{kind.Code} {channel}");
                await clerk.Fill("Channel", $"{channel}").Fill("Applicant", "林志").Fill("Telephone", "0912-000-113").PressAsync("Take papers in only");
                clerk.Status.ShouldBe(HttpStatusCode.OK, $"{kind.Code} {channel}: {string.Join("; ", clerk.Errors)}");
                var begun = await office.ReadAsync(Guid.Parse(clerk.Path.Split('/')[^1]));
                (begun.Service, begun.Channel).ShouldBe((kind.Code, channel));
            }

            var visitor = await office.Visit().GoAsync($"/en/apply/{kind.Code.ToLowerInvariant()}");
            visitor.Page.QuerySelectorAll("main form[method=post] button").Any().ShouldBe(kind.Channels.Contains("web"), kind.Code);
        }
    }

    [Fact]
    public async Task What_is_told_at_one_window_is_said_at_every_other_word_for_word()
    {
        await using var office = await TestOffice.OpenAsync();
        var visitor = await office.ApplyAsync();
        var (number, code) = visitor.Slip();
        var request = await office.FiledByAsync(visitor);
        var began = await SaidAsync(office, number, code);

        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        await clerk.OpenAsync("Answer progress");
        clerk.Page.QuerySelector(".gd-say")!.TextContent.ShouldBe(began);
        await clerk.Choose("By telephone").PressAsync("Answered: record it");

        await clerk.OpenAsync("Tell a date");
        foreach (var (part, value) in ((string, string)[])[("year", "2019"), ("month", "6"), ("day", "26")])
        {
            ((AngleSharp.Html.Dom.IHtmlInputElement)clerk.Page.QuerySelector($"[name='Input.Day.{part}']")!).Value = value;
        }

        await clerk.PressAsync("Tell a date");
        clerk.Errors.ShouldBeEmpty();
        var told = await SaidAsync(office, number, code);
        told.ShouldNotBe(began);
        told.ShouldContain("26 June 2019");
        (await office.HistoryAsync(request.Id)).Select(h => h.Event).OfType<RequestTold>().Last().Day.ShouldBe(new(2019, 6, 26));
    }

    [Theory]
    [InlineData("web"), InlineData("desk")]
    public async Task A_customer_withdraws_online_or_by_word_and_every_window_knows(string window)
    {
        await using var office = await TestOffice.OpenAsync();
        var visitor = await office.ApplyAsync();
        var (number, code) = visitor.Slip();
        if (window == "web")
        {
            await visitor.GoAsync($"/en/track/{number}/withdraw?code={code}");
            await visitor.PressAsync("Withdraw");
        }
        else
        {
            var clerk = await office.SignInAsync("clerk");
            await clerk.GoAsync($"/en/desk/requests/{(await office.FiledByAsync(visitor)).Id}");
            await clerk.OpenAsync("Withdrawn");
            await clerk.Fill("What the customer said", "不辦了").PressAsync("Withdrawn");
        }

        (await SaidAsync(office, number, code)).ShouldContain("was withdrawn");
    }

    [Fact]
    public async Task Whoever_answers_sees_what_the_customer_is_still_to_be_told_and_records_it_there()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync("待說");
        var notice = DueNotice.Of(request.Id, NoticeReason.DayMoved, new(2019, 6, 27), office.Clock.GetCurrentInstant());
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(() => Task.FromResult(db.Add(notice))));
        var greeter = await office.SignInAsync("greeter");
        await greeter.GoAsync($"/en/desk/search?q={request.Number}");
        greeter.Text.ShouldContain("will be done by 27 June 2019 at the latest");

        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("will be done by 27 June 2019 at the latest");
        await clerk.PressAsync("Told by telephone");
        clerk.Path.ShouldStartWith($"/en/desk/requests/{request.Id}");
        clerk.Text.ShouldContain("the customer knows");
        clerk.Text.ShouldNotContain("still to be told");
        clerk.Text.ShouldContain("Told 27 June");
    }

    // Web, API, the panel of those who answer by number, and the case: one sentence.
    private static async Task<string> SaidAsync(TestOffice office, string number, string code)
    {
        office.Clock.AdvanceMinutes(2);
        var web = (await office.Visit().GoAsync($"/en/track/{number}?code={code}")).Page.QuerySelector(".gd-answer__s")!.TextContent.Trim();
        var api = (await ApiCaller.JsonOfAsync(await new ApiCaller(office).AskAsync(number, code)))["sentence"]!["en"]!.GetValue<string>();
        var greeter = await office.SignInAsync("greeter");
        var panel = (await greeter.GoAsync($"/en/desk/search?q={number}")).Page.QuerySelector(".gd-say")!.TextContent.Trim();
        var clerk = await office.SignInAsync("clerk");
        await clerk.GoAsync($"/en/desk/search?q={number}");
        await clerk.OpenAsync("Answer progress");
        var desk = clerk.Page.QuerySelector(".gd-say")!.TextContent.Trim();
        ((string[])[api, panel, desk]).ShouldAllBe(said => said == web);
        return web;
    }
}
