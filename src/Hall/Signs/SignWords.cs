namespace GridDesk.Hall.Signs;

internal static class SignWords
{
    /// <summary>What of a sign is not so any more, as people call it.</summary>
    public static Phrase Name(this LiveSign sign, Sign? hung, string what) =>
        (sign.Text.FirstOrDefault(l => l.What == what) ?? hung?.Text.FirstOrDefault(l => l.What == what))?.Label ?? Phrase.Same(what);
}
