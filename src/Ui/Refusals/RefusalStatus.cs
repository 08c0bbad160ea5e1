
namespace GridDesk.Ui.Refusals;

/// <summary>The HTTP status that says the same as a failure.</summary>
internal static class RefusalStatus
{
    public static int Of(Exception failure) => failure switch
    {
        Refusal refusal => Of(refusal.Code),
        Kernel.Refusals => StatusCodes.Status422UnprocessableEntity,
        BadHttpRequestException request => request.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    public static int Of(string code) =>
        Says(code, "not-found") ? StatusCodes.Status404NotFound
        : Says(code, "conflict") ? StatusCodes.Status409Conflict
        : Says(code, "forbidden") ? StatusCodes.Status403Forbidden
        : Says(code, "too-many-tries") ? StatusCodes.Status429TooManyRequests
        : StatusCodes.Status422UnprocessableEntity;

    // "request.not-found" and "case-not-found" both say it; "not-foundry" does not.
    private static bool Says(string code, string word) =>
        code.Split('.').Any(part => part == word || part.EndsWith($"-{word}", StringComparison.Ordinal));
}
