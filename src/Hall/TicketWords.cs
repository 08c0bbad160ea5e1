namespace GridDesk.Hall;

internal static class TicketWords
{
    extension(TicketState state)
    {
        public Phrase Name => state switch
        {
            TicketState.Waiting => new("等候中", "Waiting"),
            TicketState.Called => new("叫號了", "Called"),
            TicketState.Held => new("請您稍後回來", "Put aside"),
            TicketState.Missed => new("過號", "Missed"),
            TicketState.Done => new("辦完了", "Finished"),
            TicketState.Reserved => new("還沒排進去", "Not in the line yet"),
            TicketState.LeftOpen => new("沒有記下結果", "Not written down how it ended"),
            TicketState.Released => new("不用了", "Given up"),
            _ => throw new ArgumentOutOfRangeException(nameof(state), state, null),
        };
    }

    extension(TicketOutcome outcome)
    {
        public Phrase Name => outcome switch
        {
            TicketOutcome.Done => new("辦好了", "Done"),
            TicketOutcome.ComeAgain => new("缺文件，再來一次", "Papers missing: comes again"),
            TicketOutcome.Elsewhere => new("不是本處的業務", "Not ours: told where"),
            _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, null),
        };
    }
}
