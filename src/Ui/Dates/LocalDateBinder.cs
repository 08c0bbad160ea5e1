using GridDesk.Ui.Words;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace GridDesk.Ui.Dates;

/// <summary>Binds a day of a page from the three boxes of <c>gd-date</c> (<c>.year .month .day</c>) or from one text.</summary>
internal sealed class LocalDateBinder : IModelBinder
{
    public Task BindModelAsync(ModelBindingContext binding)
    {
        var whole = Typed(binding, binding.ModelName);
        var parts = Array.ConvertAll(["year", "month", "day"], part => Typed(binding, $"{binding.ModelName}.{part}"));

        try
        {
            if (whole is { Length: > 0 })
            {
                binding.Result = ModelBindingResult.Success(TypedDate.Read(whole));
            }
            else if (parts.Any(part => part is { Length: > 0 }))
            {
                binding.Result = ModelBindingResult.Success(TypedDate.Read(parts[0], parts[1], parts[2]));
            }
            else if (!binding.ModelMetadata.IsReferenceOrNullableType && parts.Append(whole).Any(text => text is not null))
            {
                binding.ModelState.TryAddModelError(binding.ModelName, ValidationWords.Required);
                binding.Result = ModelBindingResult.Failed();
            }
        }
        catch (Refusal refusal)
        {
            binding.ModelState.TryAddModelError(binding.ModelName, refusal.Reason.ToString());
            binding.Result = ModelBindingResult.Failed();
        }

        return Task.CompletedTask;
    }

    private static string? Typed(ModelBindingContext binding, string name)
    {
        var value = binding.ValueProvider.GetValue(name);

        if (value == ValueProviderResult.None)
        {
            return null;
        }

        binding.ModelState.SetModelValue(name, value);
        binding.ModelState.MarkFieldSkipped(name);
        return value.FirstValue?.Trim();
    }
}

internal sealed class LocalDateBinderProvider : IModelBinderProvider
{
    public IModelBinder? GetBinder(ModelBinderProviderContext context) =>
        context.Metadata.UnderlyingOrModelType == typeof(LocalDate) ? new LocalDateBinder() : null;
}
