using System.Security.Cryptography;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Kernel.Seals;

/// <summary>
/// Closes over events that can no longer be joined by others: Merkle root and count of their hashes, and the seal before.
/// Whoever changes, removes or adds an event afterwards cannot make the seals agree again.
/// </summary>
public sealed class Seal
{
    public required int Number { get; init; }
    public required int Count { get; init; }
    public required byte[] Root { get; init; }
    public required byte[] Previous { get; init; }
    public required byte[] Hash { get; init; }
    public required Instant SealedAt { get; init; }

    internal static Seal Over(IReadOnlyList<byte[]> hashes, Seal? previous, Instant now)
    {
        var number = (previous?.Number ?? 0) + 1;
        var root = MerkleRoot(hashes);
        var before = previous?.Hash ?? [];
        return new Seal { Number = number, Count = hashes.Count, Root = root, Previous = before, Hash = HashOf(number, hashes.Count, root, before, now), SealedAt = now };
    }

    internal static byte[] HashOf(int number, int count, byte[] root, byte[] previous, Instant at) =>
        SHA256.HashData([.. BitConverter.GetBytes(number), .. BitConverter.GetBytes(count), .. root, .. previous, .. BitConverter.GetBytes(at.ToUnixTimeTicks())]);

    /// <summary>The root of a binary hash tree; leaves and nodes are marked apart (RFC 9162 §2.1), so a node cannot pass for a leaf.</summary>
    internal static byte[] MerkleRoot(IReadOnlyList<byte[]> hashes)
    {
        if (hashes.Count == 0)
        {
            return SHA256.HashData([]);
        }

        var level = hashes.Select(h => SHA256.HashData([0, .. h])).ToList();
        while (level.Count > 1)
        {
            level = [.. level.Chunk(2).Select(pair => pair.Length == 2 ? SHA256.HashData([1, .. pair[0], .. pair[1]]) : pair[0])];
        }

        return level[0];
    }

    private sealed class Mapping : IEntityTypeConfiguration<Seal>
    {
        public void Configure(EntityTypeBuilder<Seal> seal)
        {
            seal.ToTable("seals");
            seal.HasKey(s => s.Number);
            seal.Property(s => s.Number).ValueGeneratedNever();
        }
    }
}
