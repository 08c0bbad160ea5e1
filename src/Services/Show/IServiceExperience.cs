namespace GridDesk.Services.Show;

/// <summary>What the office has learnt about a service from its own cases; a module that keeps cases answers.</summary>
public interface IServiceExperience
{
    /// <summary>通常 3 到 5 個工作日, usually 3 to 5 working days; null while nothing is known.</summary>
    Task<Phrase?> UsualTimeAsync(string service, CancellationToken cancel);
}
