using GridDesk.Kernel.Forms;

namespace GridDesk.Customers.Contacts;

/// <summary>
/// An address as it is kept: an e-mail in small letters, for a mailbox is the same however its letters are written; a telephone number as
/// the phone field writes it, with + from abroad.
/// </summary>
public sealed record ContactAddress(ContactKind Kind, string Address)
{
    /// <summary>Reads what somebody typed; what has an @ is meant as an e-mail address.</summary>
    /// <exception cref="Refusal">It is neither, at <paramref name="field"/>; <c>contact.extension</c>: a machine cannot dial an extension.</exception>
    public static ContactAddress Read(FieldKinds kinds, string? typed, string field)
    {
        if (string.IsNullOrWhiteSpace(typed))
        {
            throw new Refusal("contact.address", "請填手機、市話或電子郵件。", "Enter a telephone number or an e-mail address.", field);
        }

        if (HalfWidth.Of(typed).Contains('@', StringComparison.Ordinal))
        {
            return Of(ContactKind.Email, kinds.ReadText("email", typed, field));
        }

        var number = kinds.ReadText("phone", typed, field);
        return !number.Contains('#', StringComparison.Ordinal) ? new(ContactKind.Phone, number)
            : throw new Refusal("contact.extension", "分機收不到簡訊，也不能自動撥打，請留手機或專線。", "An extension takes no text message and cannot be dialled by a machine; please leave a mobile or a direct number.", field);
    }

    /// <summary>An address that was read before, wherever it stands.</summary>
    public static ContactAddress Of(ContactKind kind, string address) => new(kind, kind is ContactKind.Email ? address.ToLowerInvariant() : address);

    /// <summary>A mobile number, or one abroad of which we do not know; a landline of this country can only be called.</summary>
    internal static bool TakesText(ContactKind kind, string address) => kind is ContactKind.Phone && address is ['0', '9', ..] or ['+', ..];
}
