using System.Security.Cryptography;
using System.Text.Json;
using GridDesk.Kernel.Data;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Promises;
using GridDesk.Kernel.Time;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace GridDesk.Hall.Signs;

/// <summary>A sign that hangs in a hall, with what it says (plan row 1.2.1.2). While it does not say what is so, somebody owes a new one.</summary>
internal sealed class Sign : Subject
{
    public const string PromiseKind = "sign";

    public required Guid Id { get; init; }
    public required string Site { get; init; }
    public required string Code { get; init; }

    /// <summary>It names people; the event carries its digest.</summary>
    public IReadOnlyList<SignLine> Text { get; private set; } = [];

    public byte[] Salt { get; private set; } = RandomNumberGenerator.GetBytes(16);
    public Instant HungAt { get; private set; }

    /// <summary>Since when it is known not to say what is so; null while it does.</summary>
    public Instant? WrongSince { get; private set; }

    public IReadOnlyList<string> Differs { get; private set; } = [];

    public override string Key => $"sign:{Id:N}";

    public SignHung Hang(IReadOnlyList<SignLine> text, WorkCalendar calendar, Instant now)
    {
        int? days = WrongSince is { } since ? calendar.WorkingDaysBetween(calendar.Today(since), calendar.Today(now)) : null;
        (Text, HungAt, WrongSince, Differs) = (text, now, null, []);
        return new(Site, Code, SaltedText.Digest(Salt, JsonSerializer.Serialize(text, Json.Options)), days);
    }

    /// <summary>In which lines it is wrong now. Wrong people stay wrong over days on which nobody is planned.</summary>
    public IReadOnlyList<string> DiffersFrom(IReadOnlyList<SignLine> now) =>
        [.. SignText.Differences(Text, now), .. Differs.Where(what => what == SignText.Staff && now.All(l => l.What != what))];

    /// <summary>Compared with what is so; null when nothing changed since it was compared last.</summary>
    public IEvent? Compare(IReadOnlyList<SignLine> now, Instant at)
    {
        var differs = DiffersFrom(now);
        if (differs.SequenceEqual(Differs))
        {
            return null;
        }

        var again = WrongSince is not null;
        (Differs, WrongSince) = (differs, differs.Count == 0 ? null : WrongSince ?? at);
        return differs.Count == 0 ? new SignRightAgain(Site, Code) : new SignOutdated(Site, Code, differs, again);
    }

    /// <summary>The duty to hang a new one.</summary>
    public Promise Owed(string department, int days, WorkCalendar calendar, string by, Instant now)
    {
        var promise = new Promise { Id = Guid.CreateVersion7(now.ToDateTimeOffset()), Subject = Key, Kind = PromiseKind, Name = $"{Site}/{Code}", Department = department, ReceivedAt = now, Calendar = "", Policy = new("1", null, new WorkingDays(days)) };
        promise.Start(calendar, by, now);
        return promise;
    }

    private sealed class Mapping : IEntityTypeConfiguration<Sign>
    {
        public void Configure(EntityTypeBuilder<Sign> sign)
        {
            sign.ToTable("signs");
            sign.Property(s => s.Id).ValueGeneratedNever();
            sign.Ignore(s => s.Key);
            sign.Property(s => s.Site).HasMaxLength(40);
            sign.Property(s => s.Code).HasMaxLength(40);
            sign.Property(s => s.Text).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<SignLine>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<SignLine>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            sign.Property(s => s.Differs).HasConversion(
                value => JsonSerializer.Serialize(value, Json.Options),
                stored => JsonSerializer.Deserialize<List<string>>(stored, Json.Options)!,
                new ValueComparer<IReadOnlyList<string>>((one, other) => one!.SequenceEqual(other!), value => value.Count, value => value));
            sign.HasIndex(s => new { s.Site, s.Code }).IsUnique();
        }
    }
}

internal static class SignTables
{
    extension(OfficeDb db)
    {
        public DbSet<Sign> Signs => db.Set<Sign>();
    }
}
