using GridDesk.Kernel.Forms;

namespace GridDesk.Requests.Apply;

/// <summary>One page of an application; each asks one thing.</summary>
/// <param name="Path">The last part of its address.</param>
/// <param name="Fields">How the fields of its problems begin.</param>
internal sealed record Stop(string Path, StopKind Kind, string Fields)
{
    public Question? Question { get; init; }

    public RequiredDocument? Document { get; init; }

    /// <summary>What is wrong or missing on it; empty when it is done.</summary>
    public IReadOnlyList<Refusal> Problems { get; init; } = [];

    public bool Done => Problems.Count == 0;

    public Phase Phase => Kind switch
    {
        StopKind.Number or StopKind.Question => Phase.Errand,
        StopKind.Document => Phase.Papers,
        _ => Phase.Applicant,
    };
}

internal enum StopKind { Number, Question, Applicant, HasAgent, Agent, Document }

/// <summary>The parts of the line at the top.</summary>
internal enum Phase { Errand, Applicant, Papers, Check }

internal static class Phases
{
    extension(Phase phase)
    {
        public Phrase Name => phase switch
        {
            Phase.Errand => new("要辦的事", "Your request"),
            Phase.Applicant => new("申請人", "Applicant"),
            Phase.Papers => new("文件", "Papers"),
            _ => new("確認送出", "Check and send"),
        };
    }
}
