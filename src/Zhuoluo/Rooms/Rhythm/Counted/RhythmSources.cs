using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Rooms.Rhythm.Counted;

/// <summary>Meetings that were held.</summary>
internal sealed class MeetingsSource : IFigureSource
{
    public string Key => "meetings";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTrait.Of<BeatKind>("kind", "rhythm.kind.")];
    public IReadOnlyList<string> Days { get; } = ["held"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var meetings = db.Set<Meeting>().AsNoTracking().Where(m => m.HeldOn != null);
        meetings = ask.Read<BeatKind>("kind") is { } kind ? meetings.Where(m => m.Kind == kind) : meetings;
        return meetings.Select(m => new Countable { Id = m.Id, Amount = 1, UnitId = m.OfficeId, Day = m.HeldOn, Stamp = m.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => reader is null ? null : db.Set<Meeting>().Select(m => m.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        if (reader is null)
        {
            return [];
        }
        var found = await db.Set<Meeting>().AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Title, m.HeldOn }).ToDictionaryAsync(m => m.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(m => new CountedRecord(m.Id, $"{FigureScope.Written(m.HeldOn)} {m.Title}", string.Create(CultureInfo.InvariantCulture, $"/rhythm/meetings/{m.Id}")))];
    }
}

/// <summary>What meetings decided.</summary>
internal sealed class DecisionsSource : IFigureSource
{
    public string Key => "decisions";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTraits.YesNo("done"), FigureTraits.YesNo("in-time")];
    public IReadOnlyList<string> Days { get; } = ["made", "due", "done"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var decisions = db.Set<Decision>().AsNoTracking().AsQueryable();
        decisions = ask.Flag("done") switch { true => decisions.Where(d => d.DoneOn != null), false => decisions.Where(d => d.DoneOn == null), _ => decisions };
        decisions = ask.Flag("in-time") switch { true => decisions.Where(d => d.DoneOn <= d.DueOn), false => decisions.Where(d => d.DoneOn > d.DueOn), _ => decisions };
        return ask.Day switch
        {
            "due" => decisions.Select(d => new Countable { Id = d.Id, Amount = 1, UnitId = d.UnitId, Day = d.DueOn, Stamp = d.Version }),
            "done" => decisions.Select(d => new Countable { Id = d.Id, Amount = 1, UnitId = d.UnitId, Day = d.DoneOn, Stamp = d.Version }),
            _ => decisions.Select(d => new Countable { Id = d.Id, Amount = 1, UnitId = d.UnitId, Day = d.MadeOn, Stamp = d.Version }),
        };
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => reader is null ? null : db.Set<Decision>().Select(d => d.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        if (reader is null)
        {
            return [];
        }
        var found = await db.Set<Decision>().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { d.Id, d.Text, d.MeetingId }).ToDictionaryAsync(d => d.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(d => new CountedRecord(d.Id, PlainText.FirstWords(d.Text, 40), string.Create(CultureInfo.InvariantCulture, $"/rhythm/meetings/{d.MeetingId}")))];
    }
}

/// <summary>Documents that were issued.</summary>
internal sealed class BulletinsSource : IFigureSource
{
    public string Key => "bulletins";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTrait.Of<BulletinKind>("kind", "rhythm.bulletin-kind.")];
    public IReadOnlyList<string> Days { get; } = ["issued"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var bulletins = db.Set<Bulletin>().AsNoTracking().Where(b => b.IssuedOn != null);
        bulletins = ask.Read<BulletinKind>("kind") is { } kind ? bulletins.Where(b => b.Kind == kind) : bulletins;
        return bulletins.Select(b => new Countable { Id = b.Id, Amount = 1, UnitId = b.OfficeId, Day = b.IssuedOn, Stamp = b.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => Shown(db, reader).Select(b => b.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await Shown(db, reader).Where(b => ids.Contains(b.Id)).ToDictionaryAsync(b => b.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(b => new CountedRecord(b.Id, $"{BulletinPaper.NumberOf(b)} {b.Title}", string.Create(CultureInfo.InvariantCulture, $"{(reader is null ? "/public/bulletins/" : "/rhythm/bulletins/")}{b.Id}")))];
    }

    private static IQueryable<Bulletin> Shown(ZhuoluoContext db, Act? reader) => db.Set<Bulletin>().AsNoTracking().Where(b => reader != null || b.PublishedOn != null);
}
