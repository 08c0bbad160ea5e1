using GridDesk.Kernel.Data;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Notices.Receipts;

internal static class ReceiptTables
{
    extension(OfficeDb db)
    {
        public DbSet<Receipt> Receipts => db.Set<Receipt>();
    }
}

/// <summary>What somebody told us became of a message, whether or not we could believe it.</summary>
internal sealed class Receipt
{
    public required Guid Id { get; init; }
    public required string Provider { get; init; }
    public required Instant At { get; init; }
    public required ReceiptFate Fate { get; set; }

    /// <summary>As the provider calls the message; empty when the receipt could not be read.</summary>
    public required string Reference { get; init; }

    /// <summary>As it was said: delivered, failed.</summary>
    public required string State { get; init; }

    private sealed class Mapping : IEntityTypeConfiguration<Receipt>
    {
        public void Configure(EntityTypeBuilder<Receipt> receipt)
        {
            receipt.ToTable("message_receipts");
            receipt.Property(r => r.Id).ValueGeneratedNever();
            receipt.Property(r => r.Provider).HasMaxLength(40);
            receipt.Property(r => r.Reference).HasMaxLength(200);
            receipt.Property(r => r.State).HasMaxLength(40);
            receipt.HasIndex(r => new { r.Provider, r.At });
            receipt.HasIndex(r => new { r.Provider, r.Reference });
        }
    }
}

internal enum ReceiptFate
{
    /// <summary>The message stands as the receipt says.</summary>
    Taken,

    /// <summary>Known already, or too late to matter.</summary>
    NothingNew,

    /// <summary>We handed no such message to that provider, or it calls several by that name.</summary>
    UnknownMessage,

    /// <summary>Not signed, or not by the provider's key.</summary>
    NotSigned,

    /// <summary>Signed, but not of the expected shape.</summary>
    NotReadable,
}
