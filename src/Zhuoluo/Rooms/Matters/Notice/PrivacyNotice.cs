namespace Zhuoluo.Rooms.Matters.Notice;

/// <summary>The notice that stands before the fields for name and telephone. A changed text gets a new version.</summary>
internal static class PrivacyNotice
{
    public const int Version = 2;

    /// <summary>Text keys, in the order of article 17: who, purpose and basis, kinds, who sees it, how long, rights.</summary>
    public static IReadOnlyList<string> Items { get; } = ["who", "why", "what", "seen", "kept", "rights"];

    /// <summary>A version there has been: a page may stay open on a phone while a new one comes out.</summary>
    public static bool HasBeen(int? version) => version is >= 1 and <= Version;
}
