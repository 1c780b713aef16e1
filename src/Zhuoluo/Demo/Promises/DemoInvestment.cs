using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;

namespace Zhuoluo.Demo.Promises;

/// <summary>What was signed, started together and needed in one place. Runs after its lists, because rounds and needs are of their projects.</summary>
internal sealed class DemoInvestment(DemoTools tools, InvestmentPlace place)
{
    private const int AtOnce = 1000;
    private const int FenInYuan = 100;
    private const int Seed = 2105;
    private const int DaysBefore = 30;
    private DateOnly _today;

    public async Task MakeAsync(CancellationToken cancel)
    {
        _today = place.AsOf ?? LocalDay.Of(tools.Now);
        At(_today);
        var unit = Find(place.Unit);
        foreach (var signing in place.Events)
        {
            await SignAsync(signing, unit, cancel);
        }
        if (place.Many is { } many)
        {
            List<Unit> districts = [.. tools.Offices.Units.Where(u => u.Kind == UnitKind.Department && !u.Name.EndsWith('局'))];
            foreach (var batch in Invented.From(many, districts, new Dice(Seed)).Chunk(AtOnce))
            {
                DemoTools.Must(await tools.Get<SignAgreementsHandler>().HandleAsync(batch, tools.Operator(), cancel));
            }
        }
        foreach (var batch in place.Batches)
        {
            var numbers = (await ProjectsAsync(batch.List, cancel)).Take(batch.Take).Select(p => p.Number).ToList();
            var held = batch.HeldOn ?? _today.AddMonths(-batch.MonthsAgo);
            DemoTools.Must(await tools.Get<KeepBatchHandler>().HandleAsync(new KeepBatch(batch.Ordinal, batch.Kind, batch.Level, batch.Name, held, unit) { Venue = batch.Venue, Projects = numbers }, tools.Operator(), cancel));
        }
        foreach (var label in place.Labels)
        {
            DemoTools.Must(await tools.Get<KeepLabelHandler>().HandleAsync(new KeepLabel(label.Code, label.Name, label.From, DemoTools.Must(LabelLines.Read(label.Groups))) { Source = label.Source }, tools.Operator(), cancel));
        }
        await NeedAsync(cancel);
        foreach (var plan in place.Plans)
        {
            await new DemoPlan(tools, plan).MakeAsync(cancel);
            At(_today);
        }
    }

    private async Task SignAsync(SigningWords words, long unit, CancellationToken cancel)
    {
        var held = words.HeldOn ?? _today.AddMonths(-words.MonthsAgo);
        var signing = DemoTools.Must(await tools.Get<KeepSigningHandler>().HandleAsync(
            new KeepSigning(words.Name, held, unit) { Venue = words.Venue, StatedCount = words.StatedCount, StatedFen = words.StatedYuan * FenInYuan, StatedTypes = words.StatedTypes, IsPublic = words.IsPublic }, tools.Operator(), cancel));
        var signed = DemoTools.Must(await tools.Get<SignAgreementsHandler>().HandleAsync(
            [.. words.Agreements.Select(a => new NewAgreement(a.Name, a.Investor, a.Type, a.Yuan * FenInYuan, held, unit) { Field = a.Field, EventId = signing })], tools.Operator(), cancel));
        if (!words.Agreements.Any(a => a.IsLanded))
        {
            return;
        }
        var projects = new Queue<Project>(await ProjectsAsync(place.Batches[0].List, cancel));
        foreach (var (one, done) in words.Agreements.Zip(signed).Where(x => x.First.IsLanded))
        {
            DemoTools.Must(await tools.Get<MoveAgreementHandler>().HandleAsync(new MoveAgreement(done.Id, AgreementVerb.Land) { Project = projects.Dequeue().Number }, tools.Operator(), cancel));
        }
    }

    private async Task NeedAsync(CancellationToken cancel)
    {
        var (handler, at) = (tools.Get<NeedsHandler>(), 0);
        foreach (var words in place.Needs)
        {
            var project = (await ProjectsAsync(words.List, cancel)).Where(p => p.State.IsUnderWay()).ElementAt(at++);
            At(_today.AddDays(-DaysBefore));
            var need = DemoTools.Must(await handler.AskAsync(new AskElement(project.Id, words.Kind, words.Text, _today.AddDays(words.Days)) { UnitId = words.Unit is { } unit ? Find(unit) : null }, tools.Operator(), cancel));
            if (words.Answer is { } answer)
            {
                At(_today.AddDays(Math.Min(-1, words.Days - 1)));
                DemoTools.Must(await handler.AnswerAsync(new AnswerNeed(need, words.IsGuaranteed, answer), tools.Operator(), cancel));
            }
            At(_today);
        }
    }

    private void At(DateOnly day)
    {
        if (day == LocalDay.Of(tools.Now))
        {
            tools.Clock.Set(tools.Now);
            return;
        }
        tools.Clock.Set(day, 19);
    }

    private long Find(string name) => (tools.Offices.Units.FirstOrDefault(u => u.Name.Contains(name, StringComparison.Ordinal)) ?? tools.Offices.Units.First(u => u.Kind == UnitKind.County)).Id;

    private async Task<List<Project>> ProjectsAsync(string list, CancellationToken cancel)
    {
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        return await db.Set<Project>().AsNoTracking().Where(p => db.Set<Listing>().Any(l => l.ProjectId == p.Id && db.Set<Programme>().Any(g => g.Id == l.ProgrammeId && g.Code.StartsWith(list)))).OrderBy(p => p.Id).ToListAsync(cancel);
    }
}
