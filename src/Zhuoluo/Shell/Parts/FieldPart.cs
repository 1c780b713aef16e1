using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Mvc.ViewFeatures;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>
/// Label, hint, error and control in one line, tied together for screen readers. Other attributes go to the control.
/// The label comes from <c>[Display(Name = "key")]</c> unless given.
/// </summary>
[HtmlTargetElement("field", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class FieldPart : Part
{
    public ModelExpression For { get; set; } = null!;

    /// <summary>Text key.</summary>
    public string? Label { get; set; }

    /// <summary>Text key.</summary>
    public string? Hint { get; set; }

    /// <summary>text, textarea, select, radio, checkbox, checkboxes, date, tel, number, password, email, search, file.</summary>
    public string? As { get; set; }

    /// <summary>Choices of select, radio and checkboxes, their texts already translated.</summary>
    public IEnumerable<SelectListItem>? Options { get; set; }

    /// <summary>Overrides what the annotations say.</summary>
    public bool? Need { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var control = FieldControl.Read(this, output);
        var needed = Need ?? (control.Kind is not ("checkbox" or "checkboxes") && For.Metadata.IsRequired);
        var label = Label is null ? For.Metadata.GetDisplayName() : T[Label];
        FieldsShown.Of(ViewContext.HttpContext).Add(control.Name, control.Target, label);

        var hint = Hint is null ? null : Markup.Tag("div", "field-hint").With("id", control.Id + "-hint").Holding(T[Hint]);
        var error = control.Error is null ? null
            : Markup.Tag("div", "field-error").With("id", control.Id + "-error").Holding(control.Error);
        control.Describe(hint is not null, error is not null, needed);

        Wrap(output, control.IsGroup ? "fieldset" : "div", error is null ? "field" : "field field-bad");
        var need = needed ? Markup.Tag("span", "need").Holding(T["form.need"]) : null;
        IHtmlContent[] parts = control.IsGroup
            ? [Title("legend").Holding(label).Holding(need)]
            : control.Kind == "checkbox" ? [] : [Title("label").With("for", control.Id).Holding(label).Holding(need)];
        var drawn = control.Draw(label, T["form.choose"]);
        // What a tick means is read after the words beside it.
        IHtmlContent?[] shown = control.Kind == "checkbox" ? [error, drawn, hint] : [.. parts, hint, error, drawn];
        foreach (var part in shown)
        {
            if (part is not null)
            {
                output.Content.AppendHtml(part);
            }
        }
    }

    private static TagBuilder Title(string tag) => Markup.Tag(tag, "field-label");
}
