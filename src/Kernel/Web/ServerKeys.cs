using System.Collections.Concurrent;
using System.Security.Cryptography;
using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Web;

/// <summary>A secret of the office from which codes are derived; made once, the same in every process.</summary>
public sealed class ServerKey
{
    public required string Name { get; init; }
    public required byte[] Secret { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<ServerKey>
    {
        public void Configure(EntityTypeBuilder<ServerKey> key)
        {
            key.ToTable("server_keys");
            key.HasKey(k => k.Name);
            key.Property(k => k.Name).HasMaxLength(40);
        }
    }
}

/// <summary>
/// Codes that stand on a customer's slip: derived from a secret of the office and the request's id, so that they are stored nowhere
/// and a copy of the table of requests gives none away.
/// </summary>
public sealed class ServerKeys
{
    // No I, L, O, U: nothing that is misread, and no words.
    private const string Alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private readonly ConcurrentDictionary<string, byte[]> _known = [];

    /// <summary>Eight letters and digits (40 bits) for a thing.</summary>
    public async Task<string> CodeAsync(OfficeDb db, string purpose, Guid thing, CancellationToken cancel = default)
    {
        var secret = await SecretAsync(db, purpose, () => RandomNumberGenerator.GetBytes(32), cancel);
        var digest = HMACSHA256.HashData(secret, thing.ToByteArray());
        return string.Concat(Enumerable.Range(0, 8).Select(i => Alphabet[digest[i] % 32]));
    }

    /// <summary>A secret of the office, made when it is first asked for; the same in every process from then on.</summary>
    public async Task<byte[]> SecretAsync(OfficeDb db, string name, Func<byte[]> make, CancellationToken cancel = default) =>
        _known.TryGetValue(name, out var known) ? known : _known[name] = await LoadAsync(db, name, make, cancel);

    /// <summary>Compares what a person typed with the code, in constant time; case, spaces, O, I and L do not matter.</summary>
    public static bool Matches(string code, string? typed)
    {
        var read = new string([.. (typed is { Length: <= 40 } ? typed : "").ToUpperInvariant()
            .Select(c => c switch { 'O' => '0', 'I' or 'L' => '1', _ => c }).Where(char.IsAsciiLetterOrDigit)]);
        return CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(code), System.Text.Encoding.UTF8.GetBytes(read.PadRight(8)));
    }

    private static async Task<byte[]> LoadAsync(OfficeDb db, string name, Func<byte[]> make, CancellationToken cancel)
    {
        if (await db.Set<ServerKey>().AsNoTracking().SingleOrDefaultAsync(k => k.Name == name, cancel) is { } stored)
        {
            return stored.Secret;
        }

        var secret = make();
        await db.CommitAsync(() => db.Database.ExecuteSqlAsync($"INSERT INTO server_keys (name, secret) VALUES ({name}, {secret}) ON CONFLICT (name) DO NOTHING", cancel), cancel);
        return (await db.Set<ServerKey>().AsNoTracking().SingleAsync(k => k.Name == name, cancel)).Secret;
    }
}
