using GridDesk.Kernel.Indicators;
using GridDesk.Requests;
using GridDesk.Requests.Figures;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Indicators;

/// <summary>What was done wrongly, reversed and done again is one case in every figure, as it stands at last.</summary>
[Trait("store", "both")]
public sealed class CountedOnceTests
{
    private static readonly Interval June = new(Instant.FromUtc(2019, 5, 31, 16, 0), Instant.FromUtc(2019, 6, 30, 16, 0));

    [Fact]
    public async Task A_case_closed_reopened_and_closed_again_counts_once_as_it_was_closed_last()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(OfficeCases.Transfer());
        request = await office.DoAsync(desk => desk.CloseAsync(request.Change(), Outcome.Done, null));
        var first = await ReadAsync(office);
        (first["requests.closed"], first["requests.overdue"], first["requests.closed-in-time"], first["requests.days-mean"]).ShouldBe((1, 0, 100, 0));

        request = await office.DoAsync(desk => desk.ReopenAsync(request.Change(), "結錯案"));
        var reopened = await ReadAsync(office);
        foreach (var code in (string[])["requests.closed", "requests.overdue", "requests.closed-in-time", "requests.days-mean", "requests.days-p90", "requests.first-window-share", "requests.owned-share"])
        {
            reopened[code].ShouldBeNull($"{code}: nothing is closed");
        }

        office.Clock.AdvanceDays(5);
        await office.DoAsync(desk => desk.CloseAsync(request.Change(), Outcome.Done, null));
        var again = await ReadAsync(office);
        (again["requests.closed"], again["requests.overdue"], again["requests.closed-in-time"], again["requests.days-mean"], again["requests.days-p90"]).ShouldBe((1, 1, 0, 3, 3));
        (again["requests.first-window-share"], again["requests.owned-share"]).ShouldBe((0, 0));
    }

    [Fact]
    public async Task A_case_accepted_wrongly_and_accepted_again_counts_once_as_it_was_accepted_last()
    {
        await using var office = await TestOffice.OpenAsync();
        var request = await office.FileAsync(OfficeCases.Transfer());
        var first = await ReadAsync(office);
        (first["requests.accepted"], first["requests.accepted-counter"], first["requests.complete-at-first-share"]).ShouldBe((1, 1, 100));

        request = await office.DoAsync(desk => desk.ReverseAcceptanceAsync(request.Change(), "受理錯了"));
        var reversed = await ReadAsync(office);
        reversed.Where(figure => figure.Key.StartsWith("requests.accepted", StringComparison.Ordinal)).ShouldAllBe(figure => figure.Value == null, "nothing is accepted");

        office.Clock.AdvanceHours(2);
        request = await office.DoAsync(desk => desk.AcceptAsync(request.Change()));
        await office.DoAsync(desk => desk.AskForAsync(request.Change(), [new MissingItem("document", "relation", new Phrase("關係證明", "paper"))]));
        var again = await ReadAsync(office);
        (again["requests.accepted"], again["requests.accepted-counter"], again["requests.numbered-share"], again["requests.supplemented-share"]).ShouldBe((1, 1, 100, 100));
        (again["requests.complete-at-first-share"], again["requests.accepted-web-share"]).ShouldBe((0, 0));
    }

    private static async Task<Dictionary<string, decimal?>> ReadAsync(TestOffice office)
    {
        var figures = await office.WithAsync<IndicatorCatalogue, IReadOnlyDictionary<string, Figure>>(catalogue =>
            catalogue.ReadAsync([.. RequestIndicators.All.Select(i => i.Code)], June, office.Clock.GetCurrentInstant()));
        return figures.ToDictionary(f => f.Key, f => f.Value.Value);
    }
}
