using GridDesk.Notices.Providers;

namespace GridDesk.Notices.Spooled;

/// <summary>
/// Writes messages into a folder, one file each, where no provider is set up: nothing leaves the building, and
/// <c>/desk/admin/spool</c> shows what would have.
/// </summary>
internal sealed class Spool(MessageChannel channel, SpoolFolder folder) : IMessageProvider
{
    public const string ProviderName = "spool";

    public string Name => ProviderName;

    public MessageChannel Channel => channel;

    public async Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
    {
        await folder.WriteAsync(channel, message.Id, $"To: {message.To}\nSubject: {message.Title}\n\n{message.Text}\n", cancel);
        return new(null, $"{message.Id:N}");
    }
}
