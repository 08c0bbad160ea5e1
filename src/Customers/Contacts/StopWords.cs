using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace GridDesk.Customers.Contacts;

/// <summary>
/// A sealed word that says which address wants no more of what; stands in the List-Unsubscribe header of mails. It is stored nowhere, so
/// that sending writes nothing more, and nobody can make one.
/// </summary>
internal sealed class StopWords(IDataProtectionProvider protection)
{
    private readonly IDataProtector _seal = protection.CreateProtector("contacts.stop");

    public string Seal(ContactAddress address, string purpose) => _seal.Protect($"{purpose} {address.Kind} {address.Address}");

    /// <exception cref="Refusal"><c>not-found</c>: not made here.</exception>
    public (ContactAddress Address, ContactPurpose Purpose) Open(string sealedWord)
    {
        try
        {
            var parts = _seal.Unprotect(sealedWord).Split(' ', 3);
            return (new(Enum.Parse<ContactKind>(parts[1]), parts[2]), ContactPurpose.Of(parts[0]));
        }
        catch (CryptographicException)
        {
            throw new Refusal("not-found", "這個連結不完整，請從信裡再點一次。", "This link is incomplete; please open it from the message again.");
        }
    }
}
