using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Notices.Templates;

namespace GridDesk.Notices.Mass;

/// <summary>What a mass notice says, apart from its template.</summary>
/// <param name="Area">Such as 東區民族路1號到99號.</param>
/// <param name="Cause">Such as 更換變壓器.</param>
/// <param name="From">When it begins.</param>
/// <param name="Until">When it ends; from then on nobody is told any more.</param>
internal sealed record MassFacts(Phrase? Area, Phrase? Cause, Instant? From, Instant? Until)
{
    /// <summary>What the template's fields mean, apart from those of the receiver.</summary>
    public IReadOnlyDictionary<string, string> FieldsIn(Language language, PackInForce pack)
    {
        Dictionary<string, string> fields = new(StringComparer.Ordinal) { ["phone"] = pack.Office.Phone, ["office"] = pack.Office.Name.In(language) };
        foreach (var (field, phrase) in (IEnumerable<(string, Phrase?)>)[("area", Area), ("cause", Cause), ("from", At(From)), ("until", At(Until))])
        {
            if (phrase is not null)
            {
                fields[field] = phrase.In(language);
            }
        }

        return fields;

        Phrase? At(Instant? instant) => instant?.InZone(pack.Calendar.Zone) is { } local && RocDate.ShowWithWeekday(local.Date) is var day ? new($"{day.Zh}{local.TimeOfDay:HH:mm}", $"{day.En}, {local.TimeOfDay:HH:mm}") : null;
    }

    /// <summary>The fields that a template names and nobody has filled in.</summary>
    public IReadOnlyList<string> MissingFor(MessageTemplate template, PackInForce pack) => [.. template.FieldsNamed.Except([.. FieldsIn(Language.Chinese, pack).Keys, TemplateFields.Choices])];
}
