namespace Zhuoluo.Rooms.Projects;

/// <summary>How a project stands against its plan. Computed, never typed (rules B3.3); shown by shape, word and colour.</summary>
internal enum ProjectLight { None = 0, Green = 1, Yellow = 2, Red = 3, Done = 4 }

/// <summary>What made the light; several may hold at once.</summary>
[Flags]
internal enum LightCause { None = 0, Progress = 1, Start = 2, Silence = 4, Money = 8, Overdue = 16, Recovering = 32 }

/// <summary>Thresholds of one profile. Points are of a hundred; months are whole.</summary>
/// <param name="YellowFrom">Behind by this many points or more: yellow (rules B3: 10, included).</param>
/// <param name="RedAbove">Behind by more than this: red (30 itself is yellow).</param>
/// <param name="StartRedMonths">Months running, the first included, past the planned start without one: red; 0 switches the start off.</param>
/// <param name="SilentYellow">Periods without a report: yellow.</param>
/// <param name="SilentRed">More periods than this without a report: red.</param>
/// <param name="MoneyYellow">Money that has come, in points behind plan: yellow from here; 0 switches money off.</param>
/// <param name="MoneyRed">More than this: red.</param>
/// <param name="GoodPeriods">Good periods that lead out of red.</param>
internal sealed record LightProfile(
    decimal YellowFrom, decimal RedAbove, int StartRedMonths, int SilentYellow, int SilentRed, decimal MoneyYellow, decimal MoneyRed, int GoodPeriods)
{
    public const string Standard = "standard";

    /// <summary>Only how far it is against its plan: what the lists of offices know.</summary>
    public const string Progress = "progress";

    /// <summary>Progress, start and silence by Yinchuan 2025, money by Sanya (rules B3); leaving red after two good periods (B3.5).</summary>
    private static readonly Dictionary<string, LightProfile> _shipped = new(StringComparer.Ordinal)
    {
        [Standard] = new(10, 30, 3, 1, 2, 0, 50, 2),
        ["money"] = new(10, 30, 3, 1, 2, 0.01m, 50, 2),
        [Progress] = new(10, 30, 0, int.MaxValue, int.MaxValue, 0, 50, 2),
    };

    public static IEnumerable<string> Names => _shipped.Keys;

    public static LightProfile? Find(string name) => _shipped.GetValueOrDefault(name);

    public static LightProfile Of(string name) => Find(name) ?? _shipped[Standard];
}
