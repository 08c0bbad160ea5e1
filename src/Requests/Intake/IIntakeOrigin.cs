using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Intake;

/// <summary>Where a request at the counter comes from, contributed by another part of the office: the ticket that was called.</summary>
public interface IIntakeOrigin
{
    /// <summary>Where the clerk goes on once the request is filed: a path without its first slash; null when the key is none of its.</summary>
    string? HrefOf(string key);

    /// <summary>The request is being filed, within its save.</summary>
    /// <param name="key">Of the origin, as events name it.</param>
    /// <param name="request">Key of the request.</param>
    /// <param name="service">Its code.</param>
    /// <returns>What the request's history keeps of it; null when the key is none of its, or not the clerk's.</returns>
    Task<RequestServedAtCounter?> FiledAsync(string key, string request, string service, Actor by, CancellationToken cancel);
}
