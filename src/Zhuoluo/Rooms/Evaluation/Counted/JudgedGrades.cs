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

    /// <summary>Each one as one, or as the weight of its grade where those are added up; written out, for a database reads no list by a column.</summary>
    public static IQueryable<Countable> Weighed(IQueryable<Judged> judged, FigureAsk ask)
    {
        var (isSum, w) = (ask.Amount is not null, Weights(ask));
        var (w1, w2, w3, w4, w5) = (w[0], w[1], w[2], w[3], w[4]);
        return judged.Select(j => new Countable
        {
            Id = j.Id,
            Amount = !isSum ? 1 : j.Grade == 5 ? w5 : j.Grade == 4 ? w4 : j.Grade == 3 ? w3 : j.Grade == 2 ? w2 : j.Grade == 1 ? w1 : 0,
            UnitId = j.UnitId,
            Town = j.Town,
            Day = j.Day,
            Stamp = j.Stamp,
        });
    }

    public static IQueryable<RateExclusion> LeftOut(ZhuoluoContext db) => db.Set<RateExclusion>().AsNoTracking().Where(x => x.IsApproved == true);

    private static IReadOnlyList<int> Weights(FigureAsk ask) => ask.Amount is null ? _none
        : ask.Weights?.Hundredths ?? throw new InvalidOperationException("Grades are added up by weights that were not read.");
}

/// <summary>A judgement before its grade is weighed.</summary>
internal sealed record Judged
{
    public long Id { get; init; }

    /// <summary>1 to 5; null where none was given.</summary>
    public int? Grade { get; init; }
    public long UnitId { get; init; }
    public string Town { get; init; } = "";
    public DateOnly? Day { get; init; }
    public long Stamp { get; init; }
}
