using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Disclosure;

/// <summary>Some states in one word of an address, the same words as in the staff's list: open, ended, or names with commas.</summary>
internal static class StateWords
{
    public const string Open = "open";
    public const string Ended = "ended";

    /// <summary>Ended without a handling: such matters belong into no unit's rate (rules A4.4).</summary>
    public static IReadOnlyList<MatterState> WithoutHandling { get; } =
        [MatterState.Declined, MatterState.Transferred, MatterState.Merged, MatterState.Repeated, MatterState.Withdrawn];

    public static string WithoutHandlingWord { get; } = string.Join(',', WithoutHandling.Select(Word.Of));

    /// <summary>Empty when the word says nothing known: then the state does not matter.</summary>
    public static IReadOnlyList<MatterState> Read(string? words) =>
        [.. (words ?? "").Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).SelectMany(One).Distinct()];

    /// <summary>Text key for what was chosen.</summary>
    public static string KeyOf(string words) => words switch
    {
        Open => "pub.state.open",
        Ended => "pub.state.ended",
        _ when words == WithoutHandlingWord => "pub.state.without-handling",
        _ => Read(words) is [var only] ? PublicWords.Of(only) : "pub.state.several",
    };

    private static IEnumerable<MatterState> One(string word) => word switch
    {
        Open => MatterStates.Open,
        Ended => Enum.GetValues<MatterState>().Where(s => !s.IsOpen()),
        _ => Word<MatterState>.Read(word) is { } state ? [state] : [],
    };
}
