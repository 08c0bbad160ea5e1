using GridDesk.Kernel.Data;
using GridDesk.Kernel.Search;
using GridDesk.Tests.Infrastructure;

namespace GridDesk.Tests.Search;

/// <summary>Searching along the rarest word finds what holding every thing against every word finds, the newest first, page after page.</summary>
[Trait("store", "both")]
public sealed class NewestTests(TestOffice office) : IClassFixture<TestOffice>
{
    private const string Characters = "陳林王小明芬淑蘭";

    [Fact]
    public async Task Whatever_is_typed_finds_all_that_holds_it_newest_first_however_it_is_paged()
    {
        var random = new Random(Environment.TickCount);
        var kind = $"test{random.Next(100_000)}";
        var things = Enumerable.Range(0, 300).Select(i => (Id: Guid.CreateVersion7(DateTimeOffset.UnixEpoch.AddMinutes(i)), Text: Text(random))).ToList();
        await office.WithAsync<OfficeDb>(db => db.CommitAsync(async () =>
        {
            foreach (var (id, text) in things)
            {
                await SearchIndex.WriteAsync(db, kind, id, SearchWords.Of(text), isNew: true);
            }
        }));

        for (var i = 0; i < 120; i++)
        {
            var asked = SearchWords.Asked(i % 4 == 0 ? Characters[random.Next(Characters.Length)].ToString() : i % 4 == 1 ? $"09{random.Next(100)}" : Text(random)[..random.Next(2, 5)] + (i % 4 == 2 ? $" 09{random.Next(10)}" : ""));
            var expected = things.Where(thing => asked.All(word => SearchWords.Of(thing.Text).Any(has => word.ByBeginning ? has.StartsWith(word.Word, StringComparison.Ordinal) : has == word.Word))).Select(thing => thing.Id).Reverse().ToList();
            List<Guid> found = [];
            for (Guid? after = null; ;)
            {
                var page = await office.WithAsync<OfficeDb, IReadOnlyList<Guid>>(db => SearchIndex.NewestAsync(db, kind, asked, after, 7));
                found.AddRange(page);
                if (page.Count < 7)
                {
                    break;
                }

                after = page[^1];
            }

            found.ShouldBe(expected, $"{string.Join(' ', asked)}");
        }
    }

    private static string Text(Random random) =>
        $"{string.Concat(Enumerable.Range(0, random.Next(2, 6)).Select(_ => Characters[random.Next(Characters.Length)]))} 09{random.Next(1000):D3}";
}
