namespace GridDesk.Ui.Refusals;

/// <summary>A page that reads its whole form before it does anything, so that a date that is none does not hide what else is wrong.</summary>
public interface IReadForm
{
    /// <summary>Reads what was typed and changes nothing.</summary>
    /// <exception cref="Refusal">Something is missing or cannot be right.</exception>
    /// <exception cref="Kernel.Refusals">Several things.</exception>
    Task ReadAsync();
}
