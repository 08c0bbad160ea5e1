using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Services;
using GridDesk.Services.Show;

namespace GridDesk.Hall.Book;

/// <summary>On the page of a service that can be booked.</summary>
internal sealed class BookLink(PackInForce pack) : IServiceLinks
{
    public IReadOnlyList<LinkAnswer> Of(ServiceDefinition service) => HallSettings.Find(pack)?.Bookings?.Find(service.Code) is { } place
        ? [new(new($"想當面談？預約{place.Name.Zh}", place.Consultation ? "Would you rather talk about it? Book the consultation room" : "Coming in? Book a time at the counter"), $"~/book/{service.Code.ToLowerInvariant()}")]
        : [];
}
