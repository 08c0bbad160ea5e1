using GridDesk.Notices;
using GridDesk.Notices.Providers;
using Microsoft.Extensions.DependencyInjection;

namespace GridDesk.Tests.Notices;

/// <summary>A company that takes every message: what it has left the building, unlike what lies in the spool.</summary>
internal sealed class Carrier(MessageChannel channel) : IMessageProvider
{
    public string Name => $"{channel}-1".ToLowerInvariant();

    public MessageChannel Channel => channel;

    /// <summary>An office with one for each channel.</summary>
    public static void OfEach(IServiceCollection services) => services.AddSingleton(new ProvidersOfChannel(MessageChannel.Carried.Select(c => new Carrier(c))));

    public Task<Handed> HandAsync(Outgoing message, CancellationToken cancel) => Task.FromResult(new Handed(null, $"{message.Id:N}"));
}
