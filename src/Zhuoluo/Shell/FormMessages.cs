using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Mvc.ModelBinding.Metadata;

namespace Zhuoluo.Shell;

/// <summary>Gives the plain annotations a text key each, so that <c>[Required]</c> alone speaks the reader's language.</summary>
internal sealed class FormMessages : IValidationMetadataProvider
{
    public void CreateValidationMetadata(ValidationMetadataProviderContext context)
    {
        foreach (var rule in context.ValidationMetadata.ValidatorMetadata.OfType<ValidationAttribute>())
        {
            if (rule.ErrorMessage is null && rule.ErrorMessageResourceName is null && KeyOf(rule) is { } key)
            {
                rule.ErrorMessage = key;
            }
        }
    }

    public static void Translate(DefaultModelBindingMessageProvider messages, Texts texts)
    {
        messages.SetAttemptedValueIsInvalidAccessor((value, _) => texts["form.invalid-value", value]);
        messages.SetNonPropertyAttemptedValueIsInvalidAccessor(value => texts["form.invalid-value", value]);
        messages.SetValueIsInvalidAccessor(value => texts["form.invalid-value", value]);
        messages.SetUnknownValueIsInvalidAccessor(_ => texts["form.invalid"]);
        messages.SetNonPropertyUnknownValueIsInvalidAccessor(() => texts["form.invalid"]);
        messages.SetValueMustBeANumberAccessor(_ => texts["form.number"]);
        messages.SetNonPropertyValueMustBeANumberAccessor(() => texts["form.number"]);
        messages.SetValueMustNotBeNullAccessor(_ => texts["form.required"]);
        messages.SetMissingBindRequiredValueAccessor(_ => texts["form.required"]);
        messages.SetMissingKeyOrValueAccessor(() => texts["form.required"]);
        messages.SetMissingRequestBodyRequiredValueAccessor(() => texts["form.required"]);
    }

    // {0} is the label, then the attribute's own numbers.
    private static string? KeyOf(ValidationAttribute rule) => rule switch
    {
        RequiredAttribute => "form.required",
        StringLengthAttribute { MinimumLength: > 0 } => "form.length",
        StringLengthAttribute => "form.max-length",
        MaxLengthAttribute => "form.max-length",
        MinLengthAttribute => "form.min-length",
        RangeAttribute => "form.range",
        PhoneAttribute => "form.phone",
        EmailAddressAttribute => "form.email",
        RegularExpressionAttribute => "form.invalid",
        CompareAttribute => "form.compare",
        _ => null,
    };
}
