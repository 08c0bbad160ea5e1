using GridDesk.Hall.Definition;
using GridDesk.Requests.Noon;
using GridDesk.Services;

namespace GridDesk.Hall.Roster;

/// <summary>
/// What a volunteer may do at a counter (plan row 5.2.1.1.2): open one of the noon service over noon, on the shift and with the
/// certificate, and call whoever comes for something that may be taken in. What may be finished there, the form decides.
/// </summary>
internal static class NoonCounter
{
    /// <summary>Nothing of the noon service and no case that could be taken in, such as a payment.</summary>
    public static bool IsStaffOnly(ServiceDefinition service) => !service.Noon && !service.OpensCase;

    /// <exception cref="Refusal"><c>hall.noon-counter</c>, <c>hall.noon</c>, <c>hall.noon-shift</c>, <c>hall.noon-certificate</c></exception>
    public static void RefuseUnlessMay(HallDefinition hall, Counter counter, NoonDuty duty, DateTimeZone zone)
    {
        if (!hall.Counter(counter.Number).Noon)
        {
            throw new Refusal("hall.noon-counter", $"{counter.Number} 號櫃檯沒有午休服務，志工不能開。請開 {string.Join("、", Open(hall))} 號。",
                $"Counter {counter.Number} has no noon service; volunteers open {string.Join(" or ", Open(hall))}.", "counter");
        }

        RefuseUnlessNoon(duty.Break, duty.At, zone);
        if (duty.Shift?.Site != counter.Site)
        {
            throw new Refusal("hall.noon-shift", "您現在沒有排這裡的志工班，請值班督導排班。", "You have no volunteer shift here now; ask the supervisor to plan one.", "counter");
        }

        if (!duty.IsCertified)
        {
            throw new Refusal("hall.noon-certificate", "開櫃檯要有午休志工服務的證書。", "Opening a counter needs the certificate of the noon service.", "counter");
        }
    }

    /// <exception cref="Refusal"><c>hall.noon</c></exception>
    public static void RefuseUnlessNoon(Interval? noon, Instant now, DateTimeZone zone)
    {
        if (noon is not { } pause)
        {
            throw new Refusal("hall.noon", "今天沒有午休受理，志工不能叫號。", "There is no noon service today, so volunteers call nobody.", "counter");
        }

        if (!pause.Contains(now))
        {
            throw new Refusal("hall.noon", $"志工叫號只在午休：{pause.Start.Clock(zone)} 到 {pause.End.Clock(zone)}。請關櫃檯，交給同仁。",
                $"Volunteers call over noon only: {pause.Start.Clock(zone)} to {pause.End.Clock(zone)}. Close the counter and leave it to a colleague.", "counter");
        }
    }

    private static IEnumerable<int> Open(HallDefinition hall) => hall.Counters.Where(c => c.Noon).Select(c => c.Number);
}
