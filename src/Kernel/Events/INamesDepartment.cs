namespace GridDesk.Kernel.Events;

/// <summary>An event that says which department its subject stands with from then on, or which one did what happened.</summary>
public interface INamesDepartment : IEvent
{
    /// <summary>Its code at the time; null when it was none of this office's.</summary>
    string? Department { get; }
}
