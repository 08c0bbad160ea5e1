namespace GridDesk.Customers.Show;

/// <summary>What another part of the office contributes to a customer's contact history: requests, complaints, visits.</summary>
public interface IContactHistory
{
    /// <summary>Contacts that the reader may see, in any order.</summary>
    /// <param name="accounts">The customer's electricity numbers.</param>
    /// <param name="phone">As the office knows it.</param>
    Task<IReadOnlyList<Contact>> OfAsync(IReadOnlyCollection<string> accounts, string phone, CancellationToken cancel = default);
}

/// <summary>One time that the office and a customer had to do with each other.</summary>
/// <param name="Channel">How: at the counter, by telephone, the web.</param>
/// <param name="Href">Where more stands, beginning with <c>~/</c>.</param>
/// <param name="Label">The link's text, such as a case number.</param>
public sealed record Contact(Instant At, Phrase What, Phrase Channel, string? Href = null, string? Label = null);
