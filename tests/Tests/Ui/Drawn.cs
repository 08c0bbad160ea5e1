using System.Text.Encodings.Web;
using System.Text.Unicode;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using GridDesk.Ui;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Tests.Ui;

/// <summary>One page on which tags are drawn: its model state, its order, and the elements that come out.</summary>
internal sealed class Drawn
{
    private static readonly Chrome Office = new();

    private readonly EmptyModelMetadataProvider _metadata = new();

    public Drawn()
    {
        View = new ViewContext
        {
            HttpContext = new DefaultHttpContext(),
            ViewData = new ViewDataDictionary(_metadata, new ModelStateDictionary()),
        };
    }

    public ViewContext View { get; }

    public static Chrome Chrome => Office;

    public Drawn Typed(string name, params string[] values)
    {
        View.ViewData.ModelState.SetModelValue(name, values.Length == 1 ? values[0] : values, string.Join(',', values));
        return this;
    }

    public Drawn Wrong(string name, string error)
    {
        View.ViewData.ModelState.AddModelError(name, error);
        return this;
    }

    public ModelExpression For<T>(string name, T? model) =>
        new(name, new ModelExplorer(_metadata, _metadata.GetMetadataForType(typeof(T)), model));

    public async Task<IElement> DrawAsync(string tagName, TagHelper tag, string content = "", Dictionary<string, string>? attributes = null) => (await HoldAsync(tagName, tag, content, attributes))();

    /// <summary>Runs the tag now and writes it out later, as a page does that stands in a layout.</summary>
    public async Task<Func<IElement>> HoldAsync(string tagName, TagHelper tag, string content = "", Dictionary<string, string>? attributes = null)
    {
        var all = new TagHelperAttributeList((attributes ?? []).Select(pair => new TagHelperAttribute(pair.Key, pair.Value)));
        var context = new TagHelperContext(tagName, all, new Dictionary<object, object>(), "one");
        var output = new TagHelperOutput(tagName, all, (_, _) =>
        {
            TagHelperContent inside = new DefaultTagHelperContent();
            return Task.FromResult(inside.SetContent(content));
        });

        await tag.ProcessAsync(context, output);

        return () =>
        {
            using var html = new StringWriter();
            output.WriteTo(html, HtmlEncoder.Create(UnicodeRanges.All));
            return new HtmlParser().ParseDocument($"<main>{html}</main>").QuerySelector("main")!;
        };
    }
}

internal static class Reading
{
    /// <summary>The texts an element is described by, in order; fails when one of them does not exist.</summary>
    public static IReadOnlyList<string> Descriptions(this IElement element) =>
    [
        .. (element.GetAttribute("aria-describedby") ?? "")
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(id => element.Owner!.GetElementById(id).ShouldNotBeNull($"nothing has the id {id}").TextContent.Trim()),
    ];

    public static string Label(this IElement control) =>
        control.Owner!.QuerySelector($"label[for='{control.Id}']").ShouldNotBeNull($"no label for {control.Id}").TextContent;

    public static void ShouldHaveNoIdTwice(this IElement page) => page
        .QuerySelectorAll("[id]").GroupBy(element => element.Id).Where(same => same.Count() > 1).Select(same => same.Key)
        .ShouldBeEmpty();
}
