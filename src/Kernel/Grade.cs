namespace GridDesk.Kernel;

/// <summary>How well a fact is known.</summary>
public enum Grade
{
    /// <summary>Read at its source.</summary>
    A,

    /// <summary>Agreed by several secondary sources, or follows from an A fact.</summary>
    B,

    /// <summary>From memory or reckoned: to be confirmed by the office, never shown as official.</summary>
    C,
}
