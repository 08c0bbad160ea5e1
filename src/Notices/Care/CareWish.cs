using GridDesk.Kernel.Forms;

namespace GridDesk.Notices.Care;

/// <summary>What somebody asked for on the telephone, read and checked.</summary>
internal sealed record CareWish(string Name, string Phone, IReadOnlyList<string> Materials, CareWay Way, string To)
{
    private const int LongestName = 100;

    /// <exception cref="Refusal">Something is missing or cannot be right.</exception>
    /// <exception cref="Refusals">Several things.</exception>
    public static CareWish Read(string? name, string? phone, IReadOnlyList<string>? materials, CareWay? way, string? to, CareList list, FieldKinds kinds)
    {
        List<Refusal> wrong = [];
        if (name?.Trim() is not { Length: > 0 and <= LongestName })
        {
            wrong.Add(new("care.name", $"請寫用戶的姓名，最多 {LongestName} 字。", $"Write the customer’s name, in at most {LongestName} characters.", "name"));
        }

        if (materials is not { Count: > 0 } || materials.Any(m => list.Materials.All(known => known.Code != m)))
        {
            wrong.Add(new("care.materials", "請選用戶要什麼資料。", "Choose what the customer wants.", "materials"));
        }

        var number = Refusals.Tried(wrong, () => kinds.ReadText("phone", phone ?? "", "phone"));
        var place = Refusals.Tried(wrong, () => ReadTo(way, to, kinds));
        Refusals.ThrowIfAny(wrong);
        return new(name!.Trim(), number!, [.. materials!.Distinct()], way!.Value, place!);
    }

    /// <summary>Where it goes: what each way of sending needs.</summary>
    /// <exception cref="Refusal"><c>care.way</c>, <c>care.to</c> or that of the field's kind.</exception>
    public static string ReadTo(CareWay? way, string? to, FieldKinds kinds) => way switch
    {
        CareWay.Email => kinds.ReadText("email", to ?? "", "to"),
        CareWay.Fax => kinds.ReadText("phone", to ?? "", "to"),
        CareWay.PickUp => "",
        CareWay.Post => to?.Trim() is { Length: > 0 and <= CareCall.LongestText } address ? address : throw new Refusal("care.to", $"請寫郵寄地址，最多 {CareCall.LongestText} 字。", $"Write the postal address, in at most {CareCall.LongestText} characters.", "to"),
        _ => throw new Refusal("care.way", "請選怎麼寄。", "Choose how it is sent.", "way"),
    };
}
