using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters;

namespace Zhuoluo.Rooms.Evaluation.Counted;

/// <summary>
/// Calls by draw, in the month whose closed matters were drawn from. Counted are those that reached somebody and were not left out; they are never added
/// to ratings that people gave of themselves. They open no record.
/// </summary>
internal sealed class DrawnCallsSource : IFigureSource
{
    public string Key => "drawn-calls";
    public IReadOnlyList<FigureTrait> Traits { get; } =
    [
        FigureTraits.YesNo("counted"), FigureTraits.YesNo("left-out"), FigureTrait.Of<PickState>("state", "figures.pick."), FigureTraits.YesNo("responded"), FigureTraits.YesNo("judged"), FigureTraits.YesNo("solved"),
        FigureTraits.YesNo("graded"),
    ];
    public IReadOnlyList<string> Days { get; } = ["drawn-month"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [JudgedGrades.Score];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask) =>
        JudgedGrades.Weighed(Matching(db, ask).Join(db.Set<Matter>().Where(m => !m.IsConfidential), p => p.MatterId, m => m.Id, (p, m) => new Judged
        {
            Id = p.Id,
            Grade = p.Grade,
            UnitId = p.UnitId ?? 0,
            Town = m.TownCode,
            // The first of the month, from a day at hand: a day that is given cannot be moved by months on PostgreSQL.
            Day = m.OpenedOn.AddDays(1 - m.OpenedOn.Day).AddMonths((p.Month / 100 * 12) + (p.Month % 100) - (m.OpenedOn.Year * 12) - m.OpenedOn.Month),
            Stamp = ((int)p.State * 1000) + ((p.Grade ?? 0) * 100) + (p.IsSolved == true ? 20 : p.IsSolved == false ? 10 : 0) + (p.IsResponded == true ? 2 : p.IsResponded == false ? 1 : 0),
        }), ask);

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => null;

    public Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CountedRecord>>([]);

    private static IQueryable<CallPick> Matching(ZhuoluoContext db, FigureAsk ask)
    {
        var leftOut = JudgedGrades.LeftOut(db);
        var picks = db.Set<CallPick>().AsNoTracking().Where(p => p.UnitId != null);
        picks = ask.Flag("counted") switch
        {
            true => picks.Where(p => p.State == PickState.Reached && !leftOut.Any(x => x.MatterId == p.MatterId && x.Round == p.Round)),
            false => picks.Where(p => p.State != PickState.Reached || leftOut.Any(x => x.MatterId == p.MatterId && x.Round == p.Round)),
            _ => picks,
        };
        picks = ask.Flag("left-out") switch
        {
            true => picks.Where(p => p.State == PickState.NoContact || p.State == PickState.WantsNoCall || leftOut.Any(x => x.MatterId == p.MatterId && x.Round == p.Round)),
            false => picks.Where(p => p.State != PickState.NoContact && p.State != PickState.WantsNoCall && !leftOut.Any(x => x.MatterId == p.MatterId && x.Round == p.Round)),
            _ => picks,
        };
        picks = ask.Read<PickState>("state") is { } state ? picks.Where(p => p.State == state) : picks;
        picks = ask.Flag("responded") is { } responded ? picks.Where(p => p.IsResponded == responded) : picks;
        picks = ask.Flag("solved") is { } solved ? picks.Where(p => p.IsSolved == solved) : picks;
        picks = ask.Flag("judged") switch { true => picks.Where(p => p.IsSolved != null), false => picks.Where(p => p.IsSolved == null), _ => picks };
        return ask.Flag("graded") switch { true => picks.Where(p => p.Grade != null), false => picks.Where(p => p.Grade == null), _ => picks };
    }
}
