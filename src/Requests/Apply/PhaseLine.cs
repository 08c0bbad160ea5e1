namespace GridDesk.Requests.Apply;

/// <summary>The line at the top of an application: which part they are in.</summary>
/// <param name="Base">Address of the draft's pages, without the last part.</param>
internal sealed record PhaseLine(Journey Journey, Phase Now, string Base)
{
    /// <summary>Papers are a part only where some are asked for.</summary>
    public IReadOnlyList<Phase> Phases { get; } =
        [.. Enum.GetValues<Phase>().Where(p => p != Phase.Papers || Now == Phase.Papers || Journey.Stops.Any(s => s.Phase == Phase.Papers))
            .Where(p => p != Phase.Errand || Journey.Stops.Any(s => s.Phase == Phase.Errand))];

    public int Number => Phases.Index().First(p => p.Item == Now).Index + 1;

    public string? First(Phase phase) => Journey.Stops.FirstOrDefault(s => s.Phase == phase) is { } stop ? $"{Base}/{stop.Path}" : null;
}
