using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace Zhuoluo.Data;

/// <summary>A mapped property as it is stored: its column, and its value after the model's conversion.</summary>
internal sealed class StoredColumn(IProperty property)
{
    private readonly Func<object, object?>? _convert = property.GetTypeMapping().Converter is { } c ? v => c.ConvertToProvider(v) : null;
    private readonly IClrPropertyGetter _getter = property.GetGetter();

    public string Name { get; } = property.GetColumnName();

    public RelationalTypeMapping Mapping { get; } = property.GetRelationalTypeMapping();

    public static StoredColumn[] Of(IEntityType type) => [.. type.GetProperties().Select(p => new StoredColumn(p))];

    public static string NameList(IEnumerable<StoredColumn> columns) => string.Join(',', columns.Select(c => $"\"{c.Name}\""));

    public object? ValueOf(object row)
    {
        var value = _getter.GetClrValue(row);
        return value is null || _convert is null ? value : _convert(value);
    }
}
