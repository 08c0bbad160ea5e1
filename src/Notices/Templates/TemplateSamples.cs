using GridDesk.Bills;
using GridDesk.Customers;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Mass;
using GridDesk.Notices.Reminders;
using GridDesk.Requests;
using GridDesk.Staff;

namespace GridDesk.Notices.Templates;

/// <summary>Finds what a template can be tried with: by the rule of who may see what, masked until the reader asks to see it.</summary>
internal sealed class TemplateSamples(SeenRequests seen, RequestDirectory requests, BillDirectory bills, RequestFields requestFields, ReminderFields billFields, PackInForce pack, PublicAddress address, CurrentStaff staff, IClock clock)
{
    // As long as a real one, of signs that do not change what a text message costs.
    private const string CodeHidden = "********";
    private const string ChoicesHidden = "/contacts/**********************";

    private static readonly Phrase Example = new("這是例子，不是真的用戶", "This is an example, not a real customer");

    /// <param name="number">Of a case; null for the one that was taken in last.</param>
    /// <param name="shown">The reader asked to see who it is.</param>
    /// <exception cref="Refusal"><c>request.unknown-number</c>, <c>forbidden</c></exception>
    public async Task<TemplateSample> OfAsync(MessageTemplate template, string? number, bool shown, CancellationToken cancel) => template.About switch
    {
        "request" => await RequestAsync(number, shown, cancel),
        "bill" => await BillAsync(cancel),
        "contact" => new(Example, null, null, false, (channel, language) => new Dictionary<string, string>
        {
            ["code"] = channel is MessageChannel.Voice ? "1 2 3 4 5 6" : "123456",
            ["minutes"] = "10",
            ["office"] = pack.Office.Name.In(language),
        }),
        TemplateFields.Mass => OfMass(Example, MassExample()),
        _ => new(Example, null, null, false, (channel, language) => Filling.FieldsOf(string.Concat(TemplateText.Of(template).Select(t => t.Text))).ToDictionary(f => f, f => new Phrase($"［{f} 的內容］", $"[the {f}]").In(language))),
    };

    private async Task<TemplateSample> RequestAsync(string? number, bool shown, CancellationToken cancel)
    {
        var mayLook = staff.Has(Right.SeePersonalData) || staff.Has(Right.SeeMaskedData);
        var one = !mayLook ? null : string.IsNullOrWhiteSpace(number) ? await seen.NewestAsync(cancel) : await seen.FindAsync(number, cancel);
        if (one is null || await requests.FindAsync(one.Key, cancel) is not { } facts)
        {
            var example = new RequestFacts($"{pack.Office.Code}108-00001-X", "ABCD2345", "陳玉蘭", pack.Office.Phone, null, null, new("過戶", "Change of holder"), pack.Office.Name, pack.Office.Phone,
                pack.Calendar.Today(clock.Now()).PlusDays(7), new("已受理，辦理中。", "Accepted; we are working on it."), false, "嘉義市東區民權路一號", null)
            {
                Stands = new("ok", new("辦理中", "In progress")),
                Status = RequestStatus.InProgress,
                WaitsForCustomer = false,
            };
            return Of(example, Example, null, null, false);
        }

        var said = shown ? facts : facts with { CustomerName = Masked.Name(facts.CustomerName), Code = CodeHidden, Address = facts.Address is { } line ? Masked.Address(line) : null };
        return Of(said, Phrase.Same($"{one.Name} {facts.Service}"), one.Key, one.Name, !shown);
    }

    private TemplateSample Of(RequestFacts facts, Phrase name, string? subject, string? number, bool isMasked) => new(name, subject, number, isMasked, (_, language) => With(requestFields.Of(facts, language), language),
        $"{facts.Address ?? new Phrase("（沒有地址，印的時候要填）", "(no address; it is typed when the letter is printed)").ToString()}\n{Filling.Plain(facts.CustomerName)}");

    private async Task<TemplateSample> BillAsync(CancellationToken cancel)
    {
        var today = pack.Calendar.Today(clock.Now());
        var bill = staff.Has(Right.RemindOfBills) ? (await bills.OpenDueAsync(today, today.PlusDays(60), null, 1, cancel)).FirstOrDefault() : null;
        var shown = bill ?? new("000", "19000000012", new LocalDate(today.Year, today.Month, 1), Money.OfDollars(1234), today.PlusDays(3), BillState.Open, null, null);
        return new(bill is null ? Example : new($"電號 {Masked.ElectricityNumber(shown.Account)} 的帳單", $"A bill of account {Masked.ElectricityNumber(shown.Account)}"), null, null, bill is not null,
            (_, language) => billFields.Of(shown.Account, shown.Amount, shown.DueOn, shown.Month, language, Choices(language)));
    }

    public TemplateSample OfMass(Phrase name, MassFacts facts) => new(name, null, null, false, (_, language) => With(facts.FieldsIn(language, pack), language));

    private MassFacts MassExample()
    {
        var nine = (pack.Calendar.Today(clock.Now()).PlusDays(2) + new LocalTime(9, 0)).InZoneLeniently(pack.Calendar.Zone).ToInstant();
        return new MassFacts(new("東區民族路1號到99號", "1 to 99 Minzu Road, East District"), new("更換變壓器", "a transformer is replaced"), nine, nine + Duration.FromHours(3));
    }

    private Dictionary<string, string> With(IReadOnlyDictionary<string, string> fields, Language language) => new(fields) { [TemplateFields.Choices] = Choices(language) };

    private string Choices(Language language) => address.Of(language) + ChoicesHidden;
}
