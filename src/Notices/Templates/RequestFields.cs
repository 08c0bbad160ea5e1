using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Requests;

namespace GridDesk.Notices.Templates;

/// <summary>What the fields of a template about a request mean.</summary>
internal sealed class RequestFields(PackInForce pack, PublicAddress address)
{
    public IReadOnlyDictionary<string, string> Of(RequestFacts request, Language language) => new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["name"] = request.CustomerName,
        ["number"] = request.Number,
        ["code"] = request.Code,
        ["link"] = LinkOf(request, language),
        ["service"] = request.Service.In(language),
        ["department"] = request.Department.In(language),
        ["phone"] = request.Phone,
        [TemplateFields.Promised] = request.Told is { } day ? RocDate.Show(day).In(language) : new Phrase("尚未確定", "not known yet").In(language),
        ["progress"] = request.Progress.In(language),
        ["office"] = pack.Office.Name.In(language),
    };

    /// <summary>Of the tracking page, opened.</summary>
    public string LinkOf(RequestFacts request, Language language) => $"{address.Of(language)}/track/{request.Number}?code={request.Code}";
}

/// <summary>Where customers reach the office's pages, for links in messages.</summary>
internal sealed record PublicAddress(string Root)
{
    public string Of(Language language) => language is Language.English ? $"{Root}/en" : Root;
}
