using GridDesk.Kernel.Time;
using GridDesk.Services;
using GridDesk.Staff;

namespace GridDesk.Requests.Noon;

/// <summary>What somebody may do with a service over noon.</summary>
public enum NoonMay
{
    Nothing,

    /// <summary>Take the papers in; the service centre examines them afterwards.</summary>
    TakeIn,

    /// <summary>Accept and finish.</summary>
    Complete,
}

/// <summary>
/// Where a volunteer stands at a moment. In the noon break of their site, on a shift there, they take papers in; with the
/// certificate they accept and finish the simple kinds (plan row 5.2.1.1.2). At any other moment they do neither.
/// </summary>
/// <param name="Break">The noon break of that day at the site; null when there is none.</param>
/// <param name="Shift">The shift as a volunteer at that moment; null when none is planned.</param>
/// <param name="IsCertified">Holds the certificate of the noon service on that day.</param>
public sealed record NoonDuty(Instant At, Interval? Break, Duty? Shift, bool IsCertified)
{
    /// <summary>Code of the certificate in the pack.</summary>
    public const string Certificate = "noon";

    /// <summary>In the break, on the shift.</summary>
    public bool IsOpen => Shift is not null && Break is { } noon && noon.Contains(At);

    /// <summary>What may be done with a service at that moment.</summary>
    public NoonMay May(ServiceDefinition service) => (IsOpen, IsCertified && service.Noon) switch
    {
        (false, _) => NoonMay.Nothing,
        (true, true) => NoonMay.Complete,
        _ => NoonMay.TakeIn,
    };

    /// <summary>Why nothing, or nothing more, may be done now.</summary>
    public Refusal Why(ServiceDefinition service, DateTimeZone zone) => this switch
    {
        { Break: { } noon } when !noon.Contains(At) => new("noon.closed",
            $"午休受理是 {Clock(noon.Start, zone)} 到 {Clock(noon.End, zone)}，現在是 {Clock(At, zone)}。您填的都留在草稿裡；請帶用戶到櫃檯，由櫃檯人員收件。",
            $"The noon service is from {Clock(noon.Start, zone)} to {Clock(noon.End, zone)}; it is {Clock(At, zone)} now. What you typed is kept as a draft; please take the customer to a counter."),
        { Break: null } => new("noon.no-break", "今天沒有午休受理。請帶用戶到櫃檯。", "There is no noon service today. Please take the customer to a counter."),
        { Shift: null } => new("noon.no-shift", "您現在沒有排志工的班，不能收件。請值班督導排班，或帶用戶到櫃檯。",
            "You are not on a volunteer shift now, so you cannot take papers in. Ask the supervisor to plan your shift, or take the customer to a counter."),
        _ when !service.Noon => new("noon.kind", $"「{service.Name.Zh}」午休只能先行收件，下午由服務中心審核後正式受理。",
            $"\"{service.Name.En}\" can only be taken in over noon; the service centre examines and accepts it in the afternoon."),
        _ => new("noon.certificate", "辦完簡易案件要有午休志工服務的證書。您可以先行收件，下午由服務中心接著辦。",
            "Finishing simple cases needs the certificate of the noon service. You can take the papers in; the service centre goes on in the afternoon."),
    };

    /// <exception cref="Refusal"><c>noon.closed</c>, <c>noon.no-break</c>, <c>noon.no-shift</c>, <c>noon.kind</c>, <c>noon.certificate</c></exception>
    public void Require(NoonMay wanted, ServiceDefinition service, DateTimeZone zone)
    {
        if (May(service) < wanted)
        {
            throw Why(service, zone);
        }
    }

    private static string Clock(Instant at, DateTimeZone zone) => at.InZone(zone).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture);
}
