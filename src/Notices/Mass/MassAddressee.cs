using GridDesk.Customers.Contacts;

namespace GridDesk.Notices.Mass;

/// <summary>One address that a mass notice goes to, once, for all of its accounts.</summary>
internal sealed class MassAddressee
{
    private const string Prefix = "mass-addressee:";

    public required Guid Id { get; init; }
    public required Guid Notice { get; init; }
    public required ContactKind Kind { get; init; }

    /// <summary>Private.</summary>
    public required string Address { get; init; }

    public required Language Language { get; init; }
    public required MessageChannel Channel { get; init; }

    /// <summary>Its message; null while it has not been put into the queue.</summary>
    public Guid? Message { get; set; }

    /// <summary>What its message is about; of its own, so that nobody waits behind somebody else.</summary>
    public string Key => $"{Prefix}{Id:N}";

    /// <summary>The addressee that a message is about; null when it is about something else.</summary>
    public static Guid? IdIn(string about) => about.StartsWith(Prefix, StringComparison.Ordinal) ? Guid.Parse(about.AsSpan(Prefix.Length)) : null;
}

/// <summary>An account that a mass notice is about, and an address that hears of it for that account.</summary>
internal sealed class MassAccount
{
    public required Guid Id { get; init; }
    public required Guid Notice { get; init; }

    /// <summary>Digits of its electricity number.</summary>
    public required string Account { get; init; }

    /// <summary>Null when nobody agreed for the account.</summary>
    public Guid? Addressee { get; init; }
}

/// <summary>The accounts as they were given, digits without anything between them; read a page at a time.</summary>
internal sealed class MassList
{
    public const int Digits = 11;

    public required Guid Notice { get; init; }
    public required string Numbers { get; init; }
}
