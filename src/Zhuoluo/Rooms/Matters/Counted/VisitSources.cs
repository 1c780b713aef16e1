using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Matters.Counted;

/// <summary>Rounds of visits; households are added up, visitors are told apart.</summary>
internal sealed class VisitsSource : IFigureSource
{
    public string Key => "visits";
    public IReadOnlyList<FigureTrait> Traits { get; } = [CountedCodes.Drive];
    public IReadOnlyList<string> Days { get; } = ["on"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("households"), new("visitors", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var visits = db.Set<Visit>().AsNoTracking();
        visits = ask["drive"] is { } drive ? visits.Where(v => db.Set<Drive>().Any(d => d.Id == v.DriveId && d.Code == drive)) : visits;
        // Two secretaries of one name are of two villages.
        return visits.Select(v => new Countable { Id = v.Id, Amount = v.Households, Key = v.VisitorName + "@" + v.PlaceCode, UnitId = v.UnitId ?? 0, Town = v.TownCode, Day = v.On, Stamp = 0 });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => db.Set<Visit>().Select(v => v.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await db.Set<Visit>().AsNoTracking().Where(v => ids.Contains(v.Id)).Select(v => new { v.Id, v.On, v.PlaceCode, v.Households }).ToDictionaryAsync(v => v.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(v => new CountedRecord(v.Id, $"{FigureScope.Written(v.On)} {v.PlaceCode} · {v.Households}", null))];
    }
}

/// <summary>Turns in the hall that were kept.</summary>
internal sealed class ShiftsSource : IFigureSource
{
    public string Key => "shifts";
    public IReadOnlyList<FigureTrait> Traits { get; } = [CountedCodes.Drive];
    public IReadOnlyList<string> Days { get; } = ["on"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("heads", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var shifts = db.Set<DutyShift>().AsNoTracking().Where(s => !s.IsCancelled);
        shifts = ask["drive"] is { } drive ? shifts.Where(s => db.Set<Drive>().Any(d => d.Id == s.DriveId && d.Code == drive)) : shifts;
        return shifts.Select(s => new Countable { Id = s.Id, Amount = 1, Key = s.HeadName, UnitId = s.UnitId ?? 0, Day = s.On, Stamp = 0 });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => db.Set<DutyShift>().Select(s => s.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await db.Set<DutyShift>().AsNoTracking().Where(s => ids.Contains(s.Id)).Select(s => new { s.Id, s.On, s.Slot }).ToDictionaryAsync(s => s.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(s => new CountedRecord(s.Id, $"{FigureScope.Written(s.On)} {s.Slot}".TrimEnd(), null))];
    }
}
