using System.Text.Json;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Messages;

internal sealed class HallMessageTable : IEntityTypeConfiguration<HallMessage>
{
    public void Configure(EntityTypeBuilder<HallMessage> message)
    {
        message.ToTable("hall_messages");
        message.Property(m => m.Id).ValueGeneratedNever();
        message.Ignore(m => m.Key);
        message.Ignore(m => m.Text);
        message.Ignore(m => m.Hangs);
        message.Property(m => m.Site).HasMaxLength(40);
        message.Property(m => m.Zh).HasMaxLength(HallMessageWish.LongestChinese * HallMessageWish.MostOfALetter);
        message.Property(m => m.En).HasMaxLength(HallMessageWish.Longest * HallMessageWish.MostOfALetter);
        message.Property(m => m.WrittenBy).HasMaxLength(60);
        message.Property(m => m.Media).HasMaxLength(80).HasConversion(
            value => JsonSerializer.Serialize(value, Json.Options),
            stored => JsonSerializer.Deserialize<List<HallMedium>>(stored, Json.Options)!,
            new ValueComparer<IReadOnlyList<HallMedium>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
        message.HasIndex(m => new { m.Site, m.Until });
    }
}
