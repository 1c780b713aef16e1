using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Demo;

/// <summary>Three cadences with what was held and what was missed, last month's dispatch meeting with its decisions, a bulletin that is public, and the next meeting's paper.</summary>
internal sealed class DemoRhythm(DemoTools tools)
{
    private const int Weeks = 4;
    private const string Office = "360821-05";
    private readonly RhythmPhrases _says = RhythmPhrases.Read();
    private readonly string[] _bureaus = [.. DemoPeople.All.Where(p => p.Role == Role.UnitHead).Select(p => p.Unit).Distinct().Take(4)];

    public async Task MakeAsync(CancellationToken cancel)
    {
        await tools.Get<Pump>().DrainAsync(cancel);
        var today = LocalDay.Of(tools.Now);
        var month = new DateOnly(today.Year, today.Month, 1);
        var (office, units) = (tools.UnitId(Office), _bureaus.Select(tools.UnitId).ToList());
        tools.Clock.Set(month.AddMonths(-2), 9);
        await KeepAsync("monthly-dispatch", _says.Monthly, month.AddMonths(-2), office, [office], cancel);
        await KeepAsync("meeting-chain", _says.Chain, month.AddMonths(-2), office, units, cancel);
        tools.Clock.Set(today.AddDays(-7 * Weeks), 9);
        await KeepAsync("weekly-five", _says.Weekly, today.AddDays(-7 * Weeks), office, units, cancel);
        tools.Clock.Set(tools.Now);
        DemoTools.Must(await tools.Get<PrepareBeats>().RunAsync(tools.Operator(), cancel));
        await DoneAsync(units, today, cancel);
        await MeetAsync(office, month, units, cancel);
        await TellAsync(office, month, cancel);
        tools.Clock.Set(tools.Now);
        await new DemoAppraisal(tools).MakeAsync(cancel);
        DemoTools.Must(await tools.Get<MeetingsHandler>().PlanAsync(new PlanMeeting(BeatKind.Dispatch, _says.Next, office, today.AddDays(3)), tools.As(tools.Staff["dispatcher"]), cancel));
    }

    private async Task KeepAsync(string code, string name, DateOnly from, long office, IReadOnlyList<long> units, CancellationToken cancel)
    {
        var shipped = ShippedCadences.All.Single(c => c.Code == code);
        DemoTools.Must(await tools.Get<KeepCadenceHandler>().HandleAsync(new KeepCadence(code, name, shipped.Every, office, from, shipped.Steps, units), tools.As(tools.Staff["dispatcher"]), cancel));
    }

    // The last of the units misses most of it.
    private async Task DoneAsync(List<long> units, DateOnly today, CancellationToken cancel)
    {
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var due = await db.Set<Beat>().Where(b => b.DueOn < today && units.Contains(b.UnitId)).OrderBy(b => b.DueOn).ThenBy(b => b.Serial).ThenBy(b => b.UnitId).ToListAsync(cancel);
        foreach (var (beat, i) in due.Select((b, i) => (b, i)).Where(x => x.b.UnitId != units[^1] || x.i % 5 == 0))
        {
            var proof = beat.Kind == BeatKind.Launch ? _says.Launch
                : string.Format(CultureInfo.InvariantCulture, _says.Proofs[(beat.Serial - 1) % _says.Proofs.Count], ISOWeek.GetWeekOfYear(beat.DueOn.ToDateTime(default)));
            DemoTools.Must(await tools.Get<FinishBeatHandler>().HandleAsync(new FinishBeat(beat.Id, i % 7 == 3 && beat.DueOn.AddDays(1) <= today ? beat.DueOn.AddDays(1) : beat.DueOn, proof), tools.As(tools.Staff["supervisor"]), cancel));
        }
    }

    private async Task MeetAsync(long office, DateOnly month, List<long> units, CancellationToken cancel)
    {
        tools.Clock.Set(month.AddDays(-9), 15);
        var act = tools.As(tools.Staff["dispatcher"]);
        var held = LocalDay.Of(act.At);
        var id = DemoTools.Must(await tools.Get<MeetingsHandler>().PlanAsync(new PlanMeeting(BeatKind.Dispatch, _says.Meeting, office, held) { BeatId = await BeatAsync(BeatKind.Dispatch, held, cancel) }, act, cancel));
        var made = new List<Decision>();
        for (var i = 0; i < _says.Decisions.Count; i++)
        {
            var due = i == 2 ? LocalDay.Of(tools.Now).AddDays(20) : held.AddDays(7);
            made.Add(DemoTools.Must(await tools.Get<DecisionsHandler>().MakeAsync(new MakeDecision(id, _says.Decisions[i], units[i % units.Count], due), act, cancel)));
        }
        DemoTools.Must(await tools.Get<MeetingsHandler>().HoldAsync(new HoldMeeting(id, held, _says.Notes), act, cancel));
        tools.Pass(TimeSpan.FromDays(5));
        var later = tools.As(tools.Staff["dispatcher"]);
        DemoTools.Must(await tools.Get<DecisionsHandler>().FinishAsync(new FinishDecision(made[1].Id, LocalDay.Of(later.At), _says.Evidence, 0), later, cancel));
    }

    private async Task TellAsync(long office, DateOnly month, CancellationToken cancel)
    {
        // Counts are of the records as they are now, so it is of today.
        tools.Clock.Set(tools.Now);
        var (writer, reader) = (tools.As(tools.Staff["dispatcher"]), tools.As(tools.Staff["supervisor"]));
        var handler = tools.Get<BulletinsHandler>();
        var draft = new DraftBulletin(BulletinKind.Bulletin, office, month.AddMonths(-1), month.AddDays(-1), _says.Series) { BeatId = await BeatAsync(BeatKind.Bulletin, month.AddDays(-1), cancel) };
        var id = DemoTools.Must(await handler.DraftAsync(draft, writer, cancel));
        foreach (var (verb, act) in new[] { (BulletinVerb.Send, writer), (BulletinVerb.Approve, reader), (BulletinVerb.Issue, writer), (BulletinVerb.Publish, reader) })
        {
            DemoTools.Must(await handler.MoveAsync(new MoveBulletin(id, verb, 0), act, cancel));
        }
        DemoTools.Must(await handler.DraftAsync(new DraftBulletin(BulletinKind.Monthly, office, month.AddMonths(-1), month.AddDays(-1), _says.Series), writer, cancel));
    }

    private async Task<long?> BeatAsync(BeatKind kind, DateOnly day, CancellationToken cancel)
    {
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var period = new DateOnly(day.Year, day.Month, 1);
        return await db.Set<Beat>().Where(b => b.Kind == kind && b.Period == period && b.DoneOn == null && db.Set<Cadence>().Any(c => c.Id == b.CadenceId && c.Every == Every.Month)).Select(b => (long?)b.Id).FirstOrDefaultAsync(cancel);
    }
}

internal sealed record RhythmPhrases(
    string Meeting, string Next, string Notes, IReadOnlyList<string> Decisions, string Evidence, IReadOnlyList<string> Proofs, string Series, string Reviews, string Ahead, string Monthly, string Weekly, string Chain, string Launch)
{
    public static RhythmPhrases Read() => JsonSerializer.Deserialize<RhythmPhrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "rhythm.json")), JsonSerializerOptions.Web)!;
}
