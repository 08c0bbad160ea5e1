using GridDesk.Kernel.Events;

namespace GridDesk.Requests.Figures;

/// <summary>
/// Closings and acceptances that stand: of each request the last one, unless it was reversed after that. What was done wrongly
/// and done again is one case.
/// </summary>
public static class WhatStands
{
    /// <summary>What an indicator about <typeparamref name="T"/> has to read.</summary>
    public static IReadOnlyList<Type> Sources<T>() where T : IEvent => CanBeReversed<T>() ? [typeof(T), typeof(RequestReversed)] : [typeof(T)];

    public static IReadOnlyList<Happening> Standing<T>(this IReadOnlyList<Happening> all) where T : IEvent
    {
        var ofKind = all.Where(h => h.Event is T);
        if (!CanBeReversed<T>())
        {
            return [.. ofKind];
        }

        // By version, for what was keyed in late counts at the time when it happened.
        var (reversed, last) = (LastOfEach(all.Where(h => h.Event is RequestReversed e && Undoes<T>(e))), LastOfEach(ofKind));
        return [.. ofKind.Where(h => h.Version == last[h.Subject] && h.Version > reversed.GetValueOrDefault(h.Subject, -1))];
    }

    private static Dictionary<string, int> LastOfEach(IEnumerable<Happening> some) => some.AggregateBy(h => h.Subject, -1, (last, h) => Math.Max(last, h.Version)).ToDictionary();

    private static bool CanBeReversed<T>() => typeof(T) == typeof(RequestClosed) || typeof(T) == typeof(RequestAccepted);

    private static bool Undoes<T>(RequestReversed reversed) => (reversed.From is RequestStatus.Closed) == (typeof(T) == typeof(RequestClosed));
}
