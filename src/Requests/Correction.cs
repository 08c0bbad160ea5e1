using GridDesk.Kernel.Forms;

namespace GridDesk.Requests;

/// <summary>New values of what the customer told us; null leaves a value as it is, an empty text removes what may be empty.</summary>
internal sealed record Correction(string? Name = null, string? Phone = null, string? Email = null, string? ElectricityNumber = null, string? Address = null)
{
    /// <summary>Applies it; gives the names of the fields that changed.</summary>
    public IReadOnlyList<string> ApplyTo(Particulars particulars, FieldKinds kinds)
    {
        List<Refusal> wrong = [];
        List<string> changed = [];
        Set("name", Name, particulars.Name, v => particulars.Name = v!, null, mayBeEmpty: false);
        Set("phone", Phone, particulars.Phone, v => particulars.Phone = v!, "phone", mayBeEmpty: false);
        Set("email", Email, particulars.Email, v => particulars.Email = v, "email", mayBeEmpty: true);
        Set("electricityNumber", ElectricityNumber, particulars.ElectricityNumber, v => particulars.ElectricityNumber = v, "electricity-number", mayBeEmpty: true);
        Set("address", Address, particulars.Address, v => particulars.Address = v, null, mayBeEmpty: true);
        Refusals.ThrowIfAny(wrong);
        return changed;

        void Set(string field, string? typed, string? present, Action<string?> set, string? kind, bool mayBeEmpty)
        {
            if (typed is null)
            {
                return;
            }

            try
            {
                var value = Read(field, TurningMarks.Without(typed).Trim(), kind, mayBeEmpty);
                if (value != present)
                {
                    set(value);
                    changed.Add(field);
                }
            }
            catch (Refusal refusal)
            {
                wrong.Add(new Refusal(refusal.Code, refusal.Reason, field));
            }
        }

        string? Read(string field, string typed, string? kind, bool mayBeEmpty)
        {
            if (typed.Length == 0)
            {
                return mayBeEmpty ? null : throw new Refusal("request.required", "這一欄不能空白，請填寫。", "This cannot be empty; please fill it in.");
            }

            if (typed.Length > 300)
            {
                throw new Refusal("request.too-long", "最多 300 個字，請縮短。", "At most 300 characters, please shorten it.");
            }

            return kind is null ? typed : kinds.ReadText(kind, typed, field);
        }
    }
}
