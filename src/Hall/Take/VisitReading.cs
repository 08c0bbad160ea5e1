using GridDesk.Hall.Definition;
using GridDesk.Hall.Roster;
using GridDesk.Kernel.Pack;
using GridDesk.Services;

namespace GridDesk.Hall.Take;

/// <summary>Reads what a visitor comes for; everything that is wrong is refused at once, each at its field.</summary>
internal sealed class VisitReading(ServiceCatalogue services, PackInForce pack)
{
    public const int MostErrands = 5;

    /// <param name="errands">Codes of services.</param>
    /// <exception cref="Refusal"><c>hall.errands</c>, <c>hall.errand-unknown</c>, <c>hall.not-quick</c>, <c>hall.kind</c>, <c>hall.nobody-serves</c></exception>
    public Visit Read(string site, TicketKind? kind, IReadOnlyList<string>? errands, Language language, TicketWay way, LocalDate today)
    {
        var hall = HallSettings.Of(pack, site);
        if (errands is not { Count: > 0 and <= MostErrands })
        {
            throw new Refusal("hall.errands", $"請選要辦什麼，最多 {MostErrands} 項。", $"Choose what you came for, at most {MostErrands} things.", "errands");
        }

        var offered = Errands.At(hall, services, today);
        List<ServiceDefinition> found = [.. errands.Distinct().Select(code => offered.FirstOrDefault(s => s.Code == code?.ToUpperInvariant()) ?? throw new Refusal("hall.errand-unknown", "沒有這一項，請重新選。", "There is no such errand; please choose again.", "errands"))];
        var wanted = kind is { } asked && Enum.IsDefined(asked) ? asked : throw new Refusal("hall.kind", "請選抽哪一種號碼。", "Choose which kind of ticket.", "kind");
        if (wanted is TicketKind.Appointment)
        {
            throw new Refusal("hall.kind", "預約的號碼要先預約。", "A ticket for an appointment needs a booking.", "kind");
        }

        if (wanted is TicketKind.Quick && found.FirstOrDefault(s => !s.Quick) is { } slow)
        {
            throw new Refusal("hall.not-quick", $"「{slow.Name.Zh}」不是快速櫃檯辦的，請抽一般號碼。", $"“{slow.Name.En}” is not done at the quick counter; please take an ordinary ticket.", "kind");
        }

        return hall.Counters.Any(c => c.Serves(wanted, found[0].Group))
            ? new(wanted, way, language, [.. found.Select(s => s.Code)], found[0].Group) { StaffOnly = NoonCounter.IsStaffOnly(found[0]) }
            : throw new Refusal("hall.nobody-serves", $"這裡沒有櫃檯辦「{found[0].Name.Zh}」，請問引導人員。", $"No counter here does “{found[0].Name.En}”; please ask at the entrance.", "errands");
    }
}
