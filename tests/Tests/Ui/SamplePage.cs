using GridDesk.Ui.Fields;
using GridDesk.Ui.Refusals;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.Hosting;
using Microsoft.Extensions.DependencyInjection;

[assembly: RazorCompiledItem(typeof(GridDesk.Tests.Ui.SamplePage), "mvc.1.0.razor-page", "/Sample.cshtml")]

namespace GridDesk.Tests.Ui;

/// <summary>A page as a module would write it, compiled by hand because the tests have no Razor compiler.</summary>
[RazorCompiledItemMetadata("RouteTemplate", "/sample")]
public sealed class SamplePage : Page
{
    public Sample Model => ViewData.Model;

    private ViewDataDictionary<Sample> ViewData => (ViewDataDictionary<Sample>)PageContext.ViewData;

    public override async Task ExecuteAsync()
    {
        ViewData["Title"] = "試填";

        // What Razor's compiler does for <gd-field for="Input.Phone" label="電話" />.
        var metadata = HttpContext.RequestServices.GetRequiredService<IModelMetadataProvider>();
        var drawn = new Microsoft.AspNetCore.Razor.TagHelpers.TagHelperOutput("gd-field", [], (_, _) => null!);
        var field = new GdField
        {
            View = ViewContext,
            For = new ModelExpression("Input.Phone", metadata.GetModelExplorerForType(typeof(string), Model.Input.Phone)),
            Label = "電話",
        };
        await field.ProcessAsync(new Microsoft.AspNetCore.Razor.TagHelpers.TagHelperContext([], new Dictionary<object, object>(), "1"), drawn);

        var token = HttpContext.RequestServices.GetRequiredService<IAntiforgery>().GetAndStoreTokens(HttpContext);
        WriteLiteral($"<h1>試填</h1><p id=\"town\">{Model.Town}</p><form method=\"post\">");
        Write(drawn);
        WriteLiteral($"<input type=\"hidden\" name=\"__RequestVerificationToken\" value=\"{token.RequestToken}\"></form>");
    }
}

public sealed class Sample : PageModel, IShowAgain
{
    [BindProperty]
    public InputModel Input { get; set; } = new();

    public string Town { get; private set; } = "";

    public void OnGet() => Town = "東區";

    public Task ShowAgainAsync()
    {
        OnGet();
        return Task.CompletedTask;
    }

    public IActionResult OnPost() => Input.Phone switch
    {
        "taken" => throw new Refusal("phone.conflict", "林志明 10:21 改了電話。", "Lin Chih-ming changed it at 10:21.", "phone"),
        "noon" => throw new Refusal("noon", "中午只能先收件。", "At noon we only take in papers."),
        "kind" => throw new Refusal("kind.missing", "請選一項。", "Choose one.", "kind"),
        "000" => throw new Refusal("phone.unknown", "電話少一碼，請再看一次。", "A digit is missing; please check.", "phone"),
        _ => Content($"saved {Input.Phone} {Input.Day?.ToString("D", System.Globalization.CultureInfo.InvariantCulture)}"),
    };

    public sealed class InputModel
    {
        public string? Phone { get; set; }

        public string? Kind { get; set; }

        public LocalDate? Day { get; set; }

        public LocalDate Until { get; set; }
    }
}
