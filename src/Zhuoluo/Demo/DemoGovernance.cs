using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Hotspots;
using Zhuoluo.Rooms.Matters.Register;
using Zhuoluo.Rooms.Matters.Teams;

namespace Zhuoluo.Demo;

/// <summary>
/// What many people say at once and what is done about it: matters that look the same, some of them still in triage; a place and topic of
/// which a month brought many, given to a unit; teams for a flood that is still on, and one that was dissolved after its fire.
/// </summary>
internal sealed class DemoGovernance(DemoTools tools)
{
    private const int FirstVillage = 3;
    private readonly GovernancePhrases _says = JsonSerializer.Deserialize<GovernancePhrases>(
        File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "catalog", "demo", "governance.json")), JsonSerializerOptions.Web)!;

    private Actor Dispatcher => tools.Staff["dispatcher"];

    public async Task MakeAsync(CancellationToken cancel)
    {
        await AlikeAsync(cancel);
        await HotspotsAsync(cancel);
        await FireAsync(cancel);
        await FloodAsync(cancel);
        tools.Clock.Set(tools.Now);
    }

    private async Task AlikeAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(tools.Now);
        foreach (var (alike, i) in _says.Alike.Select((a, i) => (a, i)))
        {
            var village = tools.Villages()[FirstVillage + i];
            tools.Clock.Set(today.AddDays(-3), 10, i);
            var first = await RegisterAsync(alike.First, village.Code, alike.Category, cancel);
            await DoAsync(first, Verb.Accept, d => d, cancel);
            await DoAsync(first, Verb.Assign, d => d with { UnitId = tools.UnitId(tools.Staff[$"{alike.Bureau}.handler"].Office) }, cancel);
            tools.Clock.Set(today, 8, 10 + i);
            tools.Pass(TimeSpan.Zero);
            foreach (var again in alike.Again)
            {
                await RegisterAsync(again, village.Code, null, cancel);
            }
        }

        async Task<long> RegisterAsync(string text, string village, string? category, CancellationToken cancel) =>
            DemoTools.Must(await tools.Get<RegisterMatterHandler>().HandleAsync(
                new RegisterMatter(MatterKind.Complaint, Channel.Hotline, text.Replace("{village}", tools.Offices.Place(village)!.Name, StringComparison.Ordinal), village)
                {
                    CategoryCode = category,
                    Contact = new Contact(tools.Words.Name(), tools.Words.Phone(), null),
                },
                tools.As(Dispatcher), cancel)).MatterId;
    }

    // The most frequent place and topic of this month is being looked into; of the month before it is done.
    private async Task HotspotsAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(tools.Now);
        var month = new DateOnly(today.Year, today.Month, 1);
        tools.Clock.Set(tools.Now);
        await GiveAsync(month, today.AddDays(20), cancel);
        if (await GiveAsync(month.AddMonths(-1), today.AddDays(2), cancel) is { } last)
        {
            DemoTools.Must(await tools.Get<HotspotsHandler>().HandleAsync(new FinishHotspot(last, _says.Result), tools.As(Dispatcher), cancel));
        }
    }

    private async Task<long?> GiveAsync(DateOnly month, DateOnly due, CancellationToken cancel)
    {
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var end = month.AddMonths(1);
        var most = await db.Set<Matter>().Where(m => m.OpenedOn >= month && m.OpenedOn < end && !m.IsConfidential && m.CategoryCode != null && m.LeadUnitId != null)
            .GroupBy(m => new { m.TownCode, m.CategoryCode }).Select(g => new { g.Key.TownCode, g.Key.CategoryCode, Unit = g.Max(m => m.LeadUnitId), Count = g.Count() })
            .Where(g => g.Count >= HotspotQuery.Fewest).OrderByDescending(g => g.Count).ThenBy(g => g.TownCode).FirstOrDefaultAsync(cancel);
        return most is null ? null : DemoTools.Must(await tools.Get<HotspotsHandler>().HandleAsync(
            new GiveHotspot((month.Year * 100) + month.Month, most.TownCode, most.CategoryCode!, most.Unit!.Value, _says.Plan, due), tools.As(Dispatcher), cancel));
    }

    private async Task FireAsync(CancellationToken cancel)
    {
        var day = LocalDay.Of(tools.Now).AddDays(-40);
        tools.Clock.Set(day, 15);
        var incident = await OpenAsync(IncidentKind.Fire, _says.Fire, DemoPeople.Town, cancel);
        var team = await FormAsync(incident, TeamKind.Commando, _says.FireTeam, DemoPeople.Town, "town.head", cancel);
        await JoinAsync(team, "town.handler", cancel);
        tools.Clock.Set(day.AddDays(3), 17);
        DemoTools.Must(await tools.Get<TeamsHandler>().HandleAsync(new DissolveTeam(team, _says.FireResult), tools.As(tools.Staff["town.head"]), cancel));
        DemoTools.Must(await tools.Get<TeamsHandler>().HandleAsync(new EndIncident(incident, day.AddDays(3)), tools.As(Dispatcher), cancel));
    }

    private async Task FloodAsync(CancellationToken cancel)
    {
        var today = LocalDay.Of(tools.Now);
        tools.Clock.Set(today.AddDays(-2), 9);
        var incident = await OpenAsync(IncidentKind.Flood, _says.Flood, DemoPeople.County, cancel);
        var waters = await FormAsync(incident, TeamKind.Commando, _says.FloodTeam, DemoPeople.Waters, "waters.head", cancel);
        var town = await FormAsync(incident, TeamKind.Volunteers, _says.TownTeam, DemoPeople.Town, "town.head", cancel);
        foreach (var (team, login) in new[] { (waters, "waters.handler"), (waters, "roads.handler"), (town, "town.handler"), (town, "town.clerk") })
        {
            tools.Pass(TimeSpan.FromMinutes(20));
            await JoinAsync(team, login, cancel);
        }
        foreach (var (login, day) in new[] { ("waters.handler", 0), ("roads.handler", 1), ("waters.head", 2) })
        {
            var from = new DateTimeOffset(today.AddDays(day).ToDateTime(new TimeOnly(20, 0)), LocalDay.Offset).ToUniversalTime();
            DemoTools.Must(await tools.Get<TeamWork>().HandleAsync(
                new PlanShift(waters, tools.Staff[login].PersonId!.Value, from, from.AddHours(12)), tools.As(tools.Staff["waters.head"]), cancel));
        }
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        var unit = tools.UnitId(DemoPeople.Waters);
        foreach (var number in await db.Set<Matter>().Where(m => m.LeadUnitId == unit && m.ClosedAt == null && !m.IsConfidential).OrderByDescending(m => m.Id).Take(2).Select(m => m.Number).ToListAsync(cancel))
        {
            DemoTools.Must(await tools.Get<TeamWork>().HandleAsync(new GiveTask(waters, number), tools.As(tools.Staff["waters.head"]), cancel));
        }
    }

    private async Task<long> OpenAsync(IncidentKind kind, string name, string place, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<TeamsHandler>().HandleAsync(new OpenIncident(kind, name, place, LocalDay.Of(tools.Clock.Now)), tools.As(Dispatcher), cancel));

    private async Task<long> FormAsync(long incident, TeamKind kind, string name, string unit, string leader, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<TeamsHandler>().HandleAsync(
            new FormTeam(incident, kind, name, tools.UnitId(unit), tools.Staff[leader].PersonId!.Value), tools.As(Dispatcher), cancel));

    private async Task JoinAsync(long team, string login, CancellationToken cancel) =>
        DemoTools.Must(await tools.Get<TeamWork>().HandleAsync(new JoinTeam(team, tools.Staff[login].PersonId!.Value), tools.As(tools.Staff[login]), cancel));

    private async Task DoAsync(long matter, Verb verb, Func<Deed, Deed> with, CancellationToken cancel)
    {
        tools.Pass(TimeSpan.FromMinutes(12));
        DemoTools.Must(await tools.Get<IDeeds>().DoAsync(with(new Deed(matter, verb, 0)), tools.As(Dispatcher), cancel));
    }

    private sealed record GovernancePhrases(
        string Flood, string FloodTeam, string TownTeam, string Fire, string FireTeam, string FireResult, string Plan, string Result, IReadOnlyList<AlikePhrases> Alike);

    private sealed record AlikePhrases(string Bureau, string Category, string First, IReadOnlyList<string> Again);
}
