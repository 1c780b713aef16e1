using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Rooms.Exchange.Export;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Exchange;

/// <summary>A project list comes in once, each sheet onto its own list, with the lights that the rule gives it.</summary>
public sealed class ProjectListImportTests
{
    [Theory, EachDatabase]
    public async Task The_house_holds_what_the_manifest_says_and_a_second_time_changes_nothing(Db db)
    {
        await using var house = await OpenAsync(db);
        var report = ImportHouse.Good(await house.ImportAsync(ProjectSample.List, "", "360821", new DateOnly(2021, 11, 30)));
        Assert.Equal((586, 4, 11, 252), (report.Imported, report.Duplicates, report.Refused.Count, report.Warnings.Count));
        await house.DrainAsync();
        var found = await house.TalliesAsync();
        Assert.Equal(Expected(), found);
        Assert.Equal(ExpectedTargets(), await house.TargetSumsAsync());

        var again = ImportHouse.Good(await house.ImportAsync(ProjectSample.List, "projects", "360821", new DateOnly(2021, 11, 30)));
        Assert.Equal((0, 590, 11), (again.Imported, again.Duplicates, again.Refused.Count));
        await house.DrainAsync();
        Assert.Equal(found, await house.TalliesAsync());
        Assert.Equal(2, await house.ReadAsync(c => c.Set<Programme>().CountAsync()));

        // Out of this house and into an empty one: nothing is lost; back into this one: nothing is new.
        await using var other = await OpenAsync(db);
        foreach (var list in await house.ReadAsync(c => c.Set<Programme>().OrderBy(p => p.Id).ToListAsync()))
        {
            var path = Path.Combine(house.Options.Folder, list.Code + (list.Level == PublicLevel.County ? ".xlsx" : ".csv"));
            await File.WriteAllBytesAsync(path, (await house.Services.GetRequiredService<ProjectListFile>().MakeAsync(list.Code, list.Level == PublicLevel.County, new DateOnly(2026, 3, 2), CancellationToken.None))!);
            Assert.Equal(0, ImportHouse.Good(await house.ImportAsync(path, "", "360821")).Imported);
            var unit = await other.ReadAsync(c => c.Set<Zhuoluo.Rooms.Organisation.Unit>().Where(u => u.Code == "360821").Select(u => u.Id).SingleAsync());
            ImportHouse.Good(await other.Services.GetRequiredService<KeepProgrammeHandler>().HandleAsync(
                new KeepProgramme(list.Code, list.Name, list.Kind, list.Level, list.Year, unit) { LightProfile = list.LightProfile }, other.System(), CancellationToken.None));
            var moved = ImportHouse.Good(await other.ImportAsync(path, "", "360821"));
            Assert.Equal((list.Level == PublicLevel.County ? 37 : 549, 0), (moved.Imported, moved.Refused.Count));
        }
        await other.DrainAsync();
        Assert.Equal(found, await other.TalliesAsync());
        Assert.Equal(ExpectedTargets(), await other.TargetSumsAsync());
        Assert.Equal(await house.ProjectsAsync(), await other.ProjectsAsync());
    }

    private static async Task<TestHouse> OpenAsync(Db db)
    {
        var house = await TestHouse.OpenAsync(db);
        ImportHouse.Good(await house.ImportAsync(Path.Combine(ProjectSample.Reference, "places.csv"), "places", "360821"));
        ImportHouse.Good(await house.ImportAsync(Path.Combine(ProjectSample.Reference, "units.csv"), "units", "360821"));
        return house;
    }

