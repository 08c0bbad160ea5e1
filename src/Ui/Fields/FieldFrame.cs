using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Fields;

/// <summary>
/// What stands around a control and is joined to it: label or legend, hint, error. The markup is govuk-frontend's.
/// </summary>
/// <param name="Name">As it is sent.</param>
internal sealed record FieldFrame(string Name, string Label)
{
    public string? Hint { get; init; }

    public string? Error { get; init; }

    /// <summary>govuk-frontend's label size: <c>s</c>, <c>m</c>, <c>l</c>; the plain size when null.</summary>
    public string? Size { get; init; } = "s";

    /// <summary>The label is the page's heading.</summary>
    public bool IsHeading { get; init; }

    public bool IsOptional { get; init; }

    public string Id => FieldId.Of(Name);

    private string? HintId => Hint is null ? null : $"{FieldId.Exact(Name)}-hint";

    private string? ErrorId => Error is null ? null : $"{FieldId.Exact(Name)}-error";

    /// <summary>A control with its label, between the units it is counted in: text, select, file.</summary>
    public IHtmlContent Around(TagBuilder control, string? before = null, string? after = null)
    {
        var prefix = Unit(before, "prefix");
        var suffix = Unit(after, "suffix");

        control
            .With("id", Id)
            .With("name", Name)
            .With("aria-describedby", Html.Join(HintId, ErrorId, prefix?.Attributes["id"], suffix?.Attributes["id"]))
            .With("aria-invalid", Error is null ? null : "true");

        return Group(
            LabelTag(),
            HintTag(),
            ErrorTag(),
            (prefix ?? suffix) is null ? control : Html.Tag("div", "gd-unit", prefix, control, suffix));
    }

    /// <summary>Several controls with one legend: radios, checkboxes, the parts of a date.</summary>
    public IHtmlContent AroundSeveral(IHtmlContent controls) => Group(Html
        .Tag("fieldset", "govuk-fieldset", LegendTag(), HintTag(), ErrorTag(), controls)
        .With("role", "group")
        .With("aria-describedby", Html.Join(HintId, ErrorId)));

    /// <summary>Several frames under one legend: an address, a group and each of its items.</summary>
    /// <param name="isTarget">The error summary's link goes to the whole; otherwise its first control has the id.</param>
    public IHtmlContent AroundFrames(IHtmlContent frames, bool isTarget) => Group(Html
        .Tag("fieldset", "govuk-fieldset", LegendTag(), HintTag(), ErrorTag(), frames)
        .With("id", isTarget ? Id : null)
        .With("tabindex", isTarget ? "-1" : null)
        .With("aria-describedby", Html.Join(HintId, ErrorId)));

    private TagBuilder Group(params IEnumerable<object?> content) =>
        Html.Tag("div", Html.Join("govuk-form-group", Error is null ? null : "govuk-form-group--error"), content);

    private TagBuilder? Unit(string? unit, string place) =>
        string.IsNullOrEmpty(unit) ? null : Html.Tag("span", null, unit).With("id", $"{FieldId.Exact(Name)}-{place}");

    private TagBuilder LabelTag()
    {
        var label = Html.Tag("label", Html.Join("govuk-label", Size is null ? null : $"govuk-label--{Size}"), LabelText()).With("for", Id);
        return IsHeading ? Html.Tag("h1", "govuk-label-wrapper", label) : label;
    }

    private TagBuilder LegendTag() => Html.Tag(
        "legend",
        Html.Join("govuk-fieldset__legend", Size is null ? null : $"govuk-fieldset__legend--{Size}"),
        IsHeading ? Html.Tag("h1", "govuk-fieldset__heading", LabelText()) : LabelText());

    private string LabelText() => IsOptional ? Label + Say("（可以空白）", " (optional)") : Label;

    private TagBuilder? HintTag() =>
        Hint is null ? null : Html.Tag("div", "govuk-hint", Hint).With("id", HintId);

    private TagBuilder? ErrorTag() => Error is null ? null : Html
        .Tag("p", "govuk-error-message", Mark.Draw("late"), Html.Tag("span", null, Html.Hidden(Say("錯誤：", "Error: ")), Error))
        .With("id", ErrorId);
}
