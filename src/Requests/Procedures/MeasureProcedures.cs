using GridDesk.Kernel.Recurring;

namespace GridDesk.Requests.Procedures;

/// <summary>Every night: what the cases say about each simplification now.</summary>
internal sealed class MeasureProcedures(ProcedureDesk desk) : IRecur
{
    public Task RunAsync(Instant now, CancellationToken cancel) => desk.MeasureAllAsync(now, cancel);
}
