using GridDesk.Services;

namespace GridDesk.Requests.Apply;

/// <summary>The line at the top of an application: which part they are in.</summary>
/// <param name="Base">Address of the draft's pages, without the last part.</param>
internal sealed record PhaseLine(ServiceDefinition Service, Journey Journey, Phase Now, string Base)
{
    /// <summary>Decided by the service alone, so that an answer never changes how many steps there are.</summary>
    public IReadOnlyList<Phase> Phases { get; } = [.. Enum.GetValues<Phase>().Where(p => p switch
    {
        Phase.Errand => Service.ElectricityNumber != ElectricityNumberUse.None || Service.Form.Count > 0,
        Phase.Papers => Service.Documents.Count > 0,
        _ => true,
    })];

    public int Number => Phases.Index().First(p => p.Item == Now).Index + 1;

    public string? First(Phase phase) => Journey.Stops.FirstOrDefault(s => s.Phase == phase) is { } stop ? $"{Base}/{stop.Path}" : null;
}
