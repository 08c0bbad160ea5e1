using GridDesk.Kernel.Data;
using GridDesk.Kernel.Search;
using GridDesk.Requests;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Requests.Rules;

namespace GridDesk.Tests.Search;

[Trait("store", "both")]
public sealed class SearchTests(TestOffice office) : IClassFixture<TestOffice>
{
    [Fact]
    public async Task A_clerk_who_has_filed_a_request_finds_it_at_once_by_whatever_is_known()
    {
        var request = await office.FileAsync(OfficeCases.Transfer("𡍼歐陽臺生", phone: "0955-123-987"));
        await office.FileAsync(OfficeCases.Transfer("別人", phone: "0911-222-333"));

        foreach (var typed in (string[])["𡍼", "歐陽", "台生", "臺生", "歐", "0955", "0955-12", "０９５５", request.Number!, request.Number![..11], request.Number!.ToLowerInvariant(), "歐陽 0955"])
        {
            (await FindAsync(typed)).ShouldBe([request.Id], typed);
        }

        (await FindAsync("123987")).ShouldBeEmpty("digits are found by their beginning");
        (await FindAsync("陽歐")).ShouldBeEmpty();
    }

    [Fact]
    public async Task After_a_correction_the_new_words_are_found_and_the_old_ones_are_not()
    {
        var request = await office.FileAsync(OfficeCases.Transfer("司馬舊名"));
        await office.DoAsync(desk => desk.CorrectAsync(request.Change(), new Correction(Name: "司馬新名")));
        (await FindAsync("新名")).ShouldBe([request.Id]);
        (await FindAsync("舊名")).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_part_of_a_stored_name_is_found_in_the_database_too()
    {
        const string name = "東方嘉義ABC商行𤧞記";
        var request = await office.FileAsync(OfficeCases.Transfer(name));
        var runes = name.EnumerateRunes().Select(r => r.ToString()).ToList();
        foreach (var start in Enumerable.Range(0, runes.Count).Where(i => runes[i] is not ("B" or "C")))
        {
            for (var length = 1; length <= 8 && start + length <= runes.Count; length++)
            {
                var part = string.Concat(runes.Skip(start).Take(length));
                (await FindAsync(part)).ShouldContain(request.Id, part);
            }
        }
    }

    [Theory]
    [InlineData("\ud800")]
    [InlineData("%_*?'\"\\")]
    [InlineData("\0王")]
    [InlineData("王\uffff")]
    public async Task Strange_signs_in_a_query_are_no_reason_to_fail(string typed) => await FindAsync(typed);

    private Task<List<Guid>> FindAsync(string typed) =>
        office.WithAsync<OfficeDb, List<Guid>>(async db => [.. await SearchIndex.NewestAsync(db, "request", SearchWords.Asked(typed), null, 1000)]);
}
