using System.Globalization;
using System.Text.RegularExpressions;

namespace GridDesk.Plan;

/// <summary>Where a row stands in the plan: dimension.strategy.action.measure, and one more number for a sub-item.</summary>
internal static partial class PlanCode
{
    public static bool IsOf(string code, int depth) => Numbers.IsMatch(code) && Depth(code) == depth;

    public static int Depth(string code) => code.Count(c => c == '.') + 1;

    /// <summary><c>1.1.1</c> of <c>1.1.1.1</c>; empty for a dimension.</summary>
    public static string Parent(string code) => code.LastIndexOf('.') is var dot and >= 0 ? code[..dot] : "";

    /// <summary><c>1.2</c>, the strategy that a row belongs to.</summary>
    public static string Strategy(string code) => string.Join('.', code.Split('.').Take(2));

    /// <summary>The order of the plan: 1.2.1.9 before 1.2.1.10, a measure before its sub-items.</summary>
    public static IComparer<string> Order { get; } = Comparer<string>.Create((one, other) =>
        one.Split('.').Zip(other.Split('.'), (a, b) => Number(a).CompareTo(Number(b))).FirstOrDefault(difference => difference != 0) is var first and not 0
            ? first
            : Depth(one).CompareTo(Depth(other)));

    /// <summary>一（二） for 1.2, as the plan numbers its strategies.</summary>
    public static Phrase StrategyNumber(string code) => code.Split('.') is [var dimension, var strategy]
        ? new($"{Chinese(dimension)}（{Chinese(strategy)}）", code)
        : Phrase.Same(code);

    private static string Chinese(string number) => Number(number) is var n and >= 1 and <= 10 ? "一二三四五六七八九十"[n - 1].ToString() : number;

    private static int Number(string part) => int.Parse(part, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^[1-9][0-9]?(\.[1-9][0-9]?){0,4}\z")]
    private static partial Regex Numbers { get; }
}
