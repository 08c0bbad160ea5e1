using System.Text.Encodings.Web;
using System.Text.Unicode;
using GridDesk.Ui.Dates;
using GridDesk.Ui.Http;
using GridDesk.Ui.Refusals;
using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.WebEncoders;

namespace GridDesk.Ui;

/// <summary>What the program calls to have the design system, the two languages and the handling of refusals.</summary>
public static class UiSetup
{
    /// <summary>
    /// Adds Razor Pages (rooted at the projects' folders, so a page lies beside its rules) and everything the layouts
    /// and tag helpers need. Register a filled <see cref="Chrome"/> before or after.
    /// </summary>
    public static IMvcBuilder AddUi(this IServiceCollection services)
    {
        services.TryAddSingleton<Chrome>();
        services.AddProblemDetails(problems => problems.CustomizeProblemDetails = made => ProblemWords.Complete(made.ProblemDetails));
        services.AddExceptionHandler<ProblemAnswers>();
        services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "gd-form";
            antiforgery.Cookie.Path = "/"; // one for both languages, or a form begun in one could not be sent in the other
            antiforgery.SuppressXFrameOptionsHeader = true; // frame-ancestors 'none' says more
        });

        // Chinese stays readable in HTML and JSON instead of becoming &#x...; and \u....
        services.Configure<WebEncoderOptions>(web => web.TextEncoderSettings = new TextEncoderSettings(UnicodeRanges.All));
        services.ConfigureHttpJsonOptions(json => json.SerializerOptions.Encoder = JavaScriptEncoder.Create(UnicodeRanges.All));

        services.PostConfigure<MvcOptions>(mvc =>
        {
            mvc.Filters.Add<OfferToResend>();
            // They read jQuery's a[b], which no form of ours sends, and fall over a bracket that is never closed.
            mvc.ValueProviderFactories.RemoveType<JQueryFormValueProviderFactory>();
            mvc.ValueProviderFactories.RemoveType<JQueryQueryStringValueProviderFactory>();
            mvc.ModelBinderProviders.Insert(0, new LocalDateBinderProvider());
            mvc.ModelMetadataDetailsProviders.Add(new SuppressChildValidationMetadataProvider(typeof(LocalDate)));
            mvc.ModelMetadataDetailsProviders.Add(new ValidationWords());
            ValidationWords.Speak(mvc.ModelBindingMessageProvider);
        });

        return services
            .AddRazorPages(pages =>
            {
                pages.RootDirectory = "/";
                pages.Conventions.ConfigureFilter(new ShowRefusals());
            })
            .AddApplicationPart(typeof(UiSetup).Assembly);
    }

    /// <summary>
    /// The first middleware of the program: security headers, language, text size, errors, routing. Authentication,
    /// authorisation and endpoints follow it.
    /// </summary>
    public static void UseUi(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseLanguages();
        app.UseTextSize();
        app.UseErrorPages();
        app.UseRouting();
    }
}
