using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;

namespace GridDesk.Notices.Templates;

/// <summary>The templates of the pack: those in force, those to come, and how much is said with them.</summary>
internal sealed class TemplateList(OfficeDb db, PackInForce pack, IClock clock)
{
    public const int Days = 30;

    private LocalDate Today => pack.Calendar.Today(clock.Now());

    public LocalDate Tomorrow => Today.PlusDays(1);

    /// <summary>In the order of codes; of a code that which holds today, and after it those to come.</summary>
    public async Task<IReadOnlyList<TemplateRow>> AllAsync(CancellationToken cancel)
    {
        var since = clock.Now() - Duration.FromDays(Days);
        var sent = await db.LeftMessages.AsNoTracking().Where(m => m.ChangedAt >= since)
            .GroupBy(m => new { m.Template, m.Definition }).Select(g => new { g.Key.Template, g.Key.Definition, Count = g.Count() }).ToListAsync(cancel);
        var all = pack.Pack.All<MessageTemplate>();
        return
        [
            .. all.GroupBy(t => t.Code).OrderBy(g => g.Key, StringComparer.Ordinal).SelectMany(g => g.Where(t => t == all.InForce(t.Code, Today) || t.ValidFrom > Today).OrderBy(t => t.ValidFrom))
                .Select(t => new TemplateRow(t, t.ValidFrom > Today, sent.Where(s => s.Template == t.Code && s.Definition == t.ValidFrom.ToString("uuuu-MM-dd", null)).Sum(s => s.Count))),
        ];
    }

    /// <summary>The version that holds today, or the first that will.</summary>
    /// <exception cref="Refusal"><c>not-found</c></exception>
    public MessageTemplate Get(string code)
    {
        var all = pack.Pack.All<MessageTemplate>();
        return all.InForce(code, Today) ?? all.Where(t => t.Code == code).MinBy(t => t.ValidFrom) ?? throw new Refusal("not-found", "沒有這個範本。", "There is no such template.");
    }

    /// <summary>A version that begins that day exists already.</summary>
    public bool Exists(string code, LocalDate validFrom) => pack.Pack.All<MessageTemplate>().Any(t => t.Code == code && t.ValidFrom == validFrom);
}

/// <param name="Sent">How many messages left with this version in the last days.</param>
internal sealed record TemplateRow(MessageTemplate Template, bool IsToCome, int Sent)
{
    public Phrase Purpose => ContactPurpose.Of(Template.Purpose).Name;

    public Phrase About => TemplateFields.WordsOf(Template.About);

    public IReadOnlyList<MessageChannel> Channels => [.. Enum.GetValues<MessageChannel>().Where(c => Template.Over(c) is not null)];
}
