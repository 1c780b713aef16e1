using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Evaluation.Counted;

/// <summary>What both sources of judgements have in common: grades by weight, and what is left out.</summary>
internal static class JudgedGrades
{
    private const int Hundredths = 100;
    private static readonly int[] _none = new int[RateGrades.Best];

    public static FigureAmount Score { get; } = new("score", Hundredths) { Weights = RateDefinitions.WeightsAsync };

    public static IReadOnlyList<int> Weights(FigureAsk ask) => ask.Amount is null ? _none
        : ask.Weights?.Hundredths ?? throw new InvalidOperationException("Grades are added up by weights that were not read.");

    public static IQueryable<RateExclusion> LeftOut(ZhuoluoContext db) => db.Set<RateExclusion>().AsNoTracking().Where(x => x.IsApproved == true);
}
