using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Promises;
using GridDesk.Services;

namespace GridDesk.Notices.Care;

/// <summary>
/// Which material a customer may ask for by telephone, how soon it is sent and when the office calls back: <c>care.yaml</c> of the
/// pack; an office without that file sends none.
/// </summary>
/// <param name="Version">Names this state of the limits; a promise keeps the one it was given under.</param>
/// <param name="Department">Who sends and calls.</param>
/// <param name="Send">How soon it is sent.</param>
/// <param name="CallAfter">How many working days after sending the call falls due: as long as it takes to arrive.</param>
/// <param name="Call">How long the call may take from the day on which it falls due.</param>
/// <param name="Tries">After so many calls that nobody answered the office stops.</param>
internal sealed record CareList(string Version, string Department, ServiceLimit Send, CareDays CallAfter, ServiceLimit Call, int Tries, IReadOnlyList<CareMaterial> Materials) : IChecked
{
    public static PackSection Section { get; } = PackSection.Each<CareList>("care.yaml")
        .Check((list, check, pack) => check.Known("department", list.Department, [.. pack.Get<DepartmentList>().Departments.Select(d => d.Code)]));

    /// <exception cref="Refusal"><c>care.none</c>: the pack has no such list.</exception>
    public static CareList Of(PackInForce pack) => Find(pack) ?? throw new Refusal("care.none", "本處的資料包沒有可以索取的資料。", "The office’s pack has no material that could be asked for.");

    public static CareList? Find(PackInForce pack) => pack.Of(p => new Found(p.All<CareList>().SingleOrDefault())).List;

    public Phrase NameOf(string material) => Materials.FirstOrDefault(m => m.Code == material)?.Name ?? Phrase.Same(material);

    public PromisePolicy PolicyOf(ServiceLimit limit) => new(Version, null, limit.Limit) { NormGrade = limit.Grade };

    void IChecked.Check(Checker check)
    {
        check.Unique("materials", Materials, material => material.Code, "code");
        check.Between("tries", Tries, 1, 10);
        foreach (var (index, material) in Materials.Index())
        {
            check.Code($"materials[{index}].code", material.Code);
        }
    }

    private sealed record Found(CareList? List);
}

/// <param name="Code">Such as <c>rates</c>; events carry it.</param>
internal sealed record CareMaterial(string Code, Phrase Name);

/// <summary>Working days for each way of sending.</summary>
internal sealed record CareDays(int Post, int Email, int Fax, int PickUp) : IChecked
{
    public int For(CareWay way) => way switch { CareWay.Post => Post, CareWay.Email => Email, CareWay.Fax => Fax, _ => PickUp };

    void IChecked.Check(Checker check)
    {
        foreach (var (path, days) in (IEnumerable<(string, int)>)[("post", Post), ("email", Email), ("fax", Fax), ("pickUp", PickUp)])
        {
            check.Between(path, days, 1, 20);
        }
    }
}
