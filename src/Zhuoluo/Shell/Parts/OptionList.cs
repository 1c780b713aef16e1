using System.Text;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace Zhuoluo.Shell.Parts;

/// <summary>The options of a select as markup, made once and shown with another one chosen each time.</summary>
internal sealed class OptionList
{
    private const string Selected = " selected=\"\"";
    private readonly string _markup;
    private readonly Dictionary<string, int> _places = new(StringComparer.Ordinal);

    /// <param name="options">In their order; those of one group stand together.</param>
    /// <param name="isFlat">Groups as lines that cannot be chosen, for selects whose options are filtered while typing.</param>
    public OptionList(IEnumerable<SelectListItem> options, bool isFlat = false)
    {
        var markup = new StringBuilder();
        string? group = null;
        foreach (var option in options)
        {
            if (option.Group?.Name != group)
            {
                markup.Append(group is null || isFlat ? "" : "</optgroup>");
                group = option.Group?.Name;
                markup.Append(group is null ? "" : isFlat ? $"<option disabled>{Draw.Encoded(group)}</option>" : $"<optgroup label=\"{Draw.Encoded(group)}\">");
            }
            markup.Append("<option");
            _places.TryAdd(option.Value, markup.Length);
            markup.Append(" value=\"").Append(Draw.Encoded(option.Value)).Append("\">").Append(Draw.Encoded(option.Text)).Append("</option>");
        }
        _markup = markup.Append(group is null || isFlat ? "" : "</optgroup>").ToString();
    }

    public bool Has(string value) => _places.ContainsKey(value);

    public IHtmlContent Chosen(string? value) => value is not null && _places.TryGetValue(value, out var place)
        ? new HtmlString(string.Concat(_markup.AsSpan(0, place), Selected, _markup.AsSpan(place)))
        : new HtmlString(_markup);

    /// <summary>A select of a filter form with its label, as <see cref="SelectFilterPart"/> draws it.</summary>
    public IHtmlContent Filter(Texts texts, string name, string key, string? chosen) => new HtmlContentBuilder(3)
        .AppendHtml($"<div class=\"field\"><label class=\"field-label\" for=\"f-{name}\">{Draw.Encoded(texts[key])}</label><select class=\"form-select\" id=\"f-{name}\" name=\"{name}\"><option value=\"\">{Draw.Encoded(texts["form.any"])}</option>")
        .AppendHtml(Chosen(chosen))
        .AppendHtml("</select></div>");
}
