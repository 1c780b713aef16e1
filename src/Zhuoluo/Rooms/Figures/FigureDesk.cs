using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Defining;
using Zhuoluo.Rooms.Figures.Reconciling;
using Zhuoluo.Rooms.Figures.Stating;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Which figure is stated, of whom and of when.</summary>
internal sealed record StateFigure(string Key, FigureScope Scope)
{
    /// <summary>The one that it takes the place of, with the reason.</summary>
    public long? SupersedesId { get; init; }
    public string? Reason { get; init; }

    /// <summary>What it is stated in, such as bulletin and its id.</summary>
    public Subject? In { get; init; }
    public bool IsPublic { get; init; }
}

/// <summary>
/// Freezes figures inside a change of whoever states them: definition, value, exactly which records, digest, entry. Sums that must be equal and are not
/// stop it. Who may is the caller's part.
/// </summary>
internal sealed class FigureDesk(FigureBook book, FigureCounter counter, FigureSources sources, Reconciliation reconciliation)
{
    public async Task<Outcome<IReadOnlyList<StatedFigure>>> StateAsync(Work work, IReadOnlyList<StateFigure> wanted, CancellationToken cancel)
    {
        var shelf = await book.ReadAsync(work.Db, cancel);
        var keys = wanted.Select(w => w.Key).Distinct().Select(shelf.Find).OfType<FigureDefinition>().SelectMany(shelf.With).Select(d => d.Key).ToHashSet();
        if (await reconciliation.FirstFailureAsync(work.Db, shelf, keys, work.Act.At, cancel) is { } failure)
        {
            return failure;
        }
        List<StatedFigure> stated = [];
        foreach (var one in wanted)
        {
            if ((await StateAsync(work, one, shelf, cancel)).IsRefused(out var refusal, out var done))
            {
                return refusal;
            }
            stated.Add(done);
        }
        return Outcome.Of<IReadOnlyList<StatedFigure>>(stated);
    }

    private async Task<Outcome<StatedFigure>> StateAsync(Work work, StateFigure wanted, FigureShelf shelf, CancellationToken cancel)
    {
        var act = work.Act;
        if (shelf.Find(wanted.Key) is not { } definition)
        {
            return new NotFound("figure");
        }
        var value = await counter.CountAsync(work.Db, definition, shelf, wanted.Scope, act.At, cancel);
        if (value.Thousandths is not { } thousandths)
        {
            return new NothingToState(definition.Name);
        }
        var made = shelf.With(definition);
        List<(string Source, IReadOnlyList<CountedThen> Records)> parts = [];
        foreach (var part in made.Where(d => d.Source is not null))
        {
            var records = await counter.Rows(work.Db, part, wanted.Scope, act.At).OrderBy(r => r.Id).Select(r => new CountedThen(r.Id, r.Amount, r.Stamp)).ToListAsync(cancel);
            // The list is what is proved; a tally that says otherwise is wrong.
            if (part.Measure == FigureMeasure.Count && await sources.Of(part).QuickAsync(work.Db, counter.Ask(part, act.At), wanted.Scope, cancel) is { } quick && quick != records.Count)
            {
                return new SumsDisagree(part.Name, quick, records.Count);
            }
            parts.Add((part.Source!, records));
        }
        var stated = Row(wanted, definition, made, value, thousandths, act, parts);
        work.Db.Add(stated);
        work.Db.AddRange(parts.Select((p, i) => new StatedRecords { StatedId = stated.Id, Part = i, Source = p.Source, Count = p.Records.Count, Packed = RecordList.Pack(p.Records) }));
        work.Record(
            new FigureStatedV1(new Code(stated.Key), stated.DefinitionVersion, Code.OrNull(stated.UnitCode), stated.From, stated.To, stated.Value, stated.Records,
                new Code(stated.Digest[..32]), new Code(stated.Digest[32..]), stated.SupersedesId is not null),
            new Subject("stated-figure", stated.Id));
        return stated;
    }

    private static StatedFigure Row(
        StateFigure wanted, FigureDefinition definition, IReadOnlyList<FigureDefinition> made, FigureValue value, long thousandths, Act act, IReadOnlyList<(string Source, IReadOnlyList<CountedThen> Records)> parts)
    {
        var row = Made("");
        return Made(FigureDigest.Of(row, parts.Select(p => (p.Source, p.Records.Count, (IEnumerable<CountedThen>)p.Records))));

        StatedFigure Made(string digest) => new()
        {
            Id = digest.Length == 0 ? 0 : act.NewId(),
            Key = definition.Key,
            DefinitionVersion = definition.Version,
            Definition = FigureJson.Write(made),
            UnitCode = wanted.Scope.Unit?.Code,
            Town = wanted.Scope.Town,
            From = definition.Day is null && made.All(d => d.Day is null) && definition.Measure != FigureMeasure.External ? null : wanted.Scope.From,
            To = definition.Day is null && made.All(d => d.Day is null) && definition.Measure != FigureMeasure.External ? null : wanted.Scope.To,
            Value = thousandths,
            Numerator = Thousandths(value.Numerator),
            Denominator = Thousandths(value.Denominator),
            Excluded = Thousandths(value.Excluded),
            Records = value.Records,
            Digest = digest,
            StatedAt = act.At,
            StatedByName = act.Who.Name,
            InKind = wanted.In?.Kind,
            InId = wanted.In?.Id,
            SupersedesId = wanted.SupersedesId,
            Reason = wanted.Reason,
            IsPublic = wanted.IsPublic,
        };
    }

    private static long? Thousandths(decimal? value) => value is { } some ? (long)(some * 1000m) : null;
}
