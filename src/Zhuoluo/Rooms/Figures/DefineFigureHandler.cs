using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures.Defining;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Figures;

/// <summary>Makes the next version of a definition; answers with it. A shipped one is changed by a version of the office's own.</summary>
internal sealed class DefineFigureHandler(Writer writer, FigureBook book, FigureSources sources)
{
    public Task<Outcome<FigureDefinition>> HandleAsync(FigureDefinition wanted, Act act, CancellationToken cancel) => writer.WriteAsync<FigureDefinition>(act, async work =>
    {
        var shelf = await book.ReadAsync(work.Db, cancel);
        if (FigureRules.Decide(wanted, shelf, sources, act).IsRefused(out var refusal, out var made))
        {
            return refusal;
        }
        var row = new OwnFigure { Id = act.NewId(), Key = made.Key, Version = made.Version, Definition = FigureJson.Write(made), MadeAt = act.At, MadeByName = act.Who.Name };
        work.Db.Add(row);
        work.Record(new FigureDefinedV1(new Code(made.Key), made.Version, made.Measure, made.IsWithdrawn), new Subject("figure", row.Id));
        return made;
    }, cancel);
}

/// <summary>A value that somebody else tells.</summary>
/// <param name="Key">Of an external figure.</param>
/// <param name="From">First day of its period.</param>
/// <param name="To">Last day.</param>
/// <param name="Value">In the figure's unit, at most three places.</param>
/// <param name="ToldBy">Who says so, and where it stands.</param>
internal sealed record TellFigure(string Key, DateOnly From, DateOnly To, decimal Value, string? ToldBy)
{
    public bool IsEstimate { get; init; }
}

internal sealed class TellFigureHandler(Writer writer, FigureBook book)
{
    private const decimal Most = 1_000_000_000_000_000m;

    public Task<Outcome<long>> HandleAsync(TellFigure command, Act act, CancellationToken cancel) => writer.WriteAsync<long>(act, async work =>
    {
        if (Decide(command, (await book.ReadAsync(work.Db, cancel)).Find(command.Key), act).IsRefused(out var refusal, out var toldBy))
        {
            return refusal;
        }
        var row = new ExternalValue
        {
            Id = act.NewId(),
            Key = command.Key,
            From = command.From,
            To = command.To,
            Value = (long)(command.Value * 1000m),
            IsEstimate = command.IsEstimate,
            ToldBy = toldBy,
            RecordedAt = act.At,
            RecordedByName = act.Who.Name,
        };
        work.Db.Add(row);
        work.Record(new FigureToldV1(new Code(row.Key), row.From, row.To, row.Value, row.IsEstimate), new Subject("figure", row.Id));
        return row.Id;
    }, cancel);

    /// <summary>The source as it will stand, or why it cannot be taken.</summary>
    public static Outcome<string> Decide(TellFigure command, FigureDefinition? definition, Act act) =>
        !Permissions.May(act.Who, Capability.ManageFigures) ? new NotPermitted()
        : definition is null ? new NotFound("figure")
        : definition.Measure != FigureMeasure.External ? new NotExternal()
        : command.To < command.From || command.From > LocalDay.Of(act.At) ? new UnknownValue(nameof(command.To))
        : Math.Abs(command.Value) >= Most || command.Value * 1000m % 1m != 0 ? new ValueOutOfRange()
        : PlainText.Require(command.ToldBy, nameof(command.ToldBy), ExternalValue.LongestSource);
}
