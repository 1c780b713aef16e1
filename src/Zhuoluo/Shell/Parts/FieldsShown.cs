namespace Zhuoluo.Shell.Parts;

/// <summary>The fields of this page in the order shown, so that the summary, drawn later by the frame, can name and link them.</summary>
internal sealed class FieldsShown
{
    private readonly List<(string Name, string Id, string Label)> _fields = [];

    public IReadOnlyList<(string Name, string Id, string Label)> InOrder => _fields;

    public void Add(string name, string id, string label) => _fields.Add((name, id, label));

    public static FieldsShown Of(HttpContext context)
    {
        if (context.Items[typeof(FieldsShown)] is not FieldsShown shown)
        {
            context.Items[typeof(FieldsShown)] = shown = new FieldsShown();
        }

        return shown;
    }
}
