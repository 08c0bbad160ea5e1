using GridDesk.Kernel.Time;

namespace GridDesk.Requests;

/// <summary>A clock that stands at the moment which is being told.</summary>
internal sealed class DemoClock : IClock
{
    public Instant Now { get; set; }

    public Instant GetCurrentInstant() => Now;
}
