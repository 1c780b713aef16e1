using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;

namespace Zhuoluo.Rooms.Projects.Counted;

/// <summary>Agreements that were signed, those that were ended later too; their planned investment can be added up.</summary>
internal sealed class AgreementsSource : IFigureSource
{
    private const int Fen = 100;

    public string Key => "agreements";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTrait.Of<AgreementType>("type", "project.agreement.type."), new("event"), new("field")];
    public IReadOnlyList<string> Days { get; } = ["signed"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("planned", Fen), new("investors", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var agreements = db.Set<Agreement>().AsNoTracking().AsQueryable();
        agreements = ask.Read<AgreementType>("type") is { } type ? agreements.Where(a => a.Type == type) : agreements;
        agreements = ask["event"] is { } name ? agreements.Where(a => db.Set<SigningEvent>().Any(e => e.Id == a.EventId && e.Name == name)) : agreements;
        agreements = ask["field"] is { } field ? agreements.Where(a => a.Field == field) : agreements;
        var isSum = ask.Amount == "planned";
        return agreements.Select(a => new Countable { Id = a.Id, Amount = isSum ? a.AmountFen : 1, Key = a.Investor, UnitId = a.UnitId, Day = a.SignedOn, Stamp = a.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => reader is null ? null : db.Set<Agreement>().Select(a => a.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        if (reader is null)
        {
            return [];
        }
        var found = await db.Set<Agreement>().AsNoTracking().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.Number, a.Name }).ToDictionaryAsync(a => a.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(a => new CountedRecord(a.Id, $"{a.Number} {a.Name}", "/investment/" + a.Number))];
    }
}

/// <summary>Rounds in which projects were signed, started or put into production together; the last one's number is the largest.</summary>
internal sealed class BatchesSource : IFigureSource
{
    public string Key => "batches";
    public IReadOnlyList<FigureTrait> Traits { get; } = [FigureTrait.Of<BatchKind>("kind", "project.batch.kind."), FigureTrait.Of<PublicLevel>("level", "project.level."), new("year")];
    public IReadOnlyList<string> Days { get; } = ["held"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("ordinal")];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var batches = db.Set<BatchStart>().AsNoTracking().AsQueryable();
        batches = ask.Read<BatchKind>("kind") is { } kind ? batches.Where(b => b.Kind == kind) : batches;
        batches = ask.Read<PublicLevel>("level") is { } level ? batches.Where(b => b.Level == level) : batches;
        batches = int.TryParse(ask["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? batches.Where(b => b.Year == year) : batches;
        var isSum = ask.Amount is not null;
        return batches.Select(b => new Countable { Id = b.Id, Amount = isSum ? b.Ordinal : 1, UnitId = b.UnitId, Day = b.HeldOn, Stamp = b.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => reader is null ? null : db.Set<BatchStart>().Select(b => b.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        if (reader is null)
        {
            return [];
        }
        var found = await db.Set<BatchStart>().AsNoTracking().Where(b => ids.Contains(b.Id)).Select(b => new { b.Id, b.Name }).ToDictionaryAsync(b => b.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => new CountedRecord(id, found[id].Name, string.Create(CultureInfo.InvariantCulture, $"/investment/batches/{id}")))];
    }
}
