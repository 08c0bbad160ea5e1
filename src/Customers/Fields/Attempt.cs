namespace GridDesk.Customers.Fields;

internal static class Attempt
{
    public static T? OrNull<T>(string? text, Func<string, T> parse) where T : class
    {
        try
        {
            return text is null ? null : parse(text);
        }
        catch (Refusal)
        {
            return null;
        }
    }
}
