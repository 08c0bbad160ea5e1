using GridDesk.Hall.Book;
using GridDesk.Kernel.Events;
using GridDesk.Kernel.Indicators;

namespace GridDesk.Hall.Figures;

/// <summary>What plan row 1.2.1.11 can prove of bookings: visits booked, kept and missed, and those in a room in which people are advised.</summary>
internal static class BookingIndicators
{
    private static readonly Phrase Visits = new("次", "visits");
    private static readonly Phrase PerCent = new("%", "%");
    private static readonly Type[] Ended = [typeof(BookingCheckedIn), typeof(BookingMissed)];

    public static IReadOnlyList<Indicator> All { get; } =
    [
        new("bookings.made", new("預約", "Visits booked"), Visits, new("期間內預約的次數，後來取消的也算。", "Visits booked in the period, those cancelled later too."), [typeof(BookingMade)],
            (all, _) => Figure.Count([.. all.Select(Row)])),
        new("bookings.kept", new("預約後有來", "Booked visits that took place"), Visits, new("期間內報到的預約。", "Booked visitors who checked in in the period."), [typeof(BookingCheckedIn)],
            (all, _) => Figure.Count([.. all.Select(Row)])) { Aim = Aim.More },
        new("bookings.missed-share", new("預約沒來的比例", "Share of booked visitors who did not come"), PerCent, new("期間內時間到了的預約中，沒有來的比例；晚到的算有來，取消的不算。", "Of the booked visits whose time came in the period, the share to which nobody came; who came late came, and what was cancelled does not count."), Ended,
            (all, _) => Figure.Share([.. Last(all).Select(h => (Row(h), h.Event is BookingMissed))])) { Aim = Aim.Less },
        new("bookings.consultations", new("諮商室預約", "Consultations booked"), Visits, new("期間內預約諮商室的次數。", "Visits booked in a consultation room in the period."), [typeof(BookingMade)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is BookingMade { Consultation: true }).Select(Row)])),
        new("bookings.consultations-held", new("諮商", "Consultations held"), Visits, new("期間內報到的諮商室預約，依要談的事分列。", "Booked visitors of a consultation room who checked in in the period; the rows say what each was about."), [typeof(BookingCheckedIn)],
            (all, _) => Figure.Count([.. all.Where(h => h.Event is BookingCheckedIn { Consultation: true }).Select(Row)])) { Aim = Aim.More },
    ];

    // Who was written down as not come and came late after all came.
    private static IEnumerable<Happening> Last(IReadOnlyList<Happening> all) => all.GroupBy(h => h.Subject).Select(of => of.MaxBy(h => h.Version)!);

    private static EvidenceRow Row(Happening h) => new(h.Subject, h.Event switch
    {
        BookingMade made => Phrase.Same($"{made.Number} {made.Service}"),
        BookingCheckedIn here => Phrase.Same($"{here.Service} {here.Ticket}"),
        _ => new("沒有來", "Did not come"),
    }, h.HappenedAt, $"/desk/bookings/{h.Subject.Split(':')[1]}") { Work = h };
}
