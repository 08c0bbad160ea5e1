using GridDesk.Kernel.Data;
using GridDesk.Kernel.Search;

namespace GridDesk.Customers;

/// <summary>What other modules may ask about customers.</summary>
public sealed class CustomerDirectory(OfficeDb db)
{
    // Of a common name only the newest are put in order; whoever searches types more.
    private const int Looked = 200;

    /// <summary>Whose account an electricity number is; null when the office does not know it.</summary>
    public async Task<KnownCustomer?> OfAccountAsync(string? electricityNumber, CancellationToken cancel = default)
    {
        if (electricityNumber is null)
        {
            return null;
        }

        return await db.Accounts.AsNoTracking().Where(a => a.Number == electricityNumber)
            .Join(db.Customers, a => a.Customer, c => c.Id, (a, c) => new KnownCustomer(c.Id, c.Name, c.Phone, c.Email, c.IsOrganisation, a.Number, a.Address))
            .SingleOrDefaultAsync(cancel);
    }

    /// <summary>Customers by name, phone, electricity number or address, best known first; at most <paramref name="atMost"/> accounts.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> SearchAsync(string? query, int atMost = 10, CancellationToken cancel = default)
    {
        var asked = SearchWords.Asked(query);
        if (asked.Count == 0)
        {
            return [];
        }

        var found = await SearchIndex.NewestAsync(db, "customer", asked, null, Looked, cancel);
        return await db.Customers.AsNoTracking().Where(c => found.Contains(c.Id)).OrderBy(c => c.Name).ThenBy(c => c.Id)
            .SelectMany(c => c.Accounts, (c, a) => new KnownCustomer(c.Id, c.Name, c.Phone, c.Email, c.IsOrganisation, a.Number, a.Address))
            .Take(atMost).ToListAsync(cancel);
    }

    /// <summary>The first accounts in the order of their numbers, whoever they belong to.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> FirstAsync(int atMost, CancellationToken cancel = default) =>
        await db.Accounts.AsNoTracking().OrderBy(a => a.Number).Take(atMost)
            .Join(db.Customers, a => a.Customer, c => c.Id, (a, c) => new KnownCustomer(c.Id, c.Name, c.Phone, c.Email, c.IsOrganisation, a.Number, a.Address))
            .ToListAsync(cancel);

    /// <summary>A customer and all accounts; empty when there is no such customer.</summary>
    public async Task<IReadOnlyList<KnownCustomer>> AccountsOfAsync(Guid customer, CancellationToken cancel = default) =>
        await db.Customers.AsNoTracking().Where(c => c.Id == customer)
            .SelectMany(c => c.Accounts.OrderBy(a => a.Number), (c, a) => new KnownCustomer(c.Id, c.Name, c.Phone, c.Email, c.IsOrganisation, a.Number, a.Address))
            .ToListAsync(cancel);
}

/// <summary>A customer with one of the accounts.</summary>
public sealed record KnownCustomer(Guid Id, string Name, string Phone, string? Email, bool IsOrganisation, string ElectricityNumber, string Address);
