using Microsoft.AspNetCore.WebUtilities;
using NodaTime.Text;

namespace GridDesk.Notices.Care;

/// <summary>Which care calls are asked for; all of it stands in the address.</summary>
internal sealed record CareFilter
{
    private static readonly Instant Never = Instant.FromUtc(9999, 1, 1, 0, 0);

    /// <summary><c>send</c>, <c>call</c> (falls due today or earlier), <c>late</c>, <c>ended</c>, <c>all</c>, or those that are open.</summary>
    public string? Show { get; init; }

    public CareWay? Way { get; init; }

    /// <summary>First due first, from after the row that <paramref name="after"/> names (<see cref="KeyOf"/>).</summary>
    public IQueryable<CareRow> Narrow(IQueryable<CareRow> all, LocalDate today, Instant now, string? after = null)
    {
        all = Show switch
        {
            "send" => all.Where(row => row.Call.State == CareState.ToSend),
            "call" => all.Where(row => row.Call.State == CareState.ToCall && row.Call.CallFrom <= today),
            "late" => all.Where(row => row.Duty.ClosedAt == null && row.Duty.DueAt < now),
            "ended" => all.Where(row => row.Duty.ClosedAt != null),
            "all" => all,
            _ => all.Where(row => row.Duty.ClosedAt == null),
        };
        all = Way is { } way ? all.Where(row => row.Call.Way == way) : all;
        if (after?.Split('~', 2) is [var text, var id] && Guid.TryParse(id, out var last) && InstantPattern.ExtendedIso.Parse(text) is { Success: true, Value: var due })
        {
            all = all.Where(row => (row.Duty.DueAt ?? Never) > due || ((row.Duty.DueAt ?? Never) == due && row.Call.Id.CompareTo(last) > 0));
        }

        return all.OrderBy(row => row.Duty.DueAt ?? Never).ThenBy(row => row.Call.Id);
    }

    public static string KeyOf(CareRow row) => $"{InstantPattern.ExtendedIso.Format(row.Duty.DueAt ?? Never)}~{row.Call.Id}";

    public string Query(string? after = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("show", Show), new("way", Way?.ToString()), new("after", after)]).Where(part => !string.IsNullOrEmpty(part.Value)));
}
