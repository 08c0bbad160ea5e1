namespace GridDesk.Hall.Board;

/// <summary>A call as it is heard: spoken in Mandarin by the board's own machine, or played from recordings, one after the other.</summary>
internal static class SpokenCall
{
    private const string Digits = "零一二三四五六七八九";

    /// <summary>Every recording that a language needs: the digits, the word before the number, and the request to come to a counter.</summary>
    public static readonly IReadOnlyList<string> Pieces = ["number", "0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "counter"];

    /// <summary>The number digit by digit, for ten people hear it and each must know that it is theirs; the counter as it is said.</summary>
    /// <param name="counter">From 1 to 99.</param>
    public static string Mandarin(string ticket, int counter) => $"來賓{string.Concat(ticket.Select(Digit))}號，請到{Counted(counter)}號櫃檯";

    /// <summary>The recordings of the same, in the order in which they are played.</summary>
    public static IReadOnlyList<string> Recorded(string ticket, int counter) =>
        ["number", .. ticket.Where(char.IsAsciiDigit).Select(d => $"{d}"), "counter", .. $"{counter}".Select(d => $"{d}")];

    private static string Digit(char digit) => char.IsAsciiDigit(digit) ? $"{Digits[digit - '0']}" : $"{digit}";

    private static string Counted(int number) => (number / 10, number % 10) switch
    {
        (0, var ones) => $"{Digits[ones]}",
        (var tens, var ones) => $"{(tens == 1 ? "" : Digits[tens])}十{(ones == 0 ? "" : Digits[ones])}",
    };
}
