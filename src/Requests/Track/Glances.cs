using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;

namespace GridDesk.Requests.Track;

/// <summary>Sealed words that show where one request stands, for five minutes: enough to reload the page, not to keep or pass on.</summary>
internal sealed class Glances(IDataProtectionProvider protection)
{
    private static readonly TimeSpan Lasts = TimeSpan.FromMinutes(5);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("GridDesk.Requests.Track").ToTimeLimitedDataProtector();

    public string Give(Guid request) => _protector.Protect($"{request:N}", Lasts);

    /// <summary>Null when it is not ours or too old.</summary>
    public Guid? Read(string word)
    {
        try
        {
            return Guid.ParseExact(_protector.Unprotect(word), "N");
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
