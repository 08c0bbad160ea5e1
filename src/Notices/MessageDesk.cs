using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices;

/// <summary>What the office sends: queued in the save of what caused it, carried out after it.</summary>
internal sealed class MessageDesk(OfficeDb db, EventLog events, PackInForce pack, ContactDirectory contacts, PublicAddress address, IClock clock)
{
    /// <summary>The template in force today; null when the pack has none of that code.</summary>
    public MessageTemplate? TemplateOf(string code) => pack.Pack.All<MessageTemplate>().InForce(code, pack.Calendar.Today(clock.Now()));

    /// <summary>Those in force today.</summary>
    public IReadOnlyList<MessageTemplate> TemplatesAbout(string about) => [.. pack.Pack.All<MessageTemplate>().Select(t => t.Code).Distinct().Select(TemplateOf).OfType<MessageTemplate>().Where(t => t.About == about)];

    /// <summary>Queues one message; the same cause makes it once, whoever asks and however often. Belongs inside <see cref="OfficeDb.CommitAsync{T}"/>.</summary>
    /// <param name="fields">What the template's fields mean in this language.</param>
    /// <exception cref="Refusal"><c>message.channel</c>: the template says nothing over that channel.</exception>
    public async Task<Message> QueueAsync(MessageTemplate template, MessageToSend wanted, IReadOnlyDictionary<string, string> fields, Actor by, CancellationToken cancel = default)
    {
        if (await db.Messages.SingleOrDefaultAsync(m => m.Cause == wanted.Cause, cancel) is { } before)
        {
            return before;
        }

        var (title, text) = template.Over(wanted.Channel)
            ?? throw new Refusal("message.channel", "這個範本沒有這個管道的內容。", "This template says nothing over that channel.", "channel");
        fields = await WithChoicesAsync(fields, $"{title.In(wanted.Language)} {text.In(wanted.Language)}", wanted, cancel);
        var now = clock.Now();
        var message = new Message
        {
            Id = Guid.CreateVersion7(now.ToDateTimeOffset()),
            About = wanted.About,
            Channel = wanted.Channel,
            Template = template.Code,
            Definition = template.ValidFrom.ToString("uuuu-MM-dd", null),
            Purpose = template.Purpose,
            Language = wanted.Language,
            To = wanted.To,
            Title = Filling.Fill(title.In(wanted.Language), fields),
            Text = Filling.Fill(text.In(wanted.Language), fields),
            Tells = Filling.FieldsOf($"{title.Zh} {text.Zh}").Contains(TemplateFields.Promised) ? wanted.Promised : null,
            Cause = wanted.Cause,
            QueuedAt = now,
        };
        db.Add(message);
        var thread = await db.MessageThreads.FindAsync([wanted.About, wanted.Channel], cancel);
        if (thread is null)
        {
            db.Add(thread = new MessageThread { About = wanted.About, Channel = wanted.Channel });
        }

        events.Record(thread, thread.Queue(message), by);
        return message;
    }

    // Only where the text names it: the address gets a page of its own by that.
    private async Task<IReadOnlyDictionary<string, string>> WithChoicesAsync(IReadOnlyDictionary<string, string> fields, string text, MessageToSend wanted, CancellationToken cancel) =>
        wanted.Channel.Reaches is { } kind && Filling.FieldsOf(text).Contains(TemplateFields.Choices)
            ? new Dictionary<string, string>(fields) { [TemplateFields.Choices] = address.Of(wanted.Language) + await contacts.ChoicesAsync(kind, wanted.To, wanted.Language, cancel) }
            : fields;
}

/// <param name="About">Key of what it is about.</param>
/// <param name="Cause">Names what caused it: the id of an event, the key of a caller.</param>
/// <param name="Promised">The day that the office promises; told when the message names it.</param>
internal sealed record MessageToSend(string About, MessageChannel Channel, string To, Language Language, string Cause, LocalDate? Promised = null);
