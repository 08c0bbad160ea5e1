using GridDesk.Kernel.Events;

namespace GridDesk.Customers;

/// <summary>Somebody whom the office serves: a person, or an organisation.</summary>
internal sealed class Customer : Subject
{
    public required Guid Id { get; init; }
    public required string Name { get; set; }
    public required string Phone { get; set; }
    public string? Email { get; set; }
    public bool IsOrganisation { get; init; }
    public List<Account> Accounts { get; init; } = [];

    public override string Key => KeyOf(Id);

    public static string KeyOf(Guid id) => $"customer:{id:N}";
}

/// <summary>An electricity account: a number, whose it is, and where the electricity is used.</summary>
internal sealed class Account
{
    /// <summary>The 11 digits.</summary>
    public required string Number { get; init; }
    public required Guid Customer { get; set; }

    /// <summary>Where, on one line.</summary>
    public required string Address { get; init; }
    public required LocalDate Since { get; init; }
}

/// <summary>The office came to know a customer.</summary>
[Event("customer.registered")]
public sealed record CustomerRegistered(int Accounts) : IEvent;
