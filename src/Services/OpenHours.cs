using System.Globalization;
using GridDesk.Kernel.Time;

namespace GridDesk.Services;

/// <summary>When the office serves customers, in words.</summary>
public static class OpenHours
{
    // Keeps 13:00–17:00 on one line.
    private const string Joined = "\u2060";

    extension(WorkCalendar calendar)
    {
        /// <summary>The hours of a working day: 08:00–12:00、13:00–17:00; null on a day off.</summary>
        /// <param name="site">Code of the site; the office's own hours when null.</param>
        /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
        public Phrase? OpenOn(LocalDate day, string? site = null)
        {
            var stretches = calendar.HoursOn(day, site).Select(opening => $"{Clock(opening.From)}{Joined}–{Joined}{Clock(opening.Until)}").ToList();
            return stretches.Count == 0 ? null : new(string.Join('、', stretches), string.Join(" and ", stretches));
        }

        /// <summary>The hours of the first working day from a day on: what a customer may rely on.</summary>
        /// <exception cref="Refusal"><c>calendar.year-unknown</c></exception>
        public Phrase OpenFrom(LocalDate day, string? site = null) => calendar.OpenOn(calendar.FirstWorkingDayFrom(day, site), site)!;
    }

    private static string Clock(LocalTime time) => time.ToString("HH:mm", CultureInfo.InvariantCulture);
}
