using System.Text.RegularExpressions;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Start;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Fences;

/// <summary>Kinds of entries are a closed, documented list of frozen shapes without text.</summary>
public sealed partial class EntriesTests
{
    private static readonly List<Type> _shapes = [.. typeof(App).Assembly.GetTypes().Where(t => t is { IsAbstract: false } && typeof(IEntry).IsAssignableFrom(t))];

    [Fact]
    public void Every_kind_is_documented_and_every_documented_kind_exists() =>
        Assert.Equal(
            _shapes.Select(KindAndVersion).Order(StringComparer.Ordinal),
            Row().Matches(Repository.Read("docs/entries.md")).Select(m => $"{m.Groups[1].Value} v{m.Groups[2].Value}").Order(StringComparer.Ordinal));

    [Fact]
    public void Personal_data_cannot_stand_in_an_entry_by_type() => Assert.Empty(TextIn(_shapes));

    [Fact]
    public void A_planted_name_is_caught() =>
        Assert.Equal(["PlantedNamedV1.Name"], TextIn([typeof(PlantedNamedV1)]));

    [Fact]
    public void Every_shape_is_named_for_what_happened_and_its_version() =>
        Assert.All(_shapes, s => Assert.EndsWith($"V{s.GetProperty("Version")!.GetValue(null)}", s.Name, StringComparison.Ordinal));

    [Fact]
    public void Every_version_has_a_stored_sample_whose_keys_are_its_properties() => Assert.All(_shapes, shape =>
    {
        var sample = Repository.Read($"tests/Zhuoluo.Tests/Samples/entries/{KindAndVersion(shape).Replace(" ", ".", StringComparison.Ordinal)}.json");
        using var json = System.Text.Json.JsonDocument.Parse(sample);
        Assert.Equal(shape.GetProperty("Kind")!.GetValue(null), json.RootElement.GetProperty("kind").GetString());
        var keys = json.RootElement.GetProperty("pub").EnumerateObject().Select(p => p.Name).Order(StringComparer.Ordinal);
        var properties = InstanceProperties(shape).Select(p => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(p.Name)).Order(StringComparer.Ordinal);
        Assert.Equal(properties, keys);
    });

    private static string KindAndVersion(Type shape) => $"{shape.GetProperty("Kind")!.GetValue(null)} v{shape.GetProperty("Version")!.GetValue(null)}";

    private static IEnumerable<string> TextIn(IEnumerable<Type> shapes) =>
        from shape in shapes
        from property in InstanceProperties(shape)
        where !EntryBody.MayStandInAnEntry(property.PropertyType)
        select $"{shape.Name}.{property.Name}";

    private static System.Reflection.PropertyInfo[] InstanceProperties(Type shape) =>
        shape.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance);

    [GeneratedRegex(@"^\| `([a-z.-]+)` \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed record PlantedNamedV1(string Name) : IEntry
    {
        public static string Kind => "planted.named";
        public static int Version => 1;
    }
}
