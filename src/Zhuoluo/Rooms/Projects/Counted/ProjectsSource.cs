using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Figures;
using Zhuoluo.Rooms.Projects.List;

namespace Zhuoluo.Rooms.Projects.Counted;

/// <summary>Projects, each once however many lists it stands on.</summary>
internal sealed class ProjectsSource : IFigureSource
{
    public string Key => "projects";

    public IReadOnlyList<FigureTrait> Traits => ProjectCounting.Traits;

    public IReadOnlyList<string> Days { get; } = ["completed", "started", "part-built", "accepted", "closed", "promised"];
    public IReadOnlyList<FigureAmount> Amounts { get; } = [new("beneficiaries"), new("fields", IsApart: true), new("leaders", IsApart: true)];

    public IQueryable<Countable> Rows(ZhuoluoContext db, FigureAsk ask)
    {
        var projects = ProjectCounting.Matching(db, ask);
        return ask.Amount switch
        {
            "fields" => projects.Select(p => new Countable { Id = p.Id, Key = p.FieldCode, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Stamp = p.Version }),
            "leaders" => projects.Select(p => new Countable { Id = p.Id, Key = p.LeaderName, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Stamp = p.Version }),
            "beneficiaries" => Dated(projects.Where(p => p.Beneficiaries != null), ask.Day, isSum: true),
            _ => Dated(projects, ask.Day, isSum: false),
        };
    }

    public IQueryable<long>? Seen(ZhuoluoContext db, Act? reader) => ProjectCounting.Seen(db, reader).Select(p => p.Id);

    public async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel) => await ProjectCounting.TellAsync(db, ids, reader, cancel);

    private static IQueryable<Countable> Dated(IQueryable<Project> projects, string? day, bool isSum) => day switch
    {
        "started" => projects.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.Beneficiaries ?? 0 : 1, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.StartedOn, Stamp = p.Version }),
        "part-built" => projects.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.Beneficiaries ?? 0 : 1, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.PartBuiltOn, Stamp = p.Version }),
        "accepted" => projects.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.Beneficiaries ?? 0 : 1, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.AcceptedOn, Stamp = p.Version }),
        "closed" => projects.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.Beneficiaries ?? 0 : 1, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.ClosedOn, Stamp = p.Version }),
        "promised" => projects.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.Beneficiaries ?? 0 : 1, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.FirstFinish, Stamp = p.Version }),
        _ => projects.Select(p => new Countable { Id = p.Id, Amount = isSum ? p.Beneficiaries ?? 0 : 1, UnitId = p.LeadUnitId, Town = p.PlaceCode.Substring(0, 9), Day = p.CompletedOn, Stamp = p.Version }),
    };
}

/// <summary>What the sources of this room have in common: which projects, and how a record is told.</summary>
internal static class ProjectCounting
{
    public static FigureTrait List { get; } = new("list") { Names = ListsAsync };

    public static IReadOnlyList<FigureTrait> Traits { get; } =
    [
        List, FigureTrait.Of<ProjectState>("state", "project.state."), FigureTrait.Of<ProjectStage>("stage", "figures.stage."), FigureTrait.Of<ProjectLight>("light", "project.light."),
        FigureTrait.Of<Punctuality>("when", "project.punctuality."), FigureTrait.Of<ProjectIs>("is", "figures.is."), new("field"), new("year"),
    ];

    public static IQueryable<Project> Matching(ZhuoluoContext db, FigureAsk ask) => db.Matching(
        new ProjectFilter
        {
            Programme = ask["list"],
            State = ask.Read<ProjectState>("state"),
            Stage = ask.Read<ProjectStage>("stage"),
            Light = ask.Read<ProjectLight>("light"),
            Punctuality = ask.Read<Punctuality>("when"),
            Is = ask.Read<ProjectIs>("is"),
            Field = ask["field"],
            Year = int.TryParse(ask["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        }, ask.Offices, ask.Today);

    public static async Task<IReadOnlyList<CountedRecord>> TellAsync(ZhuoluoContext db, IReadOnlyList<long> ids, Act? reader, CancellationToken cancel)
    {
        var found = await Seen(db, reader).Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Number, p.Name }).ToDictionaryAsync(p => p.Id, cancel);
        return [.. ids.Where(found.ContainsKey).Select(id => found[id]).Select(p => new CountedRecord(p.Id, $"{p.Number} {p.Name}", Address(p.Number, reader)))];
    }

    public static IQueryable<Project> Seen(ZhuoluoContext db, Act? reader) => reader is null ? db.Set<Project>().AsNoTracking().Where(p => p.IsPublic) : db.Set<Project>().AsNoTracking();

    private static async Task<IReadOnlyDictionary<string, string>> ListsAsync(ZhuoluoContext db, IReadOnlyCollection<string>? codes, CancellationToken cancel)
    {
        var lists = db.Set<Programme>().AsNoTracking();
        lists = codes is null ? lists : lists.Where(p => codes.Contains(p.Code));
        return await lists.Select(p => new { p.Code, p.Year, p.Name }).ToDictionaryAsync(p => p.Code, p => string.Create(CultureInfo.InvariantCulture, $"{p.Year} {p.Name}"), cancel);
    }

    public static string Address(string number, Act? reader) => (reader is null ? "/public/projects/" : "/projects/") + number;
}
