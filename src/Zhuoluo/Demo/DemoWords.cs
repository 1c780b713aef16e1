using System.Globalization;
using System.Text.Json;

namespace Zhuoluo.Demo;

/// <summary>Invented names and matters, from catalog/demo/phrases.json.</summary>
internal sealed class DemoWords(Dice dice)
{
    private readonly Phrases _phrases = JsonSerializer.Deserialize<Phrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "phrases.json")),
        JsonSerializerOptions.Web)!;

    public Phrases All => _phrases;

    public Topic Topic() => dice.Of(_phrases.Topics);

    public string Name()
    {
        var given = $"{_phrases.Given[dice.Below(_phrases.Given.Length)]}";
        var second = dice.Below(3) > 0 ? $"{_phrases.Given[dice.Below(_phrases.Given.Length)]}" : "";
        return $"{_phrases.Surnames[dice.Below(_phrases.Surnames.Length)]}{given}{second}";
    }

    /// <summary>Begins 1xx0000: no such number is in use.</summary>
    public string Phone() => string.Create(CultureInfo.InvariantCulture, $"1{dice.Between(30, 99)}0000{dice.Below(10000):D4}");

    public string Problem(Topic topic, string village) => Fill(dice.Of(topic.Problems), village);

    public string Result(Topic topic, string village) => Fill(dice.Of(topic.Results), village);

    public string Fill(string phrase, string village) => phrase
        .Replace("{village}", village, StringComparison.Ordinal)
        .Replace("{road}", dice.Of(_phrases.Roads), StringComparison.Ordinal)
        .Replace("{n}", dice.Between(2, 30).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
}

internal sealed record Topic(string Category, string Kind, IReadOnlyList<string> Problems, IReadOnlyList<string> Results);

internal sealed record Phrases(
    string Surnames, string Given, IReadOnlyList<string> Roads, IReadOnlyList<Topic> Topics, IReadOnlyList<string> Drives,
    string Declined, string Question, string Reply, string ReturnReason, string ReturnBasis, string SuspendReason, string SuspendPlan,
    string ExtendReason, string UrgeReason, string BadComment, string GoodComment, string HouseholdNote);
