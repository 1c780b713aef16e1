using System.Collections;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Microsoft.AspNetCore.Html;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.AspNetCore.Razor.TagHelpers;

namespace Zhuoluo.Shell.Parts;

/// <summary>The control inside a field: which kind, its present value, its error, and its markup.</summary>
internal sealed class FieldControl
{
    private readonly List<(string Name, string? Value)> _attributes = [];
    private IReadOnlyList<SelectListItem> _options = [];
    private HashSet<string> _values = [];

    public required string Name { get; init; }

    public required string Id { get; init; }

    public required string Kind { get; init; }

    public string? Error { get; private init; }

    public bool IsGroup => Kind is "radio" or "checkboxes";

    /// <summary>Where a link of the summary leads: the first control of a group.</summary>
    public string Target => IsGroup ? Id + "-0" : Id;

    public static FieldControl Read(FieldPart field, TagHelperOutput output)
    {
        var name = field.ViewContext.ViewData.TemplateInfo.GetFullHtmlFieldName(field.For.Name);
        field.ViewContext.ViewData.ModelState.TryGetValue(name, out var entry);
        var control = new FieldControl
        {
            Name = name,
            Id = TagBuilder.CreateSanitizedId(name, "_"),
            Kind = field.As ?? Guess(field),
            Error = entry?.Errors.FirstOrDefault()?.ErrorMessage,
        };
        control._options = [.. field.Options ?? []];
        control._values = entry?.RawValue is not null && control.Kind != "file" ? Values(entry.RawValue) : Values(field.For.Model);
        if (control.Kind is "text" or "textarea" && MaxLength(field) is { } most)
        {
            control._attributes.Add(("maxlength", most.ToString(CultureInfo.InvariantCulture)));
        }

        foreach (var given in output.Attributes.Where(a => a.Name != "class").ToList())
        {
            control._attributes.RemoveAll(a => a.Name == given.Name);
            control._attributes.Add((given.Name, given.ValueStyle == HtmlAttributeValueStyle.Minimized ? "" : given.Value?.ToString()));
            output.Attributes.Remove(given);
        }

        return control;
    }

    public void Describe(bool hint, bool error, bool needed)
    {
        var by = string.Join(' ', new[] { hint ? Id + "-hint" : null, error ? Id + "-error" : null }.Where(i => i is not null));
        if (by.Length > 0)
        {
            _attributes.Add(("aria-describedby", by));
        }

        if (error)
        {
            _attributes.Add(("aria-invalid", "true"));
        }

        // Not "required": the browser's own bubble speaks another language and stops at the first field.
        if (needed && !IsGroup)
        {
            _attributes.Add(("aria-required", "true"));
        }
    }

    public IHtmlContent Draw(string label, string choose) => Kind switch
    {
        "textarea" => Own(Markup.Tag("textarea", "form-control").With("rows", "5")).Holding("\n" + First),
        "select" => Own(Markup.Tag("select", "form-select")).Holding(SelectOptions(choose)),
        "radio" or "checkboxes" => Group(),
        "checkbox" => Check(Own(Input("checkbox", "form-check-input").With("value", "true").Flag("checked", First == "true")), Id, label),
        "file" => Own(Input("file", "form-control")),
        "password" => Own(Input("password", "form-control")),
        "tel" => Own(Input("tel", "form-control").With("inputmode", "tel").With("value", First)),
        _ => Own(Input(Kind, "form-control").With("value", First)),
    };

    private string First => _values.FirstOrDefault() ?? "";

    private TagBuilder Own(TagBuilder control)
    {
        control.With("id", Id).With("name", Name);
        foreach (var (name, value) in _attributes)
        {
            control.With(name, value);
        }

        return control;
    }

    private static TagBuilder Input(string type, string cssClass) => Markup.Tag("input", cssClass).With("type", type).Alone();

    private static TagBuilder Check(TagBuilder input, string id, string label) =>
        Markup.Tag("div", "form-check").Holding(input, Markup.Tag("label", "form-check-label").With("for", id).Holding(label));

    private TagBuilder Group()
    {
        var group = Markup.Tag("div", "field-choices");
        for (var i = 0; i < _options.Count; i++)
        {
            var option = _options[i];
            var id = $"{Id}-{i}";
            var input = Own(Input(Kind == "radio" ? "radio" : "checkbox", "form-check-input"))
                .With("id", id).With("value", ValueOf(option))
                .Flag("checked", IsChosen(option)).Flag("disabled", option.Disabled);
            group.Holding(Check(input, id, option.Text));
        }

        return group;
    }

    private HtmlContentBuilder SelectOptions(string choose)
    {
        var content = new HtmlContentBuilder();
        if (!_options.Any(o => ValueOf(o).Length == 0) && !_attributes.Any(a => a.Name == "multiple"))
        {
            content.AppendHtml(Markup.Tag("option").With("value", "").Holding(choose));
        }

        TagBuilder? group = null;
        foreach (var option in _options)
        {
            var drawn = Markup.Tag("option").With("value", ValueOf(option)).Flag("selected", IsChosen(option))
                .Flag("disabled", option.Disabled).Holding(option.Text);
            if (option.Group is null)
            {
                content.AppendHtml(drawn);
                continue;
            }

            if (group?.Attributes["label"] != option.Group.Name)
            {
                group = Markup.Tag("optgroup").With("label", option.Group.Name);
                content.AppendHtml(group);
            }

            group.Holding(drawn);
        }

        return content;
    }

    private bool IsChosen(SelectListItem option) => _values.Count > 0 ? _values.Contains(ValueOf(option)) : option.Selected;

    private static string ValueOf(SelectListItem option) => option.Value ?? option.Text ?? "";

    private static string Guess(FieldPart field)
    {
        if (field.Options is not null)
        {
            return "select";
        }

        var type = field.For.Metadata.UnderlyingOrModelType;
        return type == typeof(bool) ? "checkbox"
            : type == typeof(DateOnly) ? "date"
            : typeof(IFormFile).IsAssignableFrom(type) || typeof(IEnumerable<IFormFile>).IsAssignableFrom(type) ? "file"
            : type == typeof(int) || type == typeof(long) ? "number"
            : "text";
    }

    private static int? MaxLength(FieldPart field) => field.For.Metadata.ValidatorMetadata
        .Select(v => v is StringLengthAttribute s ? s.MaximumLength : v is MaxLengthAttribute m ? m.Length : (int?)null)
        .FirstOrDefault(most => most is > 0);

    private static HashSet<string> Values(object? model) => model switch
    {
        null => [],
        string text => [text],
        IEnumerable many => [.. many.Cast<object?>().Select(Written)],
        _ => [Written(model)],
    };

    private static string Written(object? value) => value switch
    {
        null => "",
        bool set => set ? "true" : "false",
        DateOnly day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeOnly time => time.ToString("HH:mm", CultureInfo.InvariantCulture),
        Enum name => name.ToString(),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => value.ToString() ?? "",
    };
}
