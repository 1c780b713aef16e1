namespace Zhuoluo.Rooms.Matters.Windows.Watch;

/// <summary>How often a window was praised, advised and complained of in twelve months.</summary>
internal sealed record WindowCount(string Window, string Of, int Praise, int Suggestions, int Complaints)
{
    /// <summary>A smaller number could tell who it was (rules F5.3): it is shown as "under five".</summary>
    public const int Smallest = 5;

    public static bool IsSmall(int count) => count is > 0 and < Smallest;
}
