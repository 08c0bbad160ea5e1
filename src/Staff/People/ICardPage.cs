using GridDesk.Ui.Fields;

namespace GridDesk.Staff.People;

/// <summary>A page with the fields of a card, which two pages share.</summary>
internal interface ICardPage
{
    CardForm Input { get; }

    IReadOnlyList<Choice> Departments { get; }

    IReadOnlyList<Choice> Sites { get; }
}