    private static string Expected()
    {
        List<string> lines = [];
        foreach (var level in (PublicLevel[])[PublicLevel.County, PublicLevel.Town])
        {
            var totals = ProjectSample.Manifest["totals"]![level == PublicLevel.County ? "county" : "township"]!;
            lines.Add($"{level} projects {totals["projects"]} money {totals["moneyYuan"]}");
            lines.AddRange(totals["byLight"]!.AsObject().Select(t => $"{level} light {t.Key} {t.Value}"));
            lines.AddRange(totals["byField"]!.AsObject().Select(t => $"{level} field {t.Key} {t.Value}"));
            lines.AddRange(totals["byLeadUnit"]!.AsObject().Select(t => $"{level} unit {t.Key} {t.Value}"));
        }
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    }

    private static string ExpectedTargets() =>
        string.Join('\n', ProjectSample.Manifest["totals"]!["targetSums"]!.AsObject().Select(t => $"{t.Key} {t.Value}").Order(StringComparer.Ordinal));
}

internal static class ProjectTallies
{
    /// <summary>What the tallies of each list say, in the manifest's terms.</summary>
    public static Task<string> TalliesAsync(this TestHouse house) => house.ReadAsync(async db =>
    {
        var levels = await db.Set<Programme>().ToDictionaryAsync(p => p.Id, p => p.Level);
        var units = await db.Set<Zhuoluo.Rooms.Organisation.Unit>().ToDictionaryAsync(u => u.Id.ToString(System.Globalization.CultureInfo.InvariantCulture), u => u.Code);
        var tallies = await db.Set<ProjectTally>().Where(t => t.ProgrammeId != 0).ToListAsync();
        List<string> lines = [];
        foreach (var list in tallies.GroupBy(t => levels[t.ProgrammeId]))
        {
            var all = list.Where(t => t.By == ProjectTallyBy.All).ToList();
            lines.Add($"{list.Key} projects {all.Sum(t => t.Count)} money {all.Sum(t => t.Planned) / 100}");
            lines.AddRange(all.GroupBy(t => t.Light).Select(g => $"{list.Key} light {g.Key.ToString().ToLowerInvariant()} {g.Sum(t => t.Count)}"));
            lines.AddRange(list.Where(t => t.By == ProjectTallyBy.Field).GroupBy(t => t.Key).Select(g => $"{list.Key} field {g.Key} {g.Sum(t => t.Count)}"));
            lines.AddRange(list.Where(t => t.By == ProjectTallyBy.Unit).GroupBy(t => t.Key).Select(g => $"{list.Key} unit {units[g.Key]} {g.Sum(t => t.Count)}"));
        }
        return string.Join('\n', lines.Order(StringComparer.Ordinal));
    });

    /// <summary>Every project with all that its row holds, but for ids and numbers.</summary>
    public static Task<List<string>> ProjectsAsync(this TestHouse house) => house.ReadAsync(async db =>
    {
        var assisting = (await db.Set<Assisting>().ToListAsync()).ToLookup(a => a.ProjectId);
        var units = await db.Set<Zhuoluo.Rooms.Organisation.Unit>().ToDictionaryAsync(u => u.Id, u => u.Code);
        var projects = await db.Set<Project>().ToListAsync();
        return projects.Select(p => string.Join(
            ' ', p.Name, p.Content, p.FieldCode, p.State, p.PlaceCode, units[p.LeadUnitId], p.LeaderName, p.LeaderPost, p.PlannedStart, p.PlannedFinish, p.FirstFinish, p.StartedOn, p.CompletedOn, p.Done,
            p.ReportedFor, p.Light, p.Punctuality, string.Join(',', assisting[p.Id].Select(a => units[a.UnitId]).Order(StringComparer.Ordinal)))).Order(StringComparer.Ordinal).ToList();
    });

    public static Task<string> TargetSumsAsync(this TestHouse house) => house.ReadAsync(async db =>
    {
        var targets = await db.Set<Target>().Where(t => t.SupersededAt == null).Select(t => new { t.Unit, t.Promised }).ToListAsync();
        return string.Join('\n', targets.GroupBy(t => t.Unit)
            .Select(g => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{g.Key} {g.Sum(t => t.Promised) / 1000m:0.###}")).Order(StringComparer.Ordinal));
    });
}
