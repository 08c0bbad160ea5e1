using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Services;

namespace GridDesk.Requests.Handovers;

/// <summary>What the call centre may pass on: <c>handovers.yaml</c> of the pack; an office without that file takes none.</summary>
/// <param name="Version">Names this state of the limits; a promise keeps the one it was given under.</param>
internal sealed record HandoverKinds(string Version, IReadOnlyList<HandoverKind> Kinds) : IChecked
{
    public static PackSection Section { get; } = PackSection.Each<HandoverKinds>("handovers.yaml").Check((list, check, pack) =>
    {
        foreach (var (index, kind) in list.Kinds.Index())
        {
            check.Known($"kinds[{index}].department", kind.Department, [.. pack.Get<DepartmentList>().Departments.Select(d => d.Code)]);
        }
    });

    public static HandoverKinds Of(PackInForce pack) => pack.Of(p => p.All<HandoverKinds>().SingleOrDefault() ?? new("", []));

    public HandoverKind? Find(string? code) => Kinds.FirstOrDefault(k => k.Code == code);

    public PromisePolicy PolicyOf(HandoverKind kind) =>
        new(Version, null, kind.Limit.Limit) { NormGrade = kind.Limit.Grade, NormSource = kind.Limit.Source is { } source ? Phrase.Same(source) : null };

    void IChecked.Check(Checker check)
    {
        check.Unique("kinds", Kinds, kind => kind.Code, "code");
        foreach (var (index, kind) in Kinds.Index())
        {
            check.Code($"kinds[{index}].code", kind.Code);
        }
    }
}

/// <param name="Code">Such as <c>billing</c>; the call centre sends it.</param>
/// <param name="Department">Who answers it.</param>
/// <param name="Limit">How long the answer may take, from when the call centre took the case.</param>
internal sealed record HandoverKind(string Code, Phrase Name, string Department, ServiceLimit Limit);
