using System.Security.Cryptography;
using System.Text;
using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Contacts;

/// <summary>
/// Six digits sent to an address, by which its holder proves that it is theirs. They are drawn when the message is written, and stand
/// nowhere but in it; here lies a digest that takes longer to search than the code lives.
/// </summary>
internal sealed class ContactCode
{
    private const int MostTries = 5;
    private const int Rounds = 50_000;

    public static readonly Duration Lives = Duration.FromMinutes(10);

    /// <summary>The address; it has one code at a time.</summary>
    public required Guid Point { get; init; }

    /// <summary>Null until it is drawn.</summary>
    public byte[]? Digest { get; private set; }

    public byte[] Salt { get; private set; } = [];
    public Instant? ExpiresAt { get; private set; }
    public int Tries { get; private set; }

    /// <summary>Another one is wanted; the one before is worth nothing any more.</summary>
    public void Ask() => (Digest, ExpiresAt, Tries) = (null, null, 0);

    /// <summary>The digits, this once; null when they were drawn already.</summary>
    public string? Draw(Instant now)
    {
        if (Digest is not null)
        {
            return null;
        }

        var code = RandomNumberGenerator.GetInt32(1_000_000).ToString("D6", null);
        Salt = RandomNumberGenerator.GetBytes(16);
        (Digest, ExpiresAt) = (DigestOf(code), now + Lives);
        return code;
    }

    /// <summary>Whether what somebody read out is the code. Every call counts as a try.</summary>
    /// <exception cref="Refusal"><c>contact.code-expired</c>, <c>contact.code-tries</c></exception>
    public bool Try(string? typed, Instant now)
    {
        if (Digest is null || ExpiresAt is not { } end || now >= end)
        {
            throw new Refusal("contact.code-expired", "驗證碼過期了，請再寄一次。", "The code has expired; please send another one.", "code");
        }

        if (Tries >= MostTries)
        {
            throw new Refusal("contact.code-tries", "試太多次了，請再寄一個新的驗證碼。", "Too many tries; please send a new code.", "code");
        }

        Tries++;
        var read = string.Concat(HalfWidth.Of(typed is { Length: <= 40 } ? typed : "").Where(char.IsAsciiDigit));
        return CryptographicOperations.FixedTimeEquals(Digest, DigestOf(read));
    }

    private byte[] DigestOf(string code) => Rfc2898DeriveBytes.Pbkdf2(Encoding.ASCII.GetBytes(code), Salt, Rounds, HashAlgorithmName.SHA256, 32);
}
