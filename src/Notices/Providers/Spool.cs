using System.Text;
using GridDesk.Kernel.Data;

namespace GridDesk.Notices.Providers;

/// <summary>
/// Writes messages into a folder beside the office's data, one file each, where no provider is set up: nothing leaves the building, and
/// <c>/desk/admin/spool</c> shows what would have.
/// </summary>
internal sealed class Spool(MessageChannel channel, Store store) : IMessageProvider
{
    public const string ProviderName = "spool";

    public string Name => ProviderName;

    public MessageChannel Channel => channel;

    public static string Folder(Store store) => Path.Combine(Path.GetDirectoryName(Path.GetFullPath(store.Sqlite!))!, "spool");

    public async Task<Handed> HandAsync(Outgoing message, CancellationToken cancel)
    {
        var folder = Path.Combine(Folder(store), channel.ToString().ToLowerInvariant());
        Directory.CreateDirectory(folder);
        var file = Path.Combine(folder, $"{message.Id:N}.txt");
        await File.WriteAllTextAsync(file, $"To: {message.To}\nSubject: {message.Title}\n\n{message.Text}\n", Encoding.UTF8, cancel);
        return new(null, $"{message.Id:N}");
    }
}
