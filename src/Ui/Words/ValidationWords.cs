using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;
using static GridDesk.Kernel.Languages;

namespace GridDesk.Ui.Words;

/// <summary>What a form says when a value cannot even be read, in the language of the request.</summary>
internal sealed class ValidationWords : IValidationMetadataProvider
{
    public static string Required => Say("這裡還沒填，請填寫。", "This is still empty; please fill it in.");

    public static string TooLong => Say("內容太長了，請縮短。", "This is too long; please shorten it.");

    public static string Unreadable => Say("這裡填的讀不懂，請再看一次。", "We could not read this; please look at it again.");

    public static string Number => Say("請填數字。", "Enter a number.");

    /// <summary>Whether the text says nothing about which field it stands at.</summary>
    public static bool FitAnyField(string text) => text == Required || text == TooLong || text == Unreadable || text == Number;

    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null)
            {
                rule.ErrorMessageResourceType = typeof(ValidationWords);
                rule.ErrorMessageResourceName = rule switch
                {
                    RequiredAttribute => nameof(Required),
                    StringLengthAttribute or MaxLengthAttribute => nameof(TooLong),
                    _ => nameof(Unreadable),
                };
            }
        }
    }

    public static void Speak(DefaultModelBindingMessageProvider messages)
    {
        messages.SetAttemptedValueIsInvalidAccessor((_, _) => Unreadable);
        messages.SetMissingBindRequiredValueAccessor(_ => Required);
        messages.SetMissingKeyOrValueAccessor(() => Required);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => Required);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(_ => Unreadable);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => Unreadable);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => Number);
        messages.SetUnknownValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueIsInvalidAccessor(_ => Unreadable);
        messages.SetValueMustBeANumberAccessor(_ => Number);
        messages.SetValueMustNotBeNullAccessor(_ => Required);
    }
}
