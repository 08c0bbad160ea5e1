using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace GridDesk.Ui.Refusals;

/// <summary>
/// Answers a form that breaks a rule by showing it again with the reason at its field, so page handlers need neither
/// <c>if (!ModelState.IsValid)</c> nor <c>try</c>. Everything typed stays.
/// </summary>
internal sealed class ShowRefusals : IAsyncPageFilter
{
    public Task OnPageHandlerSelectionAsync(PageHandlerSelectedContext context) => Task.CompletedTask;

    public async Task OnPageHandlerExecutionAsync(PageHandlerExecutingContext context, PageHandlerExecutionDelegate next)
    {
        if (context.HandlerMethod is null || context.HandlerInstance is not PageModel page || !HttpMethods.IsPost(context.HttpContext.Request.Method))
        {
            await next();
            return;
        }

        if (!page.ModelState.IsValid)
        {
            AddTo(page, (await RefusedByReadingAsync(page)).Where(r => page.ModelState.GetFieldValidationState(RefusedField.Of(r, context)) != ModelValidationState.Invalid), context);
            context.Result = await AgainAsync(page, StatusCodes.Status422UnprocessableEntity);
            return;
        }

        var executed = await next();

        var refused = RefusedBy(executed.Exception);
        // What is not there cannot be shown again with a reason at its field; that is a page of its own.
        if (refused is not [] and not [{ Code: "not-found", Field: null }] && !executed.ExceptionHandled)
        {
            AddTo(page, refused, context);
            executed.Result = await AgainAsync(page, RefusalStatus.Of(refused[0]));
            executed.ExceptionHandled = true;
        }
    }

    private static IReadOnlyList<Refusal> RefusedBy(Exception? failure) => failure switch
    {
        Refusal refusal => [refusal],
        Kernel.Refusals several => several.All,
        _ => [],
    };

    private static async Task<IReadOnlyList<Refusal>> RefusedByReadingAsync(PageModel page)
    {
        try
        {
            await (page is IReadForm form ? form.ReadAsync() : Task.CompletedTask);
            return [];
        }
        catch (Exception failure) when (RefusedBy(failure) is { Count: > 0 } refused)
        {
            return refused;
        }
    }

    private static void AddTo(PageModel page, IEnumerable<Refusal> refused, PageHandlerExecutingContext context)
    {
        foreach (var refusal in refused.ToList())
        {
            page.ModelState.AddModelError(RefusedField.Of(refusal, context), refusal.Reason.ToString());
        }
    }

    private static async Task<PageResult> AgainAsync(PageModel page, int status)
    {
        if (page is IShowAgain shown)
        {
            await shown.ShowAgainAsync();
        }

        return new PageResult { StatusCode = status };
    }
}
