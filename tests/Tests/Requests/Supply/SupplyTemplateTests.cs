using GridDesk.Kernel.Pack;
using GridDesk.Requests.Supply;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;

namespace GridDesk.Tests.Requests.Supply;

/// <summary>The schedules of the pack, and what is wrong with one.</summary>
public sealed class SupplyTemplateTests
{
    private static readonly string Chiayi = Path.Combine(TestOffice.Root, "packs", "chiayi");

    [Fact]
    public void Every_kind_of_application_that_ends_with_power_has_one_and_its_days_are_said_to_be_unconfirmed()
    {
        var pack = PackLoader.Check(Chiayi, OfficeProgram.Modules);
        var templates = pack.All<SupplyTemplate>();
        // Reviews of drawings, and merging accounts, end with papers or with a meter less.
        templates.Select(t => t.Code).ShouldBe(pack.All<ServiceDefinition>().Where(s => s.Group == "supply").Select(s => s.Code).Distinct().Except(["DESIGN", "ROOM", "MERGE"]), ignoreOrder: true);
        templates.ShouldAllBe(t => t.Grade == Grade.C);
        templates.Select(t => t.Stages[^1].Code).Distinct().ShouldBe(["power-on"]);
    }

    [Theory]
    [InlineData("code: survey, name: { zh: 現場勘查, en: Survey }, step: survey, workingDays: 2", "code: survey, name: { zh: 現場勘查, en: Survey }, step: survey, workingDays: 3", "more than the 5 that customers are told")]
    [InlineData("step: connect", "step: conect", "There is no 'conect'")]
    [InlineData("step: connect", "step: accept", "follow the order of the service's steps")]
    [InlineData("code: TEMP", "code: TEMPO", "There is no 'TEMPO'")]
    [InlineData("requested: fromDate", "requested: purpose", "There is no 'purpose'")]
    [InlineData("step: accept, workingDays: 0", "step: accept, workingDays: 1", "the first is the acceptance, with 0 days")]
    public void A_schedule_that_cannot_be_kept_is_found_before_it_is_loaded(string written, string rewritten, string reason)
    {
        using var copy = PackCopy.Of(Chiayi);
        copy.Edit("supply/temp.yaml", text => text.Replace(written, rewritten));
        var mistakes = Should.Throw<PackRefused>(() => PackLoader.Check(copy.Folder, OfficeProgram.Modules)).Mistakes;
        mistakes.Select(m => m.Sentence.En).ShouldContain(sentence => sentence.Contains(reason), string.Join('\n', mistakes.Select(m => m.Sentence.En)));
        mistakes.ShouldAllBe(m => m.File == "supply/temp.yaml");
    }
}
