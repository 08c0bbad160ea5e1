using GridDesk.Kernel.Pack;

namespace GridDesk.Customers;

/// <summary><c>demo/places.yaml</c>: where invented customers live. Without it they live in the capital, which every office knows.</summary>
internal sealed record DemoPlaces(IReadOnlyList<DemoTown> Towns) : IChecked
{
    public static DemoPlaces Invented { get; } = new([new DemoTown("臺北市", "中正區", ["重慶南路一段", "羅斯福路一段", "南昌路一段"])]);

    void IChecked.Check(Checker check)
    {
        if (Towns.Count == 0 || Towns.Any(town => town.Roads.Count == 0))
        {
            check.Mistake("towns", "請至少寫一個鄉鎮，每個鄉鎮至少一條路。", "Name at least one town, and at least one road in each.");
        }
    }
}

internal sealed record DemoTown(string County, string Town, IReadOnlyList<string> Roads);
