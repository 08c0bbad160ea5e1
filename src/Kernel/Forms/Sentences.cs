namespace GridDesk.Kernel.Forms;

/// <summary>What the form says when an answer is missing or cannot be read.</summary>
internal static class Sentences
{
    public static Phrase Required(Question question, Editor editor)
    {
        var (zh, en) = (question.Label.Zh, question.Label.En);
        return (editor, zh) switch
        {
            (Editor.Group, _) => new($"請至少填寫一筆「{Item(question).Zh}」。", $"Add at least one “{Item(question).En}”."),
            (Editor.File, _) => new($"請上傳「{zh}」。", $"Upload “{en}”."),
            (Editor.Choice or Editor.Choices, _) => new($"請選擇「{zh}」。", $"Choose an answer to “{en}”."),
            (_, [.., '？' or '?']) => new($"請回答「{zh}」。", $"Answer “{en}”."),
            _ => new($"請輸入「{zh}」。", $"Enter “{en}”."),
        };
    }

    public static Phrase Unreadable(Question question) => new(
        $"「{question.Label.Zh}」太長，或含有無法讀取的字元，請重新輸入。",
        $"“{question.Label.En}” is too long or has characters we cannot read. Please enter it again.");

    public static Phrase Count(Question group, decimal min, decimal max) => min == max
        ? new($"「{Item(group).Zh}」要填 {min:0} 筆。", $"Give {min:0} of “{Item(group).En}”.")
        : new($"「{Item(group).Zh}」要填 {min:0} 到 {max:0} 筆。", $"Give {min:0} to {max:0} of “{Item(group).En}”.");

    public static Phrase Item(Question group) => group.ItemName ?? group.Label;
}
