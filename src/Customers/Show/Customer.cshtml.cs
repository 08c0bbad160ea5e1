using GridDesk.Staff;
using GridDesk.Staff.Access;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Customers.Show;

/// <summary>One customer: accounts, and every contact over all channels in one line, newest first. The look is recorded first.</summary>
[Needs(Right.SeePersonalData)]
internal sealed class CustomerPage(CustomerDirectory customers, IEnumerable<IContactHistory> histories, CurrentStaff staff, AccessLog looks) : PageModel
{
    public IReadOnlyList<KnownCustomer> Accounts { get; private set; } = [];

    public KnownCustomer Known => Accounts[0];

    public bool MayKeepContacts => staff.Has(Right.KeepContacts);

    public IReadOnlyList<Contact> Contacts { get; private set; } = [];

    public async Task OnGetAsync(Guid id)
    {
        var cancel = HttpContext.RequestAborted;
        Accounts = await customers.AccountsOfAsync(id, cancel);
        if (Accounts.Count == 0)
        {
            throw new Refusal("not-found", "沒有這位用戶。請用查詢再找一次。", "There is no such customer; please search again.");
        }

        await looks.RecordAsync(staff.Id, $"customer:{id:N}", $"/desk/customers/{id}", "customer", cancel);
        List<Contact> contacts = [];
        foreach (var history in histories)
        {
            contacts.AddRange(await history.OfAsync([.. Accounts.Select(a => a.ElectricityNumber)], Known.Phone, cancel));
        }

        Contacts = [.. contacts.OrderByDescending(c => c.At).Take(200)];
    }
}
