namespace GridDesk.Kernel.Deliveries;

/// <summary>Thrown by a handler whose hour has not come: the delivery is put off until then, and no try is counted.</summary>
public sealed class NotYet(Instant until) : Exception($"Not before {until}")
{
    public Instant Until => until;
}
