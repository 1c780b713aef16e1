using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Demo.Promises;

/// <summary>The lists of promises of one place, through the bulk door: each as it stood on the day of its figures.</summary>
internal sealed class DemoPromises(DemoTools tools, PromiseWords words, PromisePlace place)
{
    private const int AtOnce = 1000;
    private const int Hour = 18;

    public async Task MakeAsync(CancellationToken cancel)
    {
        var maker = new PromiseMaker(tools, words, place);
        var county = tools.UnitId(place.Code);
        foreach (var list in place.Lists)
        {
            tools.Clock.Set(list.AsOf, Hour);
            var id = DemoTools.Must(await tools.Get<KeepProgrammeHandler>().HandleAsync(
                new KeepProgramme(list.Code, list.Name, list.Kind, list.Level, list.Year, county)
                {
                    Source = list.Source,
                    EntryRule = list.Rule,
                    HigherTotal = list.HigherTotal,
                    IsPublic = list.IsPublic,
                }, tools.Operator(), cancel));
            await RecordAsync(id, list.Year, list.Groups.SelectMany(group => maker.Make(group, list)), cancel);
        }
        foreach (var group in place.Candidates)
        {
            tools.Clock.Set(group.AsOf!.Value, Hour);
            var like = new PromiseList("", "", ProgrammeKind.Livelihood, PublicLevel.Town, ProjectSource.Visits, group.AsOf.Value.Year, group.AsOf.Value, "", []);
            await RecordAsync(null, like.Year, maker.Make(group, like), cancel);
        }
    }

    private async Task RecordAsync(long? list, int year, IEnumerable<PastProject> projects, CancellationToken cancel)
    {
        foreach (var batch in projects.Chunk(AtOnce))
        {
            DemoTools.Must(await tools.Get<RecordProjectsHandler>().HandleAsync(list, year, batch, tools.Operator(), cancel));
        }
    }
}
