namespace GridDesk.Customers.Fields;

/// <summary>A Taiwanese address in its parts. Numbers are ASCII digits; a sub-number follows a hyphen (<c>45-1</c>).</summary>
internal sealed record Address(string County, string District)
{
    public string? Postcode { get; init; }
    public string? Village { get; init; }
    public string? Neighbourhood { get; init; }
    public string? Road { get; init; }
    public string? Section { get; init; }
    public string? Lane { get; init; }
    public string? Alley { get; init; }
    public string? Number { get; init; }
    public string? Floor { get; init; }
    public string? Room { get; init; }

    /// <summary>The parts in the order of the post, without the postcode: 嘉義市東區中山里3鄰中山路一段12巷45之1號3樓.</summary>
    public string Line => new[]
    {
        County, District, With(Village, "村里", "里"), With(Neighbourhood, "鄰", "鄰"), Road, With(InWords(Section), "段", "段"),
        With(Lane, "巷", "巷"), With(Alley, "弄", "弄"), With(Number?.Replace('-', '之'), "號", "號"), Storey, With(Room, "室", "室"),
    }.OfType<string>().Aggregate(Join);

    /// <summary>Whether anything is said beyond county and district.</summary>
    public bool HasParts => new[] { Village, Neighbourhood, Road, Section, Lane, Alley, Number, Floor, Room }.Any(part => part is not null);

    private string? Storey => Floor switch
    {
        null => null,
        _ when Floor.AsSpan().ContainsAny("樓層Ff") => Floor,
        ['B' or 'b', .. var below] => $"地下{below}樓",
        _ when Floor.Split('-', 2) is [var floor, var sub] => $"{floor}樓之{sub}",
        _ => $"{Floor}樓",
    };

    // 3樓之1 and room 305 would run together.
    private static string Join(string line, string part) =>
        line.Length > 0 && char.IsAsciiDigit(line[^1]) && part.Length > 0 && char.IsAsciiDigit(part[0]) ? $"{line},{part}" : line + part;

    private static string? With(string? part, string signs, string suffix) =>
        part is null || part.AsSpan().ContainsAny(signs) ? part : part + suffix;

    private static string? InWords(string? section) =>
        int.TryParse(section, out var number) && number is > 0 and < 100 ? ChineseNumeral.InChinese(number) : section;
}
