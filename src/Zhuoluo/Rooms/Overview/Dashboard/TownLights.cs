using System.Globalization;
using Microsoft.AspNetCore.Html;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Shell;
using Zhuoluo.Shell.Charts;

namespace Zhuoluo.Rooms.Overview.Dashboard;

/// <summary>Projects by light and town, on the county's own outlines where it has given them; the worst light of a town is the one it shows.</summary>
internal sealed record TownLights(IReadOnlyList<TownRow> Rows, IHtmlContent? Picture, TownOutlines? Map)
{
    private static readonly ProjectLight[] _worstFirst = [ProjectLight.Red, ProjectLight.Yellow, ProjectLight.Green, ProjectLight.Done];

    public static TownLights None { get; } = new([], null, null);

    public static async Task<TownLights> ReadAsync(ZhuoluoContext db, ProgrammesQuery programmes, TownMaps maps, OfficesSnapshot offices, Texts texts, CancellationToken cancel)
    {
        var rows = (await programmes.ByAsync(ProjectTallyBy.Town, 0, cancel)).Where(t => t.Sum.Total > 0)
            .Select(t => new TownRow(offices.Place(t.Key), t.Sum)).OrderBy(r => r.Town is null).ThenBy(r => r.Town?.Code, StringComparer.Ordinal).ToList();
        var map = rows.Count == 0 ? null : await maps.ReadAsync(db, offices, cancel);
        return new TownLights(rows, map is null ? null : SvgMap.Draw(texts["overview.map"], [.. map.Areas.Select(a => AreaOf(a, rows, texts))]), map);
    }

    private static Area AreaOf(TownOutline outline, List<TownRow> rows, Texts texts)
    {
        var row = outline.Town is { } town ? rows.Find(r => r.Town?.Code == town.Code) : null;
        var worst = row is null ? ProjectLight.None : _worstFirst.FirstOrDefault(l => row.Sum.Lit(l) > 0);
        return new Area(texts.Show(outline.Town?.Name ?? outline.Name), outline.Rings, row?.Sum.Total ?? 0, row?.Href(null))
        {
            Sign = new AreaSign(
                worst.ToString().ToLower(CultureInfo.InvariantCulture),
                row is null || worst == ProjectLight.None ? "" : $"{texts.Said("light", worst)} {row.Sum.Lit(worst)}",
                row is null ? "0" : string.Join(' ', _worstFirst.Where(l => row.Sum.Lit(l) > 0).Select(l => $"{texts.Said("light", l)} {row.Sum.Lit(l)}"))),
        };
    }
}

/// <summary>Town: null for what lies in no one town.</summary>
internal sealed record TownRow(Place? Town, ProjectSum Sum)
{
    /// <summary>The list of exactly those; null where a list cannot say "in no town".</summary>
    public string? Href(ProjectLight? light) => Town is not { } town ? null
        : (light == ProjectLight.Done ? new ProjectFilter { Town = town.Code, Stage = ProjectStage.Done } : light is null ? new ProjectFilter { Town = town.Code, Stage = ProjectStage.Promised } : new ProjectFilter { Town = town.Code, Light = light }).Href;
}
