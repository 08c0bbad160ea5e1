using System.Text.Json.Nodes;
using GridDesk.Ui.Fields;
using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;

namespace GridDesk.Ui.Questions;

/// <summary>An address of Taiwan in its parts, in the order it is written.</summary>
internal static class AddressQuestion
{
    private static readonly Part[] Parts =
    [
        new("postcode", new Phrase("郵遞區號", "Postcode"), 5, "postal-code", Digits: true),
        new("county", new Phrase("縣市", "County or city"), 5, "address-level1"),
        new("district", new Phrase("鄉鎮市區", "District"), 5, "address-level2"),
        new("road", new Phrase("路街名", "Road or street"), null, null),
        new("section", new Phrase("段", "Section"), 3, null),
        new("lane", new Phrase("巷", "Lane"), 4, null),
        new("alley", new Phrase("弄", "Alley"), 4, null),
        new("number", new Phrase("號", "Number"), 5, null),
        new("floor", new Phrase("樓", "Floor"), 5, null),
    ];

    public static IHtmlContent Draw(Asked asked)
    {
        var parts = asked.Typed as JsonObject;

        // An address that came as one text is kept where the road stands.
        string? TypedIn(string part) => parts is not null ? Asked.Text(parts[part]) : part is "road" ? Asked.Text(asked.Typed) : null;

        return asked.Frame.AroundFrames(
            Html.Tag("div", "gd-parts", Parts.Select(part => DrawPart(asked, part, TypedIn(part.Id)))),
            isTarget: false);
    }

    private static IHtmlContent DrawPart(Asked asked, Part part, string? typed)
    {
        var name = $"{asked.Name}.{part.Id}";
        var frame = new FieldFrame(name, part.Label.ToString()) { Error = asked.ErrorAt(name), Size = null };
        var input = Controls
            .Input("text", typed, frame.Error is not null, part.Width, part.Digits)
            .With("inputmode", part.Digits ? "numeric" : null)
            .With("autocomplete", asked.Mode is AskMode.Dense ? "off" : part.Autocomplete);

        return part.Width is null ? Html.Tag("div", "gd-parts__wide", frame.Around(input)) : frame.Around(input);
    }

    private sealed record Part(string Id, Phrase Label, int? Width, string? Autocomplete, bool Digits = false);
}
