using GridDesk.Customers;
using GridDesk.Customers.Fields;
using GridDesk.Kernel.Forms;
using GridDesk.Staff;
using GridDesk.Ui.Fields;

namespace GridDesk.Requests.Intake;

/// <summary>Who it is that stands at the counter: by electricity number, name or telephone.</summary>
internal sealed partial class IntakePage
{
    public IReadOnlyList<KnownCustomer> Found { get; private set; } = [];

    public bool FoundNobody { get; private set; }

    public bool MayFind => staff.Has(Right.SeePersonalData);

    private async Task FindAsync(string? account)
    {
        if (!MayFind)
        {
            return;
        }

        var isNumber = ElectricityNumber.TryParse(Typed["find"], out var typed);
        var (asked, number) = (isNumber ? "" : Typed["find"], account ?? (isNumber ? typed!.Digits : Typed["electricityNumber"]));
        Found = asked.Length > 0 && account is null ? await customers.SearchAsync(asked, 8, Cancel) : [];
        var known = Found is [var only] ? only : Found.Count > 0 ? null : await customers.OfAccountAsync(Digits(number), Cancel);
        FoundNobody = (isNumber || asked.Length > 0) && known is null && Found.Count == 0;
        if (known is not null)
        {
            if (Typed["known"] != $"{known.Id}")
            {
                await looks.RecordAsync(staff.Id, $"customer:{known.Id:N}", "/desk/intake", Service.Code, Cancel);
            }

            Typed.Fill(known);
            Typed["find"] = "";
            Found = [];
        }
    }

    private static string Digits(string number) => string.Concat(HalfWidth.Of(number).Where(char.IsAsciiDigit));
}
