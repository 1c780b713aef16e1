using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Cadences;

namespace Zhuoluo.Demo;

/// <summary>Last quarter's sheet of results, issued, with two comments and one answer; a talk that came of it; a check that was concluded.</summary>
internal sealed class DemoAppraisal(DemoTools tools)
{
    private const string Office = "360821-05";
    private readonly AppraisalPhrases _says = AppraisalPhrases.Read();

    public async Task MakeAsync(CancellationToken cancel)
    {
        var (office, heads) = (tools.UnitId(Office), DemoPeople.All.Where(p => p.Role == Role.UnitHead).ToList());
        var last = DueDates.PeriodOf(Every.Quarter, LocalDay.Of(tools.Now), default).AddMonths(-3);
        var (writer, issuer) = (tools.As(tools.Staff["dispatcher"]), tools.As(tools.Staff["supervisor"]));
        var shipped = ShippedCadences.All.Single(c => c.Code == "quarterly-push");
        DemoTools.Must(await tools.Get<KeepCadenceHandler>().HandleAsync(new KeepCadence(shipped.Code, shipped.Name, shipped.Every, office, last, shipped.Steps, [office]), writer, cancel));
        await PushedAsync(last, issuer, cancel);

        var handler = tools.Get<AppraisalsHandler>();
        var title = string.Format(CultureInfo.InvariantCulture, _says.Title, last.Year, (last.Month + 2) / 3);
        var units = heads.Select(h => tools.UnitId(h.Unit)).Distinct().ToList();
        var sheet = DemoTools.Must(await handler.DraftAsync(
            new DraftAppraisal(AppraisalKind.Quarter, office, last, title, units) { BeatId = (await BeatAsync(BeatKind.Comment, last, cancel))?.Id }, writer, cancel));
        DemoTools.Must(await handler.WriteAsync(new WriteAppraisal(sheet, 0, title, _says.Summary), writer, cancel));
        foreach (var (text, i) in _says.Remarks.Select((text, i) => (text, i)))
        {
            DemoTools.Must(await handler.RemarkAsync(new RemarkOnUnit(sheet, units[i], text), writer, cancel));
        }
        DemoTools.Must(await handler.IssueAsync(new IssueAppraisal(sheet, 0), issuer, cancel));
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var said = await db.Set<Remark>().Where(r => r.AppraisalId == sheet && r.UnitId == units[0]).Select(r => r.Id).SingleAsync(cancel);
        DemoTools.Must(await handler.AnswerAsync(new AnswerRemark(said, _says.Answer), tools.As(tools.Staff[heads[0].Login]), cancel));

        var today = LocalDay.Of(tools.Now);
        DemoTools.Must(await tools.Get<TalksHandler>().HoldAsync(
            new HoldTalk(units[1], office, today, _says.With, _says.By, _says.Reasons, [.. _says.Items.Select((text, i) => new TalkItem(text, today.AddDays(10 * (i + 1))))]) { AppraisalId = sheet }, issuer, cancel));
        await InspectAsync(units[0], office, today, writer, issuer, cancel);
    }

    private async Task InspectAsync(long unit, long office, DateOnly today, Act asker, Act approver, CancellationToken cancel)
    {
        var handler = tools.Get<InspectionsHandler>();
        var id = DemoTools.Must(await handler.AskAsync(new AskInspection(InspectionKind.Special, unit, office, _says.Topic, _says.Basis, today, null), asker, cancel));
        DemoTools.Must(await handler.DecideAsync(new DecideInspection(id, true, null, 0), approver, cancel));
        DemoTools.Must(await handler.ConcludeAsync(new ConcludeInspection(id, today, _says.Conclusion, [new TalkItem(_says.Finding, today.AddDays(15))], 0), asker, cancel));
    }

    private async Task PushedAsync(DateOnly period, Act act, CancellationToken cancel)
    {
        if (await BeatAsync(BeatKind.Push, period, cancel) is { } beat)
        {
            DemoTools.Must(await tools.Get<FinishBeatHandler>().HandleAsync(new FinishBeat(beat.Id, beat.DueOn, _says.Push), act, cancel));
        }
    }

    private async Task<Beat?> BeatAsync(BeatKind kind, DateOnly period, CancellationToken cancel)
    {
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        return await db.Set<Beat>().AsNoTracking().FirstOrDefaultAsync(b => b.Kind == kind && b.Period == period && b.DoneOn == null && db.Set<Cadence>().Any(c => c.Id == b.CadenceId && c.Every == Every.Quarter), cancel);
    }
}

internal sealed record AppraisalPhrases(
    string Title, string Summary, IReadOnlyList<string> Remarks, string Answer, string Push, string With, string By, string Reasons, IReadOnlyList<string> Items,
    string Topic, string Basis, string Conclusion, string Finding)
{
    public static AppraisalPhrases Read() => JsonSerializer.Deserialize<AppraisalPhrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "appraisal.json")), JsonSerializerOptions.Web)!;
}
