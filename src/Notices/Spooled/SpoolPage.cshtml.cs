using GridDesk.Kernel.Data;
using GridDesk.Staff;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Notices.Spooled;

/// <summary>
/// What would have left the building, the newest first. Addresses are masked; what a message says stands there for those who may have
/// the office send some, for the others its template.
/// </summary>
[Needs(Right.SeeWork, Right.SendMessages)]
internal sealed class SpoolPage(OfficeDb db, SpoolFolder folder, CurrentStaff staff) : PageModel
{
    private const int PageSize = 50;
    private const int LongestLine = 60;

    [BindProperty(SupportsGet = true)]
    public string? Channel { get; set; }

    /// <summary>The number of a message, or its last signs.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Q { get; set; }

    public IReadOnlyList<(Message Message, long? Size)> Rows { get; private set; } = [];

    public string? Next { get; private set; }

    public string? First { get; private set; }

    public MessageChannel? Only => Enum.TryParse<MessageChannel>(Channel, ignoreCase: true, out var channel) && MessageChannel.Carried.Contains(channel) ? channel : null;

    public bool MayOpen => staff.Has(Right.SendMessages);

    public async Task OnGetAsync(string? after, CancellationToken cancel)
    {
        var spooled = db.Messages.AsNoTracking().Where(m => m.Provider == Spool.ProviderName);
        spooled = Only is { } only ? spooled.Where(m => m.Channel == only) : spooled;
        spooled = NumberOf(Q) is { } number ? spooled.Where(m => m.Reference!.EndsWith(number)) : spooled;
        spooled = Guid.TryParse(after, out var last) ? spooled.Where(m => m.Id.CompareTo(last) < 0) : spooled;
        var found = await spooled.OrderByDescending(m => m.Id).Take(PageSize + 1).ToListAsync(cancel);
        Rows = [.. found.Take(PageSize).Select(m => (m, folder.SizeOf(m.Channel, m.Id)))];
        Next = found.Count > PageSize ? $"~/desk/admin/spool{Query(Rows[^1].Message.Id)}" : null;
        First = string.IsNullOrEmpty(after) ? null : $"~/desk/admin/spool{Query(null)}";
    }

    /// <summary>Its line, or the code of its template for those who may not open it.</summary>
    public string LineOf(Message message)
    {
        var line = MayOpen ? (message.Title.Length > 0 ? message.Title : message.Text).Split('\n')[0] : message.Template;
        return line.Length > LongestLine ? $"{line[..LongestLine]}…" : line;
    }

    // What is no number of ours finds nothing.
    private static string? NumberOf(string? typed) => string.IsNullOrWhiteSpace(typed) ? null
        : typed.Trim().Replace("-", "", StringComparison.Ordinal).ToLowerInvariant() is { Length: >= 4 and <= 32 } number && number.All(char.IsAsciiHexDigit) ? number
        : "-";

    private QueryString Query(Guid? after)
    {
        var query = new QueryBuilder();
        if (Only is { } only)
        {
            query.Add("channel", $"{only}".ToLowerInvariant());
        }

        if (!string.IsNullOrWhiteSpace(Q))
        {
            query.Add("q", Q);
        }

        if (after is { } last)
        {
            query.Add("after", $"{last}");
        }

        return query.ToQueryString();
    }
}
