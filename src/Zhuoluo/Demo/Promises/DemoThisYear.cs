using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Lights;

namespace Zhuoluo.Demo.Promises;

/// <summary>
/// A list of the running year, month by month through the same doors as an office's: some on the way, some behind, one silent, one that
/// slipped, two done. So that every light and every queue has something in it.
/// </summary>
internal sealed class DemoThisYear(DemoTools tools, PromiseWords words, ThisYearWords says)
{
    private const int Months = 8;
    private const int Hour = 16;

    // So many of them the leader of the demonstration leads.
    private const int Led = 3;

    private static readonly (string Bureau, Course Course)[] _plans =
    [
        ("roads", Course.OnTheWay), ("roads", Course.Slipped), ("streets", Course.OnTheWay), ("streets", Course.Done), ("waters", Course.Behind), ("waters", Course.OnTheWay),
        ("housing", Course.Silent), ("housing", Course.OnTheWay), ("town", Course.Closed), ("town", Course.FarBehind), ("streets", Course.NotStarted), ("roads", Course.OnTheWay),
    ];

    private enum Course { OnTheWay, Behind, FarBehind, Silent, Slipped, NotStarted, Done, Closed }

    private Actor Dispatcher => tools.Staff["dispatcher"];

    public async Task MakeAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(tools.Now);
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(-Months);
        tools.Clock.Set(first, 9);
        var year = first.Year;
        var list = DemoTools.Must(await tools.Get<KeepProgrammeHandler>().HandleAsync(
            new KeepProgramme($"ms-{year}", "民生实事", ProgrammeKind.Practical, PublicLevel.County, year, tools.UnitId(Dispatcher.Office))
            {
                Source = ProjectSource.Vote,
                EntryRule = says.Rule,
                IsPublic = true,
            }, tools.As(Dispatcher), cancel));
        var promises = new List<(long Id, string Bureau, Course Course, DateOnly Finish)>();
        foreach (var (bureau, course) in _plans)
        {
            promises.Add(await RegisterAsync(list, bureau, course, first, promises.Count, cancel));
        }
        for (var month = 0; month < Months; month++)
        {
            await MonthAsync(promises, first.AddMonths(month), month, cancel);
        }
        tools.Clock.Set(tools.Now);
        await tools.Get<JudgeLights>().RunAsync(tools.Operator(), cancel);
    }

    private async Task<(long, string, Course, DateOnly)> RegisterAsync(long list, string bureau, Course course, DateOnly first, int index, CancellationToken cancel)
    {
        var one = says.Projects[index];
        var finish = course is Course.Done or Course.Closed ? first.AddMonths(Months - 2).AddDays(14) : first.AddMonths(Months + 2 + (index % 3)).AddDays(-1);
        var leader = index < Led ? tools.Staff["leader"].Name : tools.Words.Name();
        var done = DemoTools.Must(await tools.Get<RegisterProjectHandler>().HandleAsync(
            new NewProject(one.Name, tools.UnitId(tools.Staff[$"{bureau}.handler"].Office), first.AddDays(4), finish)
            {
                ProgrammeId = list,
                Content = one.Content,
                FieldCode = one.Field,
                Source = ProjectSource.Vote,
                LeaderName = leader,
                LeaderPost = words.Posts[index % words.Posts.Count],
                Targets = [new NewTarget(one.What, one.Amount * 1000L, one.Unit)],
                Money = [new NewMoney(MoneySource.County, one.Wan * 1_000_000L), new NewMoney(MoneySource.Province, one.Wan * 500_000L)],
                MatterIds = await MattersAsync(one.Topic, cancel),
            }, tools.As(Dispatcher), cancel));
        return (done.ProjectId, bureau, course, finish);
    }

    // Open requests of the same topic from the household visits.
    private async Task<IReadOnlyList<long>> MattersAsync(string? topic, CancellationToken cancel)
    {
        if (topic is null)
        {
            return [];
        }
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        return await db.Set<Matter>().Where(m => m.CategoryCode == topic && !m.IsConfidential && m.IsOpen).OrderBy(m => m.Id).Select(m => m.Id).Take(5).ToListAsync(cancel);
    }

    private async Task MonthAsync(IReadOnlyList<(long Id, string Bureau, Course Course, DateOnly Finish)> promises, DateOnly month, int index, CancellationToken cancel)
    {
        foreach (var (id, bureau, course, finish) in promises)
        {
            tools.Clock.Set(month.AddDays(4), Hour);
            if (index == 0 && course != Course.NotStarted)
            {
                await DoAsync(new ProjectDeed(id, ProjectVerb.Start), $"{bureau}.handler", cancel);
            }
            tools.Clock.Set(month.AddDays(24), Hour);
            await TellAsync(id, bureau, course, month, index, finish, cancel);
        }
        tools.Clock.Set(month.AddMonths(1).AddDays(-1), 23);
        await tools.Get<JudgeLights>().RunAsync(tools.Operator(), cancel);
    }

    private async Task TellAsync(long id, string bureau, Course course, DateOnly month, int index, DateOnly finish, CancellationToken cancel)
    {
        var share = Math.Min(10000, 10000 * (index + 1) / (Months + 2));
        switch (course)
        {
            case Course.NotStarted:
            case Course.Silent when index > 2:
            case Course.Done or Course.Closed when index >= Months - 2:
                break;
            case Course.Done or Course.Closed when index == Months - 3:
                await FinishAsync(id, bureau, course, month, cancel);
                break;
            case Course.Slipped when index == Months - 3:
                await ReportAsync(id, bureau, month, share * 4 / 10, says.Late, cancel);
                await DoAsync(new ProjectDeed(id, ProjectVerb.AskSlip) { Until = finish.AddMonths(3), Reason = DelayReason.Funds, Text = says.Late }, $"{bureau}.handler", cancel);
                await DoAsync(new ProjectDeed(id, ProjectVerb.ApproveSlip), "supervisor", cancel);
                break;
            default:
                await ReportAsync(id, bureau, month, course switch { Course.Behind => share * 8 / 10, Course.FarBehind => share * 4 / 10, Course.Done or Course.Closed => Math.Min(9500, share * 3 / 2), _ => share },
                    course is Course.Behind or Course.FarBehind ? says.Late : null, cancel);
                break;
        }
        if (course == Course.FarBehind && index == Months - 1)
        {
            await DoAsync(new ProjectDeed(id, ProjectVerb.AskSlip) { Until = finish.AddMonths(2), Reason = DelayReason.Land, Text = says.Land }, $"{bureau}.handler", cancel);
        }
    }

    private async Task FinishAsync(long id, string bureau, Course course, DateOnly month, CancellationToken cancel)
    {
        await DoAsync(new ProjectDeed(id, ProjectVerb.Complete) { Text = says.Done }, $"{bureau}.handler", cancel);
        if (course != Course.Closed)
        {
            return;
        }
        await using (var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel))
        {
            foreach (var target in await db.Set<Target>().Where(t => t.ProjectId == id).ToListAsync(cancel))
            {
                await DoAsync(new ProjectDeed(id, ProjectVerb.MeasureTarget) { ItemId = target.Id, Reached = target.Promised, Text = says.Measured }, $"{bureau}.handler", cancel);
            }
            foreach (var money in await db.Set<MoneyRow>().Where(m => m.ProjectId == id).ToListAsync(cancel))
            {
                await DoAsync(new ProjectDeed(id, ProjectVerb.BookMoney) { ItemId = money.Id, Arrived = money.Planned, Paid = money.Planned * 9 / 10 }, $"{bureau}.handler", cancel);
            }
        }
        tools.Clock.Set(month.AddDays(26), Hour);
        await DoAsync(new ProjectDeed(id, ProjectVerb.Accept) { Text = says.Accepted }, "supervisor", cancel);
        await DoAsync(new ProjectDeed(id, ProjectVerb.Publicise) { Until = month.AddMonths(1).AddDays(4) }, "dispatcher", cancel);
        tools.Clock.Set(month.AddMonths(1).AddDays(6), Hour);
        await DoAsync(new ProjectDeed(id, ProjectVerb.Close), "supervisor", cancel);
    }

    private async Task ReportAsync(long id, string bureau, DateOnly month, int done, string? problem, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<ReportProgressHandler>().HandleAsync(
            new ReportProgress(id, month, done) { Text = says.Progress[((done / 700) + month.Month) % says.Progress.Count], Problem = problem }, tools.As(tools.Staff[$"{bureau}.handler"]), cancel));

    private async Task DoAsync(ProjectDeed deed, string who, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<DoProject>().DoAsync(deed, tools.As(tools.Staff[who]), cancel));
}
