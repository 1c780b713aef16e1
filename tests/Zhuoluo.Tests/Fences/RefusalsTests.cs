using System.Reflection;
using System.Text.RegularExpressions;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;
using Zhuoluo.Shell;
using Zhuoluo.Start;
using Zhuoluo.Tests.Shell;

namespace Zhuoluo.Tests.Fences;

/// <summary>Every "no" can be said: it has a text in each language, and gives the text what its places ask for.</summary>
public sealed partial class RefusalsTests
{
    private static readonly Texts _texts = Texts.Load(Sources.Texts);

    // The codes that Tables.UnreadableTable lists.
    private static readonly string[] _unreadable = ["not_a_table", "old_format", "protected_file", "damaged_file", "too_large"];

    private static readonly List<Refusal> _refusals =
        [.. typeof(App).Assembly.GetTypes().Where(IsRefusal).Select(Make), .. _unreadable.Select(code => new UnreadableFile(code))];

    [Theory]
    [InlineData("zh-Hans")]
    [InlineData("en")]
    [InlineData("zh-Hant")]
    public void Every_refusal_has_a_text(string language) =>
        Assert.Empty(_refusals.Select(r => "refusal." + r.Code).Except(_texts.KeysOf(language)));

    [Fact]
    public void Every_place_in_a_text_is_filled() => Assert.Empty(
        from refusal in _refusals
        from Match place in Place().Matches(_texts["refusal." + refusal.Code])
        where int.Parse(place.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture) >= refusal.Arguments.Count
        select $"{refusal.Code}: {place.Value}");

    [Fact]
    public void Codes_are_words_with_dashes() => Assert.All(_refusals, r => Assert.Matches("^[a-z]+(-[a-z]+)*$", r.Code));

    // A refusal that only carries another one says what that one says.
    private static bool IsRefusal(Type type) =>
        type is { IsAbstract: false } && type.IsSubclassOf(typeof(Refusal)) && type != typeof(UnreadableFile) && type.GetProperty("Inner") is null;

    private static Refusal Make(Type type)
    {
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        return (Refusal)constructor.Invoke([.. constructor.GetParameters().Select(Anything)]);
    }

    private static object? Anything(ParameterInfo parameter) => parameter.ParameterType switch
    {
        var t when t == typeof(string) => "x",
        var t when Nullable.GetUnderlyingType(t) is not null => null,
        { IsEnum: true } t => Enum.GetValues(t).GetValue(0),
        { IsValueType: true } t => Activator.CreateInstance(t),
        { IsGenericType: true } t => Array.CreateInstance(t.GetGenericArguments()[0], 0),
        var t => throw new InvalidOperationException($"No sample of {t.Name}: add one here."),
    };

    [GeneratedRegex(@"\{(\d)")]
    private static partial Regex Place();
}
