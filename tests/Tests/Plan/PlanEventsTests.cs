using System.Text.Json;
using GridDesk.Kernel.Events;
using GridDesk.Plan;

namespace GridDesk.Tests.Plan;

/// <summary>Every event ever released must still be read: these texts are never edited, only added to.</summary>
public sealed class PlanEventsTests
{
    private static readonly Guid Id = new("01980000-0000-7000-8000-000000000001");

    private static readonly Dictionary<string, (IEvent Event, string Golden)> Known = new()
    {
        ["plan.adopted"] = (new PlanAdopted(108, 103, "ab12"), """{"year":108,"rows":103,"digest":"ab12"}"""),
        ["plan.amended"] = (new PlanAmended(Id, "1.1.2.4", AmendmentKind.Changed, new(2019, 7, 1), ["title", "departments"], "ab12"),
            """{"amendment":"01980000-0000-7000-8000-000000000001","measure":"1.1.2.4","kind":"changed","effective":"2019-07-01","changed":["title","departments"],"digest":"ab12"}"""),
        ["plan.basis-recorded"] = (new PlanBasisRecorded("業字第1號", new(2020, 2, 1), "ab12"), """{"letter":"業字第1號","date":"2020-02-01","digest":"ab12"}"""),
        ["plan.copied-forward"] = (new PlanCopiedForward(108, 109, 103, "ab12"), """{"from":108,"to":109,"rows":103,"digest":"ab12"}"""),
        ["plan.text-imported"] = (new PlanTextImported(103, "ab12"), """{"rows":103,"digest":"ab12"}"""),
        ["plan.rebound"] = (new PlanRebound(["1.1.3.5"], "ab12"), """{"measures":["1.1.3.5"],"digest":"ab12"}"""),
    };

    private readonly EventKinds _kinds = new([typeof(PlanModule).Assembly]);

    [Fact]
    public void Every_event_of_the_plan_has_its_golden_text() =>
        _kinds.All.Select(type => _kinds.NameOf(type).Name).Where(name => name.StartsWith("plan.", StringComparison.Ordinal)).Order().ShouldBe(Known.Keys.Order());

    [Fact]
    public void Every_event_is_written_and_read_as_it_was_when_it_was_released()
    {
        foreach (var (name, (happened, golden)) in Known)
        {
            JsonSerializer.Serialize(happened, happened.GetType(), Json.Options).ShouldBe(golden, name);
            var read = _kinds.Read(name, 1, golden);
            JsonSerializer.Serialize(read, read.GetType(), Json.Options).ShouldBe(golden, name);
        }
    }
}
