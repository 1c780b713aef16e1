using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation.Counted;

/// <summary>Ratings that units are judged by, those that another person agreed to leave out too (rules A4.4); grades can be added up by weight. They open no record: whose they are nobody is told.</summary>
internal sealed class RatedSource : IFigureSource
{
    public string Key => "rated";
    public IReadOnlyList<FigureTrait> Traits { get; } =
        [FigureTraits.YesNo("counted"), FigureTraits.YesNo("good"), new("grade", [.. Enumerable.Range(RateGrades.Worst, RateGrades.Best).Select(g => g.ToString(CultureInfo.InvariantCulture))], "figures.grade.")];
    public IReadOnlyList<string> Days { get; } = ["given"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [JudgedGrades.Score];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var ratings = db.Set<Rating>().AsNoTracking().Where(r => r.UnitId != null && r.GivenOn != null);
        var leftOut = JudgedGrades.LeftOut(db);
        ratings = ask.Flag("counted") switch
        {
            true => ratings.Where(r => !leftOut.Any(x => x.MatterId == r.MatterId && x.Round == r.Round)),
            false => ratings.Where(r => leftOut.Any(x => x.MatterId == r.MatterId && x.Round == r.Round)),
            _ => ratings,
        };
        ratings = ask.Flag("good") switch { true => ratings.Where(r => r.Grade > RateGrades.Bad), false => ratings.Where(r => r.Grade <= RateGrades.Bad), _ => ratings };
        if (ask["grade"] is { } word)
        {
            var grade = int.Parse(word, CultureInfo.InvariantCulture);
            ratings = ratings.Where(r => r.Grade == grade);
        }
        return JudgedGrades.Weighed(ratings.Join(db.Set<Matter>().Where(m => !m.IsConfidential), r => r.MatterId, m => m.Id, (r, m) => new Judged
        {
            Id = r.Id,
            Grade = r.Grade,
            UnitId = r.UnitId ?? 0,
            Town = m.TownCode,
            Day = r.GivenOn,
            Stamp = r.Grade ?? 0,
        }), ask);
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => null;

    public Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CountedRecord>>([]);
}
