using Microsoft.AspNetCore.Mvc.Rendering;

namespace GridDesk.Ui.Markup;

/// <summary>The shapes that stand beside every status word; the layouts carry the sprite they come from.</summary>
internal static class Mark
{
    private static readonly string[] Kinds = ["ok", "soon", "late", "wait", "none", "done"];

    public static TagBuilder Draw(string kind) => Html
        .Tag("svg", "gd-mark", Html.Tag("use").With("href", $"#m-{Known(kind)}"))
        .With("aria-hidden", "true")
        .With("focusable", "false");

    public static TagBuilder Status(string kind, object text, bool bare = false) =>
        Html.Tag("span", Html.Join("gd-status", $"gd-status--{Known(kind)}", bare ? "gd-status--bare" : null), Draw(kind), text);

    private static string Known(string kind) => Kinds.Contains(kind)
        ? kind
        : throw new ArgumentException($"A status is one of {string.Join(", ", Kinds)}, not '{kind}'.", nameof(kind));
}
