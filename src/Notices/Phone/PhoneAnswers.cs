using GridDesk.Requests;

namespace GridDesk.Notices.Phone;

/// <param name="Kind"><c>app</c> (when left out) or <c>browser</c>.</param>
public sealed record DeviceBody(DeviceKind? Kind);

/// <param name="Key">Told once; sent with every further call as <c>Authorization: Bearer</c>.</param>
public sealed record DeviceAnswer(string Key);

/// <param name="Number">Of the case or of the slip.</param>
/// <param name="Code">On the slip, under the number.</param>
public sealed record KeepBody(string? Number, string? Code);

public sealed record MyRequestsAnswer(IReadOnlyList<MyRequestAnswer> Requests);

/// <param name="KeptAs">The number under which it was kept; another one when a slip was accepted since.</param>
/// <param name="Light"><c>ok</c>, <c>soon</c>, <c>late</c>, <c>wait</c>, <c>none</c> or <c>done</c>.</param>
/// <param name="Standing">How it stands, in two or three words.</param>
/// <param name="Progress">How far it has come, in one sentence.</param>
/// <param name="WaitsForYou">The customer has to send something.</param>
/// <param name="Promised">The day that the customer was told; null when none is known.</param>
/// <param name="Department">Who handles it.</param>
/// <param name="Phone">Of whoever handles it.</param>
public sealed record MyRequestAnswer(
    string Number, string KeptAs, Phrase Service, RequestStatus Status, string Light, Phrase Standing, Phrase Progress, bool WaitsForYou,
    LocalDate? Promised, Phrase? PromisedText, Phrase Department, string Phone)
{
    internal static MyRequestAnswer Of(KeptCase kept, RequestFacts facts) => new(
        facts.Number, kept.KeptAs, facts.Service, facts.Status, facts.Stands.Kind, facts.Stands.Text, facts.Progress, facts.WaitsForCustomer,
        facts.IsClosed ? null : facts.Told, facts.IsClosed || facts.Told is not { } day ? null : Kernel.Time.RocDate.ShowWithWeekday(day), facts.Department, facts.Phone);
}
