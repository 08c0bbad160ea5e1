using GridDesk.Kernel.Events;
using GridDesk.Kernel.Time;
using GridDesk.Services;

namespace GridDesk.Requests.Track;

/// <summary>One tap of the line of a case.</summary>
/// <param name="State">As <c>gd-line-item</c> takes it.</param>
internal sealed record Tap(string State, string Title, Instant? At = null, string? By = null, string? Text = null);

/// <summary>What has happened, what happens now and what is still to come, oldest first.</summary>
internal static class TrackLine
{
    public static IReadOnlyList<Tap> Of(IReadOnlyList<Happening> happenings, Progress progress)
    {
        var request = progress.Request;
        var happened = happenings.SelectMany(h => PublicHistory.Of([h], progress.Service).Select(said => (h.Event, Tap: new Tap(StateOf(h.Event), said.What.ToString(), said.At)))).ToList();
        List<Tap> taps = [.. happened.Select(h => h.Tap)];
        if (request.Status == RequestStatus.Closed)
        {
            return taps;
        }

        var who = progress.Department?.Name.ToString();
        if (request.Status == RequestStatus.InProgress && happened is [.., { Event: RequestAccepted or RequestStepReached }])
        {
            taps[^1] = taps[^1] with { State = "now", By = who, Text = Nothing };
        }
        else
        {
            taps.Add(request switch
            {
                { Status: RequestStatus.InProgress } => new Tap("now", progress.Step?.Name.ToString() ?? Languages.Say("辦理中", "In progress"), By: who, Text: Nothing),
                { Missing.Count: > 0 } => new Tap("now", Languages.Say("等您補件", "Waiting for your papers"), Text: Languages.Say("補齊了我們就繼續。", "We go on as soon as they are here.")),
                _ => new Tap("now", Languages.Say("審核文件", "Examining your papers"), By: who, Text: Nothing),
            });
        }

        var next = request.Status == RequestStatus.PreReceived ? progress.Service.Steps.AsEnumerable() : progress.Service.Steps.SkipWhile(s => s.Id != request.Step).Skip(1);
        taps.AddRange(next.Select(step => new Tap("next", step.Name.ToString())));
        if (taps[^1] is { State: "next" } last)
        {
            taps[^1] = last with { Text = progress.Promise?.Told is { } told ? new Phrase($"最晚{RocDate.Short(told).Zh}", $"by {RocDate.Short(told).En}").ToString() : null };
        }

        return taps;
    }

    private static string Nothing => Languages.Say("您現在不用做任何事。", "You do not need to do anything now.");

    private static string StateOf(IEvent happened) => happened is RequestSupplementAsked or RequestClockChanged { Segment: "WaitingForPermit" or "ForceMajeure" } ? "wait" : "done";
}
