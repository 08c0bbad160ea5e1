namespace GridDesk.Requests.Handle;

/// <summary>What stands in the form of an action, whichever it is.</summary>
internal sealed class CaseInput
{
    /// <summary>The version that the clerk was shown.</summary>
    public int Version { get; set; }

    public string? Owner { get; set; }

    public string? Step { get; set; }

    /// <summary>Documents that the customer should bring.</summary>
    public List<string> Items { get; set; } = [];

    /// <summary>Something that is not among the service's documents.</summary>
    public string? Other { get; set; }

    public string? Note { get; set; }

    public string? Item { get; set; }

    public string? Reason { get; set; }

    public string? Clock { get; set; }

    public string? Amount { get; set; }

    public LocalDate? Day { get; set; }

    public string? Channel { get; set; }

    /// <summary>The department or agency to ask: <c>department:CODE</c> or <c>agency:CODE</c>.</summary>
    public string? Unit { get; set; }

    public string? Form { get; set; }

    public string? Question { get; set; }

    public string? Days { get; set; }
}
