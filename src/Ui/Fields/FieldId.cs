namespace GridDesk.Ui.Fields;

/// <summary>The id of the element that a field's name belongs to, so that labels, errors and the summary all meet.</summary>
public static class FieldId
{
    private static readonly string[] FirstParts = [".year", ".postcode"];

    /// <summary>
    /// <c>Input.Phone</c> → <c>Input_Phone</c>, <c>answers.meters[0].number</c> → <c>answers_meters_0__number</c>. The
    /// first box of a date or an address carries the id of the whole, so that a link to the whole lands in it.
    /// </summary>
    public static string Of(string name)
    {
        var part = FirstParts.FirstOrDefault(part => name.EndsWith(part, StringComparison.Ordinal));
        return Exact(part is null ? name : name[..^part.Length]);
    }

    /// <summary>Without that exception: what hints and errors are named after.</summary>
    internal static string Exact(string name) =>
        string.Concat(name.Select(letter => char.IsAsciiLetterOrDigit(letter) || letter is '-' ? letter : '_'));
}
