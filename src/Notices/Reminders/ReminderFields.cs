using GridDesk.Customers;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Reminders;

/// <summary>What the fields of a template about a bill mean; see <see cref="TemplateFields"/>.</summary>
internal sealed class ReminderFields(ContactDirectory contacts, PackInForce pack, PublicAddress address)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Chosen one, CancellationToken cancel) =>
        Of(one.Account, one.Amount, one.DueOn, one.Bills[0].Month, one.To.Language, address.Of(one.To.Language) + await contacts.ChoicesAsync(one.To.Kind, one.To.Address, one.To.Language, cancel));

    /// <param name="choices">Link to the page on which the receiver decides what they get.</param>
    public IReadOnlyDictionary<string, string> Of(string account, Money amount, LocalDate due, LocalDate month, Language language, string choices) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["account"] = language is Language.English ? Masked.ElectricityNumber(account).Replace('＊', '*') : Masked.ElectricityNumber(account), // one wide sign would make an English text message twice as dear
        ["ending"] = string.Join(' ', account[^3..].AsEnumerable()), // a machine cannot read asterisks out
        ["amount"] = $"{amount}",
        ["due"] = RocDate.ShowWithWeekday(due).In(language),
        ["month"] = new Phrase($"{RocDate.YearOf(month)}年{month.Month}月", $"{month.Year}-{month.Month:00}").In(language),
        ["phone"] = pack.Office.Phone,
        [TemplateFields.Choices] = choices,
        ["office"] = pack.Office.Name.In(language),
    };
}
