using GridDesk.Tests.Requests.Usual;

namespace GridDesk.Bench;

/// <summary>How many of the cases that the estimate has not seen lie in the range that customers are told.</summary>
internal static class Ranges
{
    public static void Run()
    {
        double[] held = [.. Enumerable.Range(100, 20).Select(seed => new ImaginedOffice(seed).Coverage())];
        Console.WriteLine($"How long it usually takes: {held.Average():P1} of next year's cases lie in the range learnt from this year's (75 to 85 %); worst office {held.Min():P1}, best {held.Max():P1}");
    }
}
