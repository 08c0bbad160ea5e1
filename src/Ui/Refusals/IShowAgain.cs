namespace GridDesk.Ui.Refusals;

/// <summary>A page that has to look something up before it can be shown again after a refusal.</summary>
public interface IShowAgain
{
    /// <summary>Loads what the page shows beside its form; what was typed is left alone.</summary>
    Task ShowAgainAsync();
}
