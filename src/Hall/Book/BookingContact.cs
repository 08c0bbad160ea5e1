using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using GridDesk.Kernel.Forms;

namespace GridDesk.Hall.Book;

/// <summary>Who comes and how they are reached: private; the events carry its digest.</summary>
internal sealed record BookingContact(string Name, string Phone, string? Email, Language Language)
{
    public const int LongestName = 100;

    /// <exception cref="Refusal"><c>booking.name</c>, or that of the telephone or the e-mail.</exception>
    /// <exception cref="Refusals">Several of them.</exception>
    public static BookingContact Read(string? name, string? phone, string? email, Language language, FieldKinds kinds)
    {
        List<Refusal> wrong = [];
        var called = Refusals.Tried(wrong, () => ReadName(name, kinds));
        var number = Refusals.Tried(wrong, () => kinds.ReadText("phone", phone ?? "", "phone"));
        var mail = string.IsNullOrWhiteSpace(email) ? null : Refusals.Tried(wrong, () => kinds.ReadText("email", email, "email"));
        Refusals.ThrowIfAny(wrong);
        return new(called!, number!, mail, language);
    }

    public string Digest(byte[] salt) => Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(JsonSerializer.Serialize(new { Name, Phone, Email }, Json.Options))]));

    private static string ReadName(string? name, FieldKinds kinds) => name?.Trim() is { Length: > 0 and <= LongestName } typed ? kinds.ReadText("text", typed, "name")
        : throw new Refusal("booking.name", $"請寫來的人的姓名，最多 {LongestName} 字。", $"Write the name of whoever comes, in at most {LongestName} characters.", "name");
}
