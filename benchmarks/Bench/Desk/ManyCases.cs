using System.Data.Common;
using GridDesk.Kernel.Search;

namespace GridDesk.Bench.Desk;

/// <summary>Fills an office that runs with very many cases, by the rows of one that was filed through the door.</summary>
internal sealed class ManyCases(DbConnection connection, int count, DateTime now, IReadOnlyList<string> departments, IReadOnlyList<string> people)
{
    public async Task FillAsync()
    {
        var rows = Rows.For(connection);
        var (request, particulars, promise) = ((await rows.ReadAsync("requests", "number IS NOT NULL AND closed_at IS NULL"))!, (await rows.ReadAsync("request_particulars", "1 = 1"))!, (await rows.ReadAsync("promises", "kind = 'request' AND closed_at IS NULL"))!);
        await rows.WriteAsync("requests", Enumerable.Range(0, count).Select(i => Case(i)).Select(c => request.With(
            ("id", c.Id), ("number", c.Number), ("slip", null), ("department", c.Department), ("owner", c.Owner), ("taken_in_by", c.TakenInBy), ("promise_id", c.Promise), ("received_at", c.Received), ("keyed_at", c.Received), ("accepted_at", c.Received),
            ("status", c.Closed is null ? "InProgress" : "Closed"), ("outcome", c.Closed is null ? null : "Done"), ("closed_at", c.Closed))));
        await rows.WriteAsync("request_particulars", Enumerable.Range(0, count).Select(i => Case(i)).Select(c => particulars.With(
            ("request", c.Id), ("name", c.Name), ("phone", c.Phone), ("electricity_number", c.Account), ("address", c.Address))));
        await rows.WriteAsync("promises", Enumerable.Range(0, count).Select(i => Case(i)).Select(c => promise.With(
            ("id", c.Promise), ("subject", $"request:{c.Id:N}"), ("name", c.Number), ("department", c.Department), ("owner", c.Owner), ("taken_in_by", c.TakenInBy), ("received_at", c.Received), ("due_at", c.Due),
            ("told", DateOnly.FromDateTime(c.Due)), ("norm_due", DateOnly.FromDateTime(c.Due)), ("rule_due", null), ("closed_at", c.Closed))));
        await rows.ExecuteAsync("DROP INDEX \"IX_search_words_thing_kind_word\"");
        await rows.WriteAsync("search_words", Words());
        await rows.ExecuteAsync("CREATE INDEX \"IX_search_words_thing_kind_word\" ON search_words (thing, kind, word)");
        await rows.SettleAsync();
    }

    private readonly Dictionary<int, Guid[]> _ids = [];

    // The same index gives the same case, ids included, however often it is asked for.
    private ImaginedCase Case(int index)
    {
        var made = ImaginedCase.Of(index, count, now, departments, people);
        if (!_ids.TryGetValue(index, out var ids))
        {
            _ids.Add(index, ids = [made.Id, made.Promise]);
        }

        return made with { Id = ids[0], Promise = ids[1] };
    }

    // In the order of the index, so that millions are written one beside the other.
    private IEnumerable<RowImage> Words()
    {
        var known = new Dictionary<string, List<int>>(StringComparer.Ordinal);
        for (var i = 0; i < count; i++)
        {
            var one = Case(i);
            foreach (var word in SearchWords.Of(one.Number, one.Name, one.Phone, one.Account, one.Address))
            {
                if (!known.TryGetValue(word, out var cases))
                {
                    known.Add(word, cases = new(1));
                }

                cases.Add(i);
            }
        }

        foreach (var (word, cases) in known.OrderBy(w => w.Key, StringComparer.Ordinal))
        {
            foreach (var i in cases)
            {
                yield return new(["kind", "word", "thing"], ["request", word, _ids[i][0]], ["varchar", "varchar", "uuid"]);
            }
        }
    }
}
