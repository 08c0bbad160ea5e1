namespace GridDesk.Ui;

/// <summary>
/// The facts around every page: whose office it is and which parts it has. The program fills one instance from the
/// pack and the modules; the layouts read it.
/// </summary>
public sealed class Chrome
{
    public Phrase OfficeName { get; set; } = new("區營業處", "District office");

    /// <summary>The company the office belongs to; stands above the office's name.</summary>
    public Phrase Company { get; set; } = Phrase.Same("");

    /// <summary>The office's telephone number as it is read aloud, such as <c>05-222-6711</c>; none when empty.</summary>
    public string Phone { get; set; } = "";

    /// <summary>The zone whose day and clock every page shows.</summary>
    public DateTimeZone Zone { get; set; } = DateTimeZoneProviders.Tzdb["Asia/Taipei"];

    /// <summary>The sections of the public site (five at most) and of the desk. Modules add theirs.</summary>
    public IList<NavItem> Sections { get; } = [];

    /// <summary>The columns at the foot of public pages.</summary>
    public IList<FootColumn> Foot { get; } = [];

    /// <summary>Stands above every page when the clock is not the real one; null otherwise.</summary>
    public Phrase? ClockBanner { get; set; }

    /// <summary>Where the desk's search box sends its <c>q</c>.</summary>
    public string DeskSearch { get; set; } = "/desk/search";

    /// <summary>Where people sign in: asked by somebody who is signed in, it leads onward.</summary>
    public string SignIn { get; set; } = "/sign-in";

    /// <summary>Who is signed in at the desk; null for a visitor.</summary>
    public Func<HttpContext, Me?> Me { get; set; } = _ => null;
}

/// <summary>One section of the navigation line.</summary>
/// <param name="Path">Without the language prefix, such as <c>/track</c>; also current for every path under it.</param>
/// <param name="AnyOf">Shown to people with at least one of these roles or rights; to all when there are none.</param>
public sealed record NavItem(Phrase Title, string Path, Area Area, int Order, params IReadOnlyList<string> AnyOf)
{
    /// <summary>Further paths whose pages belong to the section, such as <c>/apply</c> to the services.</summary>
    public IReadOnlyList<string> Also { get; init; } = [];

    /// <summary>The title that the section stands under together with others of its group; they share one tap and a row of links below.</summary>
    public Phrase? Group { get; init; }
}

public enum Area { Public, Desk }

/// <summary>The person signed in at the desk.</summary>
/// <param name="Path">Where the person changes deputies, signs out and so on; no link when null.</param>
public sealed record Me(string Name, Phrase Department, string? Path = null);

public sealed record FootColumn(Phrase Title, params IReadOnlyList<FootLine> Lines);

/// <param name="Href">Makes the line a link: a path without the language prefix, or <c>tel:</c>, <c>mailto:</c>, <c>https:</c>.</param>
public sealed record FootLine(Phrase Text, string? Href = null);
