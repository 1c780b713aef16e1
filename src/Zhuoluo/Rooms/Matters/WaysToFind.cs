using Zhuoluo.Rooms.Matters.Terms;

namespace Zhuoluo.Rooms.Matters;

/// <summary>How matters are found again: words and other words for the same, what is alike, kept lists, the month of deadlines, the map.</summary>
internal static class WaysToFind
{
    public static void AddFinding(this IServiceCollection services) => services.AddSingleton<WordBook>();
}
