using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace GridDesk.Ui.Fields;

/// <summary>
/// What is wrong with the form, field by field. It also remembers which fields the page drew and in which order, so
/// that the summary lists them as they stand on the page and links only to what is there.
/// </summary>
internal static class FieldErrors
{
    private static readonly object Key = new();

    public static string? ErrorAt(this ViewContext view, string name)
    {
        Drawn(view).TryAdd(name, Drawn(view).Count);

        return view.ViewData.ModelState.TryGetValue(name, out var entry) && entry.Errors is [var error, ..] ? Text(error) : null;
    }

    /// <summary>Every error with the field it belongs to; what is about the whole comes first.</summary>
    public static List<FieldError> Errors(this ViewContext view)
    {
        var drawn = Drawn(view);

        // Before any field is drawn (a page that places its summary itself) every field is taken to be there.
        return
        [
            .. from field in view.ViewData.ModelState
               from error in field.Value!.Errors
               let isDrawn = drawn.Count == 0 || drawn.ContainsKey(field.Key)
               orderby field.Key is "" || !isDrawn ? -1 : drawn.GetValueOrDefault(field.Key)
               select new FieldError(isDrawn ? field.Key : "", Text(error)),
        ];
    }

    private static string Text(ModelError error) => error.ErrorMessage is "" ? ValidationWords.Unreadable : error.ErrorMessage;

    private static Dictionary<string, int> Drawn(ViewContext view)
    {
        if (view.HttpContext.Items[Key] is not Dictionary<string, int> drawn)
        {
            view.HttpContext.Items[Key] = drawn = new Dictionary<string, int>(StringComparer.OrdinalIgnoreCase);
        }

        return drawn;
    }
}

/// <param name="Field">Empty when there is no field to go to.</param>
internal sealed record FieldError(string Field, string Text);
