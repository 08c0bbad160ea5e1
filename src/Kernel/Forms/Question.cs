using GridDesk.Kernel.Pack;

namespace GridDesk.Kernel.Forms;

/// <summary>
/// One question of a form, as the pack defines it. The customer's pages, the counter screen, the printed form and
/// the API schema are all made from it.
/// </summary>
/// <param name="Id">camelCase, unique within the form; the key of the answer.</param>
/// <param name="Kind">The name of an <see cref="IFieldKind"/>: <c>text</c>, <c>date</c>, <c>electricity-number</c> …</param>
/// <param name="Label">The question as it is asked.</param>
public sealed record Question(string Id, string Kind, Phrase Label)
{
    public Phrase? Hint { get; init; }

    /// <summary>Asked only when these earlier answers were given; always when null.</summary>
    public Condition? When { get; init; }

    public bool Optional { get; init; }

    /// <summary>For <c>choice</c>: what may be chosen.</summary>
    public IReadOnlyList<Option> Options { get; init; } = [];

    /// <summary>For <c>choice</c>: more than one may be chosen.</summary>
    public bool Many { get; init; }

    /// <summary>For <c>number</c>: the unit shown beside the field. The answer is the number alone: the definition a case was accepted under keeps its unit.</summary>
    [MayBeSame]
    public Phrase? Unit { get; init; }

    /// <summary>For <c>date</c>: which days may be asked for, such as <c>{ from: 0, working: true }</c>; any day when null.</summary>
    public DayRule? Day { get; init; }

    public decimal? Min { get; init; }

    public decimal? Max { get; init; }

    /// <summary>For <c>number</c>: decimal places at most.</summary>
    public int Decimals { get; init; }

    /// <summary>For <c>text</c>: graphemes at most.</summary>
    public int? MaxLength { get; init; }

    /// <summary>For <c>text</c>: more than one makes it a text area.</summary>
    public int Rows { get; init; } = 1;

    /// <summary>For <c>group</c>: the questions of one item; <see cref="Min"/> and <see cref="Max"/> bound the number of items.</summary>
    public IReadOnlyList<Question> Fields { get; init; } = [];

    /// <summary>For <c>group</c>: what one item is called, such as "meter".</summary>
    public Phrase? ItemName { get; init; }
}

public sealed record Option(string Value, Phrase Label);

/// <summary>Holds when every named answer has one of its listed values; an answer with several choices needs any of them.</summary>
public sealed record Condition(IReadOnlyDictionary<string, IReadOnlyList<string>> AllOf);
