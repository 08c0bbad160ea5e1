using GridDesk.Customers;
using GridDesk.Kernel.Pack;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests.Work;

/// <summary>What a line of a list says.</summary>
internal sealed class CaseWords(ServiceCatalogue services, PackInForce pack, IClock clock)
{
    private readonly Instant _now = clock.Now();

    public Phrase Service(CaseRow row) => services.Version(row.Service, row.Definition).Name;

    public Phrase Step(CaseRow row) => row.Status switch
    {
        RequestStatus.PreReceived when row.Missing.Count == 0 => new("審核後正式受理", "Examine and accept"),
        RequestStatus.PreReceived or RequestStatus.WaitingForCustomer => new($"等{Listed(row, zh: true)}", $"Waiting for: {Listed(row, zh: false)}"),
        _ => Next(services.Version(row.Service, row.Definition).Steps, row.Step),
    };

    // The first step is done by accepting; what waits is the one after it.
    private static Phrase Next(IReadOnlyList<ServiceStep> steps, string? at) =>
        (at == steps[0].Id ? steps.ElementAtOrDefault(1) : steps.FirstOrDefault(s => s.Id == at))?.Name ?? new("辦理中", "In progress");

    /// <summary>陳＊蘭，嘉義市東區</summary>
    public string Customer(CaseRow row) => Masked.Name(row.CustomerName) + (row.Address is { } address && Masked.Town(address) is { Length: > 0 } town ? Languages.Say($"，{town}", $", {town}") : "");

    public Phrase Department(string code) => pack.Departments.Find(code)?.Name ?? Phrase.Same(code);

    public Standing Standing(CaseRow row) => Requests.Standing.Of(row.DueAt, row.Stopped, pack.Calendar, _now);

    /// <summary>今天 12:00, 6月13日 17:00</summary>
    public string Due(CaseRow row)
    {
        if (row.DueAt is not { } at)
        {
            return Languages.Say("沒有期限", "none");
        }

        var local = at.InZone(pack.Calendar.Zone);
        var day = local.Date == pack.Calendar.Today(_now) ? Languages.Say("今天", "today") : RocDate.Short(local.Date).ToString();
        return row.Stopped ? Languages.Say($"最早 {day}", $"{day} at the earliest") : $"{day} {local.TimeOfDay.ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture)}";
    }

    private static string Listed(CaseRow row, bool zh)
    {
        var names = row.Missing.Select(m => zh ? m.Name.Zh : m.Name.En).ToList();
        return names.Count switch
        {
            0 => zh ? "用戶" : "the customer",
            1 => names[0],
            _ => zh ? $"{names[0]}等 {names.Count} 項" : $"{names[0]} and {names.Count - 1} more",
        };
    }
}
