using Microsoft.AspNetCore.WebUtilities;

namespace GridDesk.Hall.Book;

/// <summary>Which bookings are asked for; all of it stands in the address.</summary>
internal sealed record BookingFilter
{
    private const int LongestQuery = 40;

    /// <summary>2019-06-21; today when left out, all days when something is looked for.</summary>
    public string? Day { get; init; }

    /// <summary><c>booked</c>, <c>here</c>, <c>missed</c>, <c>cancelled</c>, or all.</summary>
    public string? Show { get; init; }

    /// <summary>A number, a telephone or a name.</summary>
    public string? Q { get; init; }

    public LocalDate DayOr(LocalDate today) => Slots.ReadDay(Day) ?? today;

    /// <summary>By their time.</summary>
    public IQueryable<Booking> Narrow(IQueryable<Booking> all, LocalDate today)
    {
        var (day, query) = (DayOr(today), Q?.Trim());
        all = Show switch
        {
            "booked" => all.Where(b => b.State == BookingState.Booked),
            "here" => all.Where(b => b.State == BookingState.CheckedIn),
            "missed" => all.Where(b => b.State == BookingState.Missed),
            "cancelled" => all.Where(b => b.State == BookingState.Cancelled),
            _ => all,
        };
        if (string.IsNullOrEmpty(query))
        {
            return all.Where(b => b.Day == day).OrderBy(b => b.At).ThenBy(b => b.Number);
        }

        query = query.Length > LongestQuery ? query[..LongestQuery] : query;
        var number = query.ToUpperInvariant();
        return all.Where(b => b.Number == number || b.Phone == query || b.Phone.Replace("-", "") == query || b.Name == query).OrderByDescending(b => b.At).ThenBy(b => b.Number);
    }

    public string Query(LocalDate? day = null) => QueryHelpers.AddQueryString("", ((KeyValuePair<string, string?>[])
        [new("day", day is { } other ? $"{other:uuuu-MM-dd}" : Day), new("show", Show), new("q", Q)]).Where(part => !string.IsNullOrEmpty(part.Value)));
}
