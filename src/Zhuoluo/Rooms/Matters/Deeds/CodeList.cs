using System.Collections.Frozen;
using System.Text.Json;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>A closed list of reasons with their source, from catalog/matters; texts are the resources <c>reason.{list}.{code}</c>.</summary>
internal sealed class CodeList
{
    private static readonly JsonSerializerOptions _options = new(JsonSerializerDefaults.Web);
    private static readonly Lazy<CodeList> _decline = new(() => new("decline-reasons"));
    private static readonly Lazy<CodeList> _transfer = new(() => new("transfer-channels"));
    private static readonly Lazy<CodeList> _grounds = new(() => new("not-possible-grounds"));

    private CodeList(string name)
    {
        var file = Path.Combine(AppContext.BaseDirectory, "catalog", "matters", name + ".json");
        Items = JsonSerializer.Deserialize<List<ListedCode>>(File.ReadAllBytes(file), _options) ?? [];
        Codes = Items.Select(i => i.Code).ToFrozenSet(StringComparer.Ordinal);
    }

    /// <summary>Why a matter is not taken up (rules A2.4).</summary>
    public static CodeList Decline => _decline.Value;

    /// <summary>The other channels a matter is passed on to (rules A1.1, A2.3).</summary>
    public static CodeList Transfer => _transfer.Value;

    /// <summary>Why what is asked is not possible.</summary>
    public static CodeList Grounds => _grounds.Value;

    public IReadOnlyList<ListedCode> Items { get; }
    public FrozenSet<string> Codes { get; }

    public bool Has(string? code) => code is not null && Codes.Contains(code);
}

/// <param name="Code">Stable; stored and shown in entries.</param>
/// <param name="Source">Law and article, or the rule it follows.</param>
internal sealed record ListedCode(string Code, string Source);
