using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Projects.Counted;

/// <summary>Tasks of theme plans; their aspects can be told apart.</summary>
internal sealed class PlanTasksSource : IFigureSource
{
    public string Key => "plan-tasks";
    public IReadOnlyList<FigureTrait> Traits { get; } = [new("plan") { Names = PlansAsync }, FigureTrait.Of<TaskState>("state", "project.plan.state.")];
    public IReadOnlyList<string> Days { get; } = [];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("aspects", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var tasks = db.Set<PlanTask>().AsNoTracking().AsQueryable();
        tasks = ask["plan"] is { } plan ? tasks.Where(t => db.Set<ThemePlan>().Any(p => p.Id == t.PlanId && p.Code == plan)) : tasks;
        tasks = ask.Read<TaskState>("state") is { } state ? tasks.Where(t => t.State == state) : tasks;
        return tasks.Select(t => new Countable { Id = t.Id, Amount = 1, Key = t.AspectName, UnitId = t.UnitId, Stamp = (int)t.State });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => reader is null ? null : db.Set<PlanTask>().Select(t => t.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        if (reader is null)
        {
            return [];
        }
        var found = await db.Set<PlanTask>().AsNoTracking().Where(t => ids.Contains(t.Id)).Join(db.Set<ThemePlan>(), t => t.PlanId, p => p.Id, (t, p) => new { t.Id, t.Text, p.Code }).ToDictionaryAsync(t => t.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(t => new CountedRecord(t.Id, PlainText.FirstWords(t.Text, 40), "/plans/" + t.Code))];
    }

    private static async Task<IReadOnlyDictionary<string, string>> PlansAsync(ZhuoluoContext db, IReadOnlyCollection<string>? codes, CancellationToken cancel)
    {
        var plans = db.Set<ThemePlan>().AsNoTracking();
        plans = codes is null ? plans : plans.Where(p => codes.Contains(p.Code));
        return await plans.Select(p => new { p.Code, p.Name }).ToDictionaryAsync(p => p.Code, p => p.Name, cancel);
    }
}
