using GridDesk.Customers;
using GridDesk.Staff;
using GridDesk.Staff.Access;

namespace GridDesk.Requests.Intake;

/// <summary>Opens the counter screen from elsewhere, with all that is known already filled in.</summary>
public sealed class IntakeBeginning
{
    internal const string Origin = "origin";

    private readonly IntakeDrafts _drafts;
    private readonly CustomerDirectory _customers;
    private readonly AccessLog _looks;

    internal IntakeBeginning(IntakeDrafts drafts, CustomerDirectory customers, AccessLog looks) => (_drafts, _customers, _looks) = (drafts, customers, looks);

    /// <param name="service">Code of the service.</param>
    /// <param name="account">Electricity number of the customer; null when nobody knows it.</param>
    /// <param name="origin">Where the request comes from, as events name it.</param>
    /// <returns>Path of the screen, without its first slash.</returns>
    /// <exception cref="Refusal"><c>intake.draft</c>: the clerk has an unfinished one of this service.</exception>
    public async Task<string> BeginAsync(CurrentStaff staff, string service, string? account, string origin, CancellationToken cancel = default)
    {
        var form = new CounterForm(await _drafts.FindAsync(staff.Id, service, cancel));
        if (form[Origin] != origin)
        {
            if (!form.IsEmpty)
            {
                throw new Refusal("intake.draft", "這項服務您還有一份沒送出的。請先到「受理」送出或丟掉它。", "You have an unfinished one of this service. Send it first, or discard it, under “Take in”.", "errand");
            }

            form[Origin] = origin;
            if (staff.Has(Right.SeePersonalData) && await _customers.OfAccountAsync(account, cancel) is { } known)
            {
                await _looks.RecordAsync(staff.Id, $"customer:{known.Id:N}", "/desk/intake", service, cancel);
                form.Fill(known);
            }

            await _drafts.KeepAsync(staff.Id, service, form.Fields, cancel);
        }

        return $"desk/intake/{service}?begun=true";
    }
}
