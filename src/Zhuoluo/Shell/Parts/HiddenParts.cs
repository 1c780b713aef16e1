using System.Globalization;
using Microsoft.AspNetCore.Razor.TagHelpers;
using Zhuoluo.Foundation;

namespace Zhuoluo.Shell.Parts;

/// <summary>
/// Makes a form count once however often it is sent: 128 random bits in hex, kept when the form is shown again with errors.
/// Posts as OnceKey.
/// </summary>
[HtmlTargetElement("once-key", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class OnceKeyPart : Part
{
    private const string FieldName = "OnceKey";
    private const int KeyBytes = 16;

    public override void Process(TagHelperContext context, TagHelperOutput output)
    {
        var request = ViewContext.HttpContext.Request;
        var posted = request.HasFormContentType ? request.Form[FieldName].ToString() : "";
        Hidden.Write(output, FieldName, posted.Length > 0 ? posted : Convert.ToHexStringLower(Service<Chance>().Bytes(KeyBytes)));
    }
}

/// <summary>Which version of the record the person looked at, so that a later change is noticed. Posts as RecordVersion.</summary>
[HtmlTargetElement("record-version", TagStructure = TagStructure.NormalOrSelfClosing)]
public sealed class RecordVersionPart : Part
{
    public long Value { get; set; }

    public override void Process(TagHelperContext context, TagHelperOutput output) =>
        Hidden.Write(output, "RecordVersion", Value.ToString(CultureInfo.InvariantCulture));
}

internal static class Hidden
{
    public static void Write(TagHelperOutput output, string name, string value)
    {
        output.TagName = null;
        output.Content.SetHtmlContent(
            Markup.Tag("input").With("type", "hidden").With("name", name).With("value", value).Alone());
    }
}
