using GridDesk.Ui.Markup;
using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Cases;

/// <summary>
/// The promised day in large, its status, why it is that day, and the weeks as they were counted:
/// <c>&lt;gd-promise view="Model.Promise" /&gt;</c>. Content between the tags stands at the end.
/// </summary>
[HtmlTargetElement("gd-promise")]
public sealed class GdPromise(Chrome chrome) : TagHelper
{
    public required PromiseView View { get; set; }

    /// <summary>What the day is; the words to a customer when null.</summary>
    public string? Label { get; set; }

    /// <summary>Folds the explanation away, for the desk.</summary>
    public bool Folded { get; set; }

    public override async Task ProcessAsync(TagHelperContext context, TagHelperOutput output)
    {
        var content = await output.GetChildContentAsync();
        var capId = $"promise-{context.UniqueId}";
        var whyTitle = Say("為什麼是這一天", "Why this day");
        var why = Html.All(Html.Tag("p", "gd-p", View.Why), View.Days.Count == 0 ? null : CountedWeeks.Draw(View.Days));

        output.TagName = "section";
        output.TagMode = TagMode.StartTagAndEndTag;
        output.Attributes.SetAttribute("class", Html.Join("gd-promise", View.StatusKind is "late" ? "gd-promise--late" : null));
        output.Attributes.SetAttribute("aria-labelledby", capId);
        output.Content.SetHtmlContent(Html.All(
            Html.Tag("p", "gd-promise__cap", Label ?? Say("承諾完成日", "The latest day, as we promised you")).With("id", capId),
            Html.Tag("p", "gd-promise__date", DateTag.Day(View.Day), " ", Html.Tag("small", null, Beside())),
            Html.Tag("p", "gd-p", Mark.Status(View.StatusKind, View.StatusText)),
            Folded
                ? Html.Tag("details", "govuk-details", Html.Tag("summary", "govuk-details__summary", Html.Tag("span", "govuk-details__summary-text", whyTitle)), Html.Tag("div", "govuk-details__text", why))
                : Html.All(Html.Tag("h2", "gd-h3", whyTitle), why),
            content.IsEmptyOrWhiteSpace ? null : content));
    }

    private string Beside()
    {
        var time = View.At.InZone(chrome.Zone);
        var words = new List<string> { DateWords.Weekday(View.Day) };

        if (time.Date == View.Day)
        {
            words.Add(DateWords.Clock(time.TimeOfDay));
        }

        if (View.Days.FirstOrDefault(day => day.IsToday) is { } today && Near(View.Day - today.Day) is { } near)
        {
            words.Add(near);
        }

        return string.Join(Say("，", ", "), words);
    }

    private static string? Near(Period ahead) => ahead is { Years: 0, Months: 0, Weeks: 0 }
        ? ahead.Days switch
        {
            0 => Say("今天", "today"),
            1 => Say("明天", "tomorrow"),
            2 => Say("後天", "in two days"),
            _ => null,
        }
        : null;
}
