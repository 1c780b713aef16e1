using System.Globalization;
using System.Text.Json;

namespace Zhuoluo.Verify;

/// <summary>What the tool says, in the language of the reader.</summary>
internal sealed class Texts
{
    public const string Chinese = "zh";
    public const string English = "en";
    private readonly Dictionary<string, string> _texts;

    private Texts(string name)
    {
        using var stream = typeof(Texts).Assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"{name} is not in the program.");
        _texts = JsonSerializer.Deserialize<Dictionary<string, string>>(stream) ?? [];
    }

    public IReadOnlyCollection<string> Keys => _texts.Keys;

    /// <summary>The language asked for, or the one of the machine.</summary>
    public static Texts In(string? language) =>
        new((language ?? CultureInfo.CurrentUICulture.TwoLetterISOLanguageName) == Chinese ? "zh-Hans.json" : "en.json");

    public string Of(string key, params object?[] values) => string.Format(CultureInfo.InvariantCulture, _texts[key], values);
}
