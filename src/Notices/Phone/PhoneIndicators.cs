using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Notices.Phone;

/// <summary>How many requests customers took onto their phones (plan row 1.2.4.5).</summary>
internal static class PhoneIndicators
{
    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("phone.kept", new("匯入手機的案件", "Requests taken onto a phone"), new("件", "cases"), new("期間內用戶留在手機（APP 或網頁）的案件，同一件只算一次；之後拿掉也算。", "Requests that customers kept on a phone, by the app or the page, in the period; each once, also when removed later."), [typeof(CaseKept)],
            (all, _) => Figure.Count([.. all.GroupBy(h => ((CaseKept)h.Event).Request).Select(request => Row(request.Key, request.First()))])),
    ];

    private static EvidenceRow Row(string request, Happening h) => new(request, Phrase.Same(request[^8..]), h.HappenedAt, $"/desk/requests/{request[(request.IndexOf(':', StringComparison.Ordinal) + 1)..]}") { Work = h };
}
