using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Fields;

/// <summary>
/// What is wrong with the form, field by field. It also remembers which fields the page drew and in which order, so
/// that the summary lists them as they stand on the page and links only to what is there.
/// </summary>
internal static class FieldErrors
{
    private static readonly object Key = new();
    private static readonly object Password = new();

    public static string? ErrorAt(this ViewContext view, string name, string? label = null)
    {
        Drawn(view).TryAdd(name, new(Drawn(view).Count, label));

        return view.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors is [var error, ..] ? Text(error) : null;
    }

    /// <summary>A field of the page holds a password, which is never sent back.</summary>
    public static bool HasPassword(this ViewContext view) => view.HttpContext.Items.ContainsKey(Password);

    public static void DrawsPassword(this ViewContext view) => view.HttpContext.Items[Password] = true;

    /// <summary>Every error with the field it belongs to; what is about the whole comes first.</summary>
    public static List<FieldError> Errors(this ViewContext view)
    {
        var drawn = Drawn(view);

        // Where no field was drawn by a tag, every field is taken to be there.
        return
        [
            .. from field in view.ViewData.ModelState
               from error in field.Value!.Errors
               let isDrawn = drawn.Count == 0 || drawn.ContainsKey(field.Key)
               let place = field.Key is "" ? null : drawn.GetValueOrDefault(field.Key)
               orderby place?.Order ?? -1
               select new FieldError(isDrawn ? field.Key : "", Text(error, place?.Label)),
        ];
    }

    // What is said of any field would leave the reader of the summary guessing which one is meant.
    private static string Text(ModelError error, string? label) =>
        label is not null && ValidationWords.FitAnyField(Text(error)) ? Say($"{label}：{Text(error)}", $"{label}: {Text(error)}") : Text(error);

    private static string Text(ModelError error) => error.ErrorMessage is "" ? ValidationWords.Unreadable : error.ErrorMessage;

    private static Dictionary<string, Place> Drawn(ViewContext view)
    {
        if (view.HttpContext.Items[Key] is not Dictionary<string, Place> drawn)
        {
            view.HttpContext.Items[Key] = drawn = new Dictionary<string, Place>(StringComparer.OrdinalIgnoreCase);
        }

        return drawn;
    }

    private sealed record Place(int Order, string? Label);
}

/// <param name="Field">Empty when there is no field to go to.</param>
internal sealed record FieldError(string Field, string Text);
