using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Ui.Refusals;

/// <summary>
/// Finds the field of a page that a refusal is about. A rule says <c>phone</c>; the page calls it <c>Input.Phone</c>
/// or <c>answers.phone</c>.
/// </summary>
internal static class RefusedField
{
    public static string Of(Refusal refusal, PageHandlerExecutingContext context)
    {
        if (refusal.Field is not { Length: > 0 } field)
        {
            return "";
        }

        return Sent(context)
            .Concat(context.ModelState.Keys)
            .Concat(Bound(context.ActionDescriptor))
            .Select(name => Within(name, field))
            .FirstOrDefault(name => name is not null) ?? field;
    }

    private static IEnumerable<string> Sent(PageHandlerExecutingContext context)
    {
        var request = context.HttpContext.Request;
        return request.HasFormContentType ? request.Form.Keys.Concat(request.Form.Files.Select(file => file.Name)) : [];
    }

    // A radio that nobody chose is not sent at all; the page's bound properties still know its name.
    private static IEnumerable<string> Bound(CompiledPageActionDescriptor page) => page.BoundProperties
        .SelectMany(bound => bound.ParameterType.GetProperties()
            .Select(property => $"{bound.Name}.{property.Name}")
            .Prepend(bound.Name));

    /// <summary>The part of the name that ends with the field: all of <c>Input.Phone</c>, <c>answers.moved</c> of <c>answers.moved.year</c>.</summary>
    private static string? Within(string name, string field)
    {
        for (var at = 0; (at = name.IndexOf(field, at, StringComparison.OrdinalIgnoreCase)) >= 0; at++)
        {
            var end = at + field.Length;

            if ((at == 0 || name[at - 1] == '.') && (end == name.Length || name[end] is '.' or '['))
            {
                return name[..end];
            }
        }

        return null;
    }
}
