using System.Collections.Frozen;
using System.Text.Json;

namespace Zhuoluo.Foundation;

/// <summary>How the members of an enum are written in addresses and text keys: <c>AwaitingSignature</c> is <c>awaiting-signature</c>.</summary>
internal static class Word<T>
    where T : struct, Enum
{
    private static readonly FrozenDictionary<T, string> _written = Enum.GetValues<T>().ToFrozenDictionary(v => v, v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()));

    private static readonly FrozenDictionary<string, T> _read = _written.ToFrozenDictionary(p => p.Value, p => p.Key, StringComparer.Ordinal);

    public static IEnumerable<string> All => Enum.GetValues<T>().Select(Of);

    public static string Of(T value) => _written.TryGetValue(value, out var word) ? word : "unknown";

    public static T? Read(string? word) => word is not null && _read.TryGetValue(word, out var value) ? value : null;
}

/// <summary>The same where the compiler knows which list it is.</summary>
internal static class Word
{
    public static string Of<T>(T value)
        where T : struct, Enum => Word<T>.Of(value);
}
