namespace GridDesk.Requests.Procedures;

internal static class ProcedureWords
{
    extension(SimplificationKind kind)
    {
        public Phrase Title => kind switch
        {
            SimplificationKind.StepRemoved => new("刪除步驟", "Step removed"),
            SimplificationKind.StepsMerged => new("合併到別的步驟", "Step merged into another"),
            SimplificationKind.StepShortened => new("縮短步驟", "Step shortened"),
            SimplificationKind.DocumentAbolished => new("免附文件", "Paper abolished"),
            _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
        };
    }
}
