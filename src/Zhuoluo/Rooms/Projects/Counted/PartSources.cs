using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Projects.Counted;

/// <summary>What projects promise and reach, counted in units; rows that hold now.</summary>
internal sealed class TargetsSource : IFigureSource
{
    private const int Thousandths = 1000;

    public string Key => "targets";
    public IReadOnlyList<FigureTrait> Traits { get; } = [new("what"), new("unit") { IsMeasure = true }, .. ProjectCounting.Traits];
    public IReadOnlyList<string> Days { get; } = ["completed"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("reached", Thousandths), new("promised", Thousandths), new("projects", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var targets = db.Set<Target>().AsNoTracking().Where(t => t.SupersededAt == null);
        targets = ask["what"] is { } what ? targets.Where(t => t.What == what) : targets;
        targets = ask["unit"] is { } unit ? targets.Where(t => t.Unit == unit) : targets;
        var isPromised = ask.Amount == "promised";
        return targets.Join(ProjectCounting.Matching(db, ask), t => t.ProjectId, p => p.Id, (t, p) => new Countable { Id = t.Id, Amount = isPromised ? t.Promised : t.Reached, Key = p.Number, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.CompletedOn, Stamp = 0 });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => db.Set<Target>().Join(ProjectCounting.Seen(db, reader), t => t.ProjectId, p => p.Id, (t, _) => t.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await db.Set<Target>().AsNoTracking().Where(t => ids.Contains(t.Id)).Join(ProjectCounting.Seen(db, reader), t => t.ProjectId, p => p.Id, (t, p) => new { t.Id, t.What, t.Unit, p.Number, p.Name })
            .ToDictionaryAsync(t => t.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(t => new CountedRecord(t.Id, $"{t.Number} {t.Name} · {t.What} ({t.Unit})", ProjectCounting.Address(t.Number, reader)))];
    }
}

/// <summary>Money of projects by source, whole fen; rows that hold now.</summary>
internal sealed class MoneySourceOfFigures : IFigureSource
{
    private const int Fen = 100;

    public string Key => "money";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTrait.Of<MoneySource>("source", "project.money."), .. ProjectCounting.Traits];
    public IReadOnlyList<string> Days { get; } = ["completed"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("planned", Fen), new("arrived", Fen), new("paid", Fen)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var money = db.Set<MoneyRow>().AsNoTracking().Where(m => m.SupersededAt == null);
        money = ask.Read<MoneySource>("source") is { } source ? money.Where(m => m.Source == source) : money;
        var (isArrived, isPaid) = (ask.Amount == "arrived", ask.Amount == "paid");
        return money.Join(ProjectCounting.Matching(db, ask), m => m.ProjectId, p => p.Id, (m, p) => new Countable { Id = m.Id, Amount = isArrived ? m.Arrived : isPaid ? m.Paid : m.Planned, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.CompletedOn, Stamp = 0 });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => db.Set<MoneyRow>().Join(ProjectCounting.Seen(db, reader), m => m.ProjectId, p => p.Id, (m, _) => m.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await db.Set<MoneyRow>().AsNoTracking().Where(m => ids.Contains(m.Id)).Join(ProjectCounting.Seen(db, reader), m => m.ProjectId, p => p.Id, (m, p) => new { m.Id, p.Number, p.Name }).ToDictionaryAsync(m => m.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(m => new CountedRecord(m.Id, $"{m.Number} {m.Name}", ProjectCounting.Address(m.Number, reader)))];
    }
}

/// <summary>Lists of promises; what the list of the level above has in all can be added up.</summary>
internal sealed class ProgrammesSource : IFigureSource
{
    public string Key => "programmes";
    public IReadOnlyList<FigureTrait> Traits { get; } = [ProjectCounting.List, FigureTrait.Of<ProgrammeKind>("kind", "project.kind."), FigureTrait.Of<PublicLevel>("level", "project.level.")];
    public IReadOnlyList<string> Days { get; } = ["opened"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("higher-total")];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var lists = db.Set<Programme>().AsNoTracking().AsQueryable();
        lists = ask["list"] is { } code ? lists.Where(p => p.Code == code) : lists;
        lists = ask.Read<ProgrammeKind>("kind") is { } kind ? lists.Where(p => p.Kind == kind) : lists;
        lists = ask.Read<PublicLevel>("level") is { } level ? lists.Where(p => p.Level == level) : lists;
        var isSum = ask.Amount is not null;
        return lists.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.HigherTotal ?? 0 : 1, UnitId = p.UnitId, Day = p.OpenedOn, Stamp = p.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => Listed(db, reader).Select(p => p.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await Listed(db, reader).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Code, p.Name, p.Year }).ToDictionaryAsync(p => p.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(p => new CountedRecord(p.Id, $"{p.Year} {p.Name}", (reader is null ? "/public/programmes/" : "/programmes/") + p.Code))];
    }

    private static IQueryable<Programme> Listed(ZhuoluoContext db, Act? reader) => db.Set<Programme>().AsNoTracking().Where(p => reader != null || p.IsPublic);
}

/// <summary>What units told of their projects, one a period; corrected rows are not counted.</summary>
internal sealed class ProgressSource : IFigureSource
{
    public string Key => "progress";
    public IReadOnlyList<FigureTrait> Traits => ProjectCounting.Traits;
    public IReadOnlyList<string> Days { get; } = ["period"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("projects", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask) => db.Set<Progress>().AsNoTracking().Where(r => r.SupersededAt == null)
        .Join(ProjectCounting.Matching(db, ask), r => r.ProjectId, p => p.Id, (r, p) => new Countable { Id = r.Id, Amount = 1, Key = p.Number, UnitId = r.UnitId, Town = p.PlaceCode.Substring(0, 9), Day = r.Period, Stamp = 0 });

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => db.Set<Progress>().Join(ProjectCounting.Seen(db, reader), r => r.ProjectId, p => p.Id, (r, _) => r.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await db.Set<Progress>().AsNoTracking().Where(r => ids.Contains(r.Id)).Join(ProjectCounting.Seen(db, reader), r => r.ProjectId, p => p.Id, (r, p) => new { r.Id, r.Period, p.Number, p.Name }).ToDictionaryAsync(r => r.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(r => new CountedRecord(r.Id, $"{FigureScope.Written(r.Period)} {r.Number} {r.Name}", ProjectCounting.Address(r.Number, reader)))];
    }
}
