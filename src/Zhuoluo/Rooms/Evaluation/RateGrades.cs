namespace Zhuoluo.Rooms.Evaluation;

/// <summary>The five grades (rules A7.1).</summary>
internal static class RateGrades
{
    public const int Worst = 1;
    public const int Best = 5;

    /// <summary>Grades up to here are bad ratings.</summary>
    public const int Bad = 2;
}
