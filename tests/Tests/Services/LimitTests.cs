using System.Text.Json.Nodes;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Services;
using GridDesk.Tests.Infrastructure;
using GridDesk.Tests.Pack;
using GridDesk.Web;

namespace GridDesk.Tests.Services;

/// <summary>A service may have several legal figures; which one holds follows from the answers.</summary>
public sealed class LimitTests
{
    private static readonly string Folder = Path.Combine(TestOffice.Root, "packs", "chiayi");
    private static readonly IReadOnlyList<ServiceDefinition> Services = [.. PackLoader.Check(Folder, OfficeProgram.Modules).All<ServiceDefinition>()];

    [Theory]
    [InlineData("DESIGN", "voltage", "low", "3個工作日")]
    [InlineData("DESIGN", "voltage", "high", "10個工作日")]
    [InlineData("DESIGN", "voltage", "extraHigh", "20個工作日")]
    [InlineData("DESIGN", "voltage", null, "10個工作日")]
    [InlineData("PV-REV", "smallAndRoom", "yes", "5個工作日")]
    [InlineData("PV-REV", "smallAndRoom", "no", "15個工作日")]
    [InlineData("PV-REV", "smallAndRoom", "unknown", "15個工作日")]
    [InlineData("PDPA", "right", "see", "15個日曆天")]
    [InlineData("PDPA", "right", "copy", "15個日曆天")]
    [InlineData("PDPA", "right", "correct", "30個日曆天")]
    [InlineData("PDPA", "right", "stop", "30個日曆天")]
    [InlineData("PDPA", "right", "erase", "30個日曆天")]
    public void The_legal_limit_follows_the_answer(string code, string question, string? answer, string limit)
    {
        var answers = answer is null ? new JsonObject() : new JsonObject { [question] = answer };
        var policy = Services.Single(s => s.Code == code).Policy(new Facts(answers, ApplicantKind.Person, Agent: false));

        policy.Rule!.Text.Zh.ShouldBe(limit);
        policy.RuleGrade.ShouldBe(GridDesk.Kernel.Grade.A);
        policy.RuleSource.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("FOI", null, null, 15)]
    [InlineData("PDPA", "right", "see", 15)]
    [InlineData("PDPA", "right", "erase", 30)]
    [InlineData("DESIGN", "voltage", "low", 3)]
    public void All_extensions_together_have_a_limit_too(string code, string? question, string? answer, int longest)
    {
        var answers = question is null ? new JsonObject() : new JsonObject { [question] = answer };
        Services.Single(s => s.Code == code).Policy(new Facts(answers, ApplicantKind.Person, Agent: false)).MaxExtension.ShouldBe(longest);
    }

    [Fact]
    public void Every_service_says_how_far_it_can_be_extended() =>
        Services.Where(s => s.OpensCase).ShouldAllBe(s => s.Policy(new Facts(new JsonObject(), ApplicantKind.Person, false)).MaxExtension >= 1);

    [Fact]
    public void A_condition_that_no_answer_can_fulfil_is_a_mistake_with_its_line()
    {
        using var copy = PackCopy.Of(Folder);
        copy.Edit("services/supply/design.yaml", text => text.Replace("when: { voltage: low }", "when: { voltage: lowest }").Replace("when: { voltage: extraHigh }", "when: { volts: extraHigh }"));

        var mistakes = Should.Throw<PackRefused>(() => PackLoader.Check(copy.Folder, OfficeProgram.Modules)).Mistakes;

        mistakes.Count.ShouldBe(2, "all of them are listed");
        mistakes.ShouldAllBe(m => m.File.EndsWith("design.yaml") && m.Line > 10);
    }
}
