using GridDesk.Ui.Markup;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace GridDesk.Ui.Fields;

/// <summary>
/// A file: <c>&lt;gd-upload for="Input.Lease" label="租約" accept=".pdf,image/*" /&gt;</c>. The form needs
/// <c>enctype="multipart/form-data"</c>.
/// </summary>
[HtmlTargetElement("gd-upload", TagStructure = TagStructure.WithoutEndTag)]
public sealed class GdUpload : FieldTag
{
    /// <summary>What the browser offers to pick; checked again on the server.</summary>
    public string? Accept { get; set; }

    /// <summary>More than one file at once.</summary>
    public bool Many { get; set; }

    private protected override IHtmlContent Draw(TagHelperAttributeList attributes)
    {
        var frame = Frame();
        return frame.Around(Pass(attributes, Controls.Upload(frame.Error is not null, Many)).With("accept", Accept));
    }
}
