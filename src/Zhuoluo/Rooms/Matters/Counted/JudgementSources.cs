using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Counted;

/// <summary>Ratings that requesters gave. Whose they are nobody is told: they open no record.</summary>
internal sealed class RatingsSource : IFigureSource
{
    private static readonly string[] _grades = [.. Enumerable.Range(1, 5).Select(g => g.ToString(CultureInfo.InvariantCulture))];

    public string Key => "ratings";
    public IReadOnlyList<FigureTrait> Traits { get; } = [new("grade", _grades, "figures.grade."), FigureTraits.YesNo("satisfied"), FigureTraits.YesNo("solved"), new("source", [.. Enum.GetValues<RatingSource>().Select(Word.Of)], "figures.rating-source.")];
    public IReadOnlyList<string> Days { get; } = ["given"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        const int Satisfied = 4;
        var ratings = db.Set<Rating>().AsNoTracking().Where(r => r.Grade != null && db.Set<Matter>().Any(m => m.Id == r.MatterId && !m.IsConfidential));
        if (ask["grade"] is { } word)
        {
            var grade = int.Parse(word, CultureInfo.InvariantCulture);
            ratings = ratings.Where(r => r.Grade == grade);
        }
        ratings = ask.Flag("satisfied") switch { true => ratings.Where(r => r.Grade >= Satisfied), false => ratings.Where(r => r.Grade < Satisfied), _ => ratings };
        ratings = ask.Flag("solved") is { } solved ? ratings.Where(r => r.IsSolved == solved) : ratings;
        ratings = ask.Read<RatingSource>("source") is { } source ? ratings.Where(r => r.Source == source) : ratings;
        return ratings.Select(r => new Countable { Id = r.Id, Amount = 1, UnitId = r.UnitId ?? 0, Day = r.GivenOn, Stamp = r.Grade ?? 0 });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => null;

    public Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel) => Task.FromResult<IReadOnlyList<CountedRecord>>([]);
}

/// <summary>Petitions kept beside the official system; accusations are confidential and are in no count here.</summary>
internal sealed class PetitionsSource(Offices offices) : IFigureSource
{
    public string Key => "petitions";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTraits.YesNo("hard"), FigureTraits.YesNo("listed"), FigureTraits.YesNo("solved")];
    public IReadOnlyList<string> Days { get; } = ["received"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var petitions = db.Set<Petition>().AsNoTracking().AsQueryable();
        petitions = ask.Flag("hard") is { } hard ? petitions.Where(p => p.IsHard == hard) : petitions;
        petitions = ask.Flag("listed") is { } listed ? petitions.Where(p => p.IsRepeatListed == listed) : petitions;
        petitions = ask.Flag("solved") switch { true => petitions.Where(p => p.CheckedOn != null), false => petitions.Where(p => p.CheckedOn == null), _ => petitions };
        return petitions.Join(db.Set<Matter>().Where(m => !m.IsConfidential), p => p.MatterId, m => m.Id, (p, m) => new Countable { Id = m.Id, Amount = 1, UnitId = m.LeadUnitId ?? 0, Town = m.TownCode, Day = p.ReceivedOn, Stamp = m.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => reader is null ? null : new MattersSource(offices).Seen(db, reader);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel) => reader is null ? []
        : await new MattersSource(offices).TellAsync(db, ids, reader, cancel);
}

/// <summary>Small wishes; those that are shown on the wall open there.</summary>
internal sealed class WishesSource : IFigureSource
{
    public string Key => "wishes";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTrait.Of<WishState>("state", "wish.state."), FigureTrait.Of<WishKind>("kind", "wish.kind."), FigureTraits.YesNo("fulfilled")];
    public IReadOnlyList<string> Days { get; } = [];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var wishes = db.Set<Wish>().AsNoTracking().AsQueryable();
        wishes = ask.Read<WishState>("state") is { } state ? wishes.Where(w => w.State == state) : wishes;
        wishes = ask.Read<WishKind>("kind") is { } kind ? wishes.Where(w => w.Kind == kind) : wishes;
        wishes = ask.Flag("fulfilled") switch { true => wishes.Where(w => w.FulfilledAt != null), false => wishes.Where(w => w.FulfilledAt == null), _ => wishes };
        return wishes.Select(w => new Countable { Id = w.Id, Amount = 1, UnitId = w.ClaimUnitId ?? 0, Town = w.TownCode, Stamp = w.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => Shown(db, reader).Select(w => w.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await Shown(db, reader).Where(w => ids.Contains(w.Id)).Select(w => new { w.Id, w.Number }).ToDictionaryAsync(w => w.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => new CountedRecord(id, found[id].Number, null))];
    }

    private static IQueryable<Wish> Shown(ZhuoluoContext db, Act? reader) => db.Set<Wish>().AsNoTracking().Where(w => reader != null || w.ShownText != null);
}
