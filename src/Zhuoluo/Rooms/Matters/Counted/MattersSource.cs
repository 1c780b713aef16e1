using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters.Counted;

/// <summary>Matters, but for confidential ones.</summary>
internal sealed class MattersSource(Offices offices) : IFigureSource
{
    private const string Opened = "opened";
    private const string Closed = "closed";
    private const string OpenStage = "open";

    public string Key => "matters";

    public IReadOnlyList<FigureTrait> Traits { get; } =
    [
        CountedCodes.Drive, new("stage", [OpenStage, "ended"], "figures.matter-stage."), FigureTrait.Of<MatterState>("state", "state."), FigureTrait.Of<MatterOutcome>("outcome", "outcome."),
        FigureTrait.Of<MatterKind>("kind", "kind."), FigureTrait.Of<Channel>("channel", "channel."), FigureTraits.YesNo("at-once"), CountedCodes.Category,
    ];

    public IReadOnlyList<string> Days { get; } = [Opened, Closed];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("categories", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var matters = db.Set<Matter>().AsNoTracking().Where(m => !m.IsConfidential);
        if (ask["drive"] is { } drive)
        {
            matters = matters.Where(m => db.Set<Drive>().Where(d => d.Code == drive).Select(d => (long?)d.Id).Contains(m.DriveId));
        }
        if (ask["stage"] is { } stage)
        {
            var isOpen = stage == OpenStage;
            matters = matters.Where(m => m.IsOpen == isOpen);
        }
        matters = ask.Read<MatterState>("state") is { } state ? matters.Where(m => m.State == state) : matters;
        matters = ask.Read<MatterOutcome>("outcome") is { } outcome ? matters.Where(m => m.Outcome == outcome) : matters;
        matters = ask.Read<MatterKind>("kind") is { } kind ? matters.Where(m => m.Kind == kind) : matters;
        matters = ask.Read<Channel>("channel") is { } channel ? matters.Where(m => m.Channel == channel) : matters;
        matters = ask.Flag("at-once") is { } atOnce ? matters.Where(m => m.IsAtOnce == atOnce) : matters;
        matters = ask["category"] is { } category ? matters.Where(m => m.CategoryCode == category) : matters;
        return ask.Day == Closed
            ? matters.Select(m => new Countable { Id = m.Id, Amount = 1, Key = m.CategoryCode, UnitId = m.LeadUnitId ?? 0, Town = m.TownCode, Day = m.ClosedOn, Stamp = m.Version })
            : matters.Select(m => new Countable { Id = m.Id, Amount = 1, Key = m.CategoryCode, UnitId = m.LeadUnitId ?? 0, Town = m.TownCode, Day = m.OpenedOn, Stamp = m.Version });
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => Shown(db, reader).Select(m => m.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await Shown(db, reader).AsNoTracking().Where(m => ids.Contains(m.Id)).Select(m => new { m.Id, m.Number, m.Title }).ToDictionaryAsync(m => m.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(m => new CountedRecord(m.Id, reader is null ? m.Number : $"{m.Number} {m.Title}", (reader is null ? "/public/matters/" : "/matters/") + m.Number))];
    }

    // Breakdowns by town and by unit hold no confidential matter; months are those of opening.
    public async Task<long?> QuickAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, CancellationToken cancel) =>
        (scope.Unit is null || scope.Town is null) && await TallyAskAsync(db, ask, scope, scope.Unit is null ? TallyBy.Town : TallyBy.Unit, cancel) is { } asked
            ? await ask.Moment.Once(() => new ExactTallies(db)).CountAsync(asked, db.Set<Matter>().Where(_ => false).Select(m => m.Id), cancel)
            : null;

    public async Task<IReadOnlyDictionary<long, long>?> QuickByUnitAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, CancellationToken cancel) =>
        scope.Town is null && await TallyAskAsync(db, ask, scope, TallyBy.Unit, cancel) is { } asked
            ? (await ask.Moment.Once(() => new ExactTallies(db)).SplitAsync(asked, t => t.Key, k => k.Key, cancel))?.ToDictionary(u => long.Parse(u.Key, CultureInfo.InvariantCulture), u => u.Value)
            : null;

    public async Task<IReadOnlyDictionary<DateOnly, long>?> QuickByMonthAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, CancellationToken cancel) =>
        ask.Day == Opened && (scope.Unit is null || scope.Town is null) && await TallyAskAsync(db, ask, scope, scope.Unit is null ? TallyBy.Town : TallyBy.Unit, cancel) is { } asked
            ? (await ask.Moment.Once(() => new ExactTallies(db)).SplitAsync(asked, t => t.Month, k => k.Month, cancel))?.ToDictionary(m => new DateOnly(m.Key / 100, m.Key % 100, 1), m => m.Value)
            : null;

    private IQueryable<Matter> Shown(ZhuoluoContext db, Act? reader) => reader is null ? db.Set<Matter>().Where(m => m.IsPublic) : Viewer.Of(reader, offices.Current).Sight.Seen(db);

    // Null where no tally knows the conditions. A drive that does not exist has no matter: its number is nobody's.
    private static async Task<TallyAsk?> TallyAskAsync(ZhuoluoContext db, FigureAsk ask, FigureScope scope, TallyBy by, CancellationToken cancel)
    {
        const long NoDrive = -1;
        if (ask.Where.Keys.Any(k => k is not ("drive" or "stage" or "state" or "outcome")) || !Months(ask, scope, out var from, out var to))
        {
            return null;
        }
        var drive = ask["drive"] is { } code ? (await ask.Moment.Once(() => new CountedDrives()).ReadAsync(db, cancel)).GetValueOrDefault(code, NoDrive) : (long?)null;
        var ended = Enum.GetValues<MatterState>().Where(s => !s.IsOpen()).ToList();
        return new TallyAsk(by)
        {
            Keys = scope.Unit is { } top ? [.. ask.Offices.Subtree(top).Select(u => u.Id.ToString(CultureInfo.InvariantCulture))] : scope.Town is { } town ? [town] : null,
            States = ask.Read<MatterState>("state") is { } state ? [state] : ask["stage"] switch { null => null, OpenStage => MatterStates.Open, _ => ended },
            Outcome = ask.Read<MatterOutcome>("outcome"),
            DriveId = drive,
            FromMonth = from,
            ToMonth = to,
        };
    }

    private static bool Months(FigureAsk ask, FigureScope scope, out int? from, out int? to)
    {
        (from, to) = (null, null);
        if (ask.Day is null || (scope.From is null && scope.To is null))
        {
            return true;
        }
        if (ask.Day != Opened || scope.From is { Day: not 1 } || (scope.To is { } last && last.AddDays(1).Day != 1))
        {
            return false;
        }
        (from, to) = (scope.From is { } first ? Month(first) : null, scope.To is { } end ? Month(end) : null);
        return true;
    }

    private static int Month(DateOnly day) => (day.Year * 100) + day.Month;
}
