using GridDesk.Hall.Definition;
using GridDesk.Kernel.Pack;
using GridDesk.Ui.Fields;

namespace GridDesk.Hall.Messages;

/// <summary>The fields of a message, new or there already, and what can be chosen in them.</summary>
internal sealed record MessageFields(MessageForm Input, IReadOnlyList<Choice> Sites)
{
    public IReadOnlyList<Choice> Media { get; } = [.. Enum.GetValues<HallMedium>().Select(medium => new Choice($"{medium}", medium.Name, medium.Hint))];

    /// <param name="site">The one hall that it is for; null while any can be chosen.</param>
    public static MessageFields Of(MessageForm input, PackInForce pack, string? site = null) => new(input,
        [.. (HallSettings.Find(pack)?.Halls ?? []).Where(h => site is null || h.Site == site).Select(h => new Choice(h.Site, pack.Sites.Sites.First(s => s.Code == h.Site).Name))]);
}
