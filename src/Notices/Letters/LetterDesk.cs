using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;
using GridDesk.Requests;

namespace GridDesk.Notices.Letters;

/// <summary>
/// Letters. Printing one is sending a message: it is written once and never again, so that a copy has the same words and the same date,
/// it stands with the case, and the day that it names is told.
/// </summary>
internal sealed class LetterDesk(OfficeDb db, EventLog events, MessageDesk messages, RequestDirectory requests, RequestFields fields, PackInForce pack, IClock clock)
{
    /// <summary>Who carries a letter, as far as we know: it left the printer.</summary>
    public const string Printer = "print";

    private const int LongestAddress = 150;
    private const int LongestTo = 254;

    /// <summary>What can be said by letter today.</summary>
    public IReadOnlyList<MessageTemplate> Templates => [.. pack.Pack.All<MessageTemplate>().InForce(pack.Calendar.Today(clock.Now())).Where(t => t.Letter is not null).OrderBy(t => t.Code, StringComparer.Ordinal)];

    /// <summary>The day that a letter would name has passed: nobody promises that.</summary>
    public bool IsOver(RequestFacts request) => (request.NewDay ?? request.Told) < pack.Calendar.Today(clock.Now());

    /// <summary>How it would read.</summary>
    /// <exception cref="Refusal"><c>letter.kind</c>, <c>letter.address</c>, <c>letter.address-long</c>, <c>letter.day-over</c></exception>
    public Letter Write(RequestFacts request, LetterToWrite wanted)
    {
        var template = Templates.FirstOrDefault(t => t.Code == wanted.Kind) ?? throw new Refusal("letter.kind", "請選要印哪一種信。", "Choose what the letter says.", "kind");
        var address = Filling.Plain(wanted.Address ?? "");
        var to = $"{address}\n{Filling.Plain(request.CustomerName)}";
        if (address.Length == 0 || address.Length > LongestAddress || to.Length > LongestTo)
        {
            throw address.Length == 0
                ? new Refusal("letter.address", "請填寄到哪裡。", "Write the address that it goes to.", "address")
                : new Refusal("letter.address-long", $"地址太長了，最多 {LongestAddress} 字。", $"The address is too long: at most {LongestAddress} characters.", "address");
        }

        if (IsOver(request))
        {
            throw new Refusal("letter.day-over", "告訴用戶的完成日已經過了，不能再印。請先在案件頁告知新的完成日。", "The day that the customer was told is over, so no letter can name it. Tell a new day on the page of the case first.");
        }

        var said = request with { Told = request.NewDay ?? request.Told };
        var (values, words) = (fields.Of(said, wanted.Language), template.Letter!);
        return new(template, to, Filling.Fill(words.Title.In(wanted.Language), values), Filling.Fill(words.Text.In(wanted.Language), values), values, said.Told);
    }

    /// <exception cref="Refusal"><c>letter.closed</c>, and those of <see cref="Write"/>.</exception>
    public Task<Message> PrintAsync(SeenRequest request, LetterToWrite wanted, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        if (!request.IsOpen || await requests.FindAsync(request.Key, cancel) is not { } facts)
        {
            throw new Refusal("letter.closed", "案件還沒受理，或已經結案，不能再印新的信；以前印過的可以再印。", "The case is not accepted yet, or closed: no new letter can be printed. One printed before can be printed again.");
        }

        var letter = Write(facts, wanted);
        var message = await messages.QueueAsync(letter.Template, new(request.Key, MessageChannel.Letter, letter.To, wanted.Language, $"{request.Key}:letter:{wanted.Id:N}", letter.Promised), letter.Fields, by, cancel);
        if (message.HandOver(Printer, null, clock.Now()) is { } printed)
        {
            events.Record(message, printed, by);
            if (message.Tells is { } day)
            {
                await requests.TellAsync(request.Key, day, cancel);
            }

            await requests.ToldByLetterAsync(request.Key, by, cancel);
        }

        return message;
    }, cancel);

    /// <exception cref="Refusal"><c>not-found</c></exception>
    public async Task<Message> GetAsync(Guid id, CancellationToken cancel = default) =>
        await db.Messages.SingleOrDefaultAsync(m => m.Id == id && m.Channel == MessageChannel.Letter, cancel)
        ?? throw new Refusal("not-found", "沒有這封信。", "There is no such letter.");

    public Task PrintAgainAsync(Guid id, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var letter = await GetAsync(id, cancel);
        events.Record(letter, letter.PrintAgain(), by);
    }, cancel);

    /// <summary>The post brought it back: somebody has to tell the customer otherwise.</summary>
    /// <exception cref="Refusal"><c>letter.why</c>, <c>letter.back-already</c></exception>
    public Task CameBackAsync(Guid id, string? why, Actor by, CancellationToken cancel = default) => db.CommitAsync(async () =>
    {
        var reason = Filling.Plain(why ?? "") is { Length: > 0 and <= 200 } said ? said
            : throw new Refusal("letter.why", "請寫信封上的退回原因，最多 200 字，例如：查無此人。", "Write what stands on the envelope, in at most 200 characters, such as: not known here.", "why");
        var letter = await GetAsync(id, cancel);
        events.Record(letter, letter.Fail(FailureKind.Permanent, reason, clock.Now()) ?? throw new Refusal("letter.back-already", "這封信已經登記退回了。", "That it came back is recorded already."), by);
    }, cancel);
}

/// <param name="Id">Chosen when the form was opened, so that pressing twice prints one letter.</param>
/// <param name="Kind">Code of the template.</param>
internal sealed record LetterToWrite(Guid Id, string? Kind, Language Language, string? Address);

/// <summary>A letter as it reads.</summary>
/// <param name="To">The lines in the window: the address, then the name.</param>
/// <param name="Promised">The day that the customer is told, where the template names it.</param>
internal sealed record Letter(MessageTemplate Template, string To, string Title, string Text, IReadOnlyDictionary<string, string> Fields, LocalDate? Promised);
