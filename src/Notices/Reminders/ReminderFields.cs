using GridDesk.Customers;
using GridDesk.Customers.Contacts;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Reminders;

/// <summary>What the fields of a template about a bill mean; see <see cref="TemplateFields"/>.</summary>
internal sealed class ReminderFields(ContactDirectory contacts, PackInForce pack, PublicAddress address)
{
    public async Task<IReadOnlyDictionary<string, string>> OfAsync(Chosen one, CancellationToken cancel)
    {
        var (language, month) = (one.To.Language, one.Bills[0].Month);
        return new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["account"] = Masked.ElectricityNumber(one.Account),
            ["ending"] = string.Join(' ', one.Account[^3..].AsEnumerable()), // a machine cannot read asterisks out
            ["amount"] = $"{one.Amount}",
            ["due"] = RocDate.ShowWithWeekday(one.DueOn).In(language),
            ["month"] = new Phrase($"{RocDate.YearOf(month)}年{month.Month}月", $"{month.Year}-{month.Month:00}").In(language),
            ["phone"] = pack.Office.Phone,
            ["choices"] = address.Of(language) + await contacts.ChoicesAsync(one.To.Kind, one.To.Address, language, cancel),
            ["office"] = pack.Office.Name.In(language),
        };
    }
}
