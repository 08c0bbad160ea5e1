namespace GridDesk.Requests.Coordinate;

internal static class TaskWords
{
    extension(TaskForm form)
    {
        public Phrase Title => form switch
        {
            TaskForm.Letter => new("函文", "Letter"),
            TaskForm.Meeting => new("會議或會勘", "Meeting"),
            TaskForm.Answer => new("答復意見", "Answer"),
            _ => throw new ArgumentOutOfRangeException(nameof(form), form, null),
        };
    }
}
