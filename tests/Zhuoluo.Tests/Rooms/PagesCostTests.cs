using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Tests.Rooms.Disclosure;
using Zhuoluo.Tests.Rooms.Matters.Resident;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms;

/// <summary>What a page asks of the database is bounded by its kind, never by how many matters there are.</summary>
public sealed class PagesCostTests
{
    private const int Few = 20;
    private const int Many = 400;
    private const int MostCommands = 30;

    private static readonly string[] _staffPages = ["/matters", "/work", "/triage", "/statistics"];
    private static readonly string[] _publicPages = ["/public", "/public/records", "/public/units", "/public/overdue", "/public/statistics", "/public/drives/wan-jia"];

    [Fact]
    public async Task The_commands_of_a_page_do_not_grow_with_the_matters()
    {
        await using var site = await Site.OpenAsync();
        using var count = new CommandCount();
        using var staff = await site.SignInAsync(Role.Dispatcher);
        using var anybody = site.Client();
        var drive = Loop.Value(await site.Services.GetRequiredService<KeepDriveHandler>().HandleAsync(
            new KeepDrive("wan-jia", "百名书记进万家", DriveKind.HouseholdVisits, Today(site).AddDays(-60), null), site.Operator(), default));

        var number = await AddAsync(site, drive, Few);
        var before = await CountAsync(count, site.Services.GetRequiredService<Kept>(), staff, anybody, number);
        await AddAsync(site, drive, Many - Few);
        var after = await CountAsync(count, site.Services.GetRequiredService<Kept>(), staff, anybody, number);

        Assert.All(before.Keys, page =>
        {
            Assert.InRange(before[page].Count, 1, MostCommands);
            Assert.True(after[page].Count <= before[page].Count,
                $"{page}: {before[page].Count} commands with {Few} matters, {after[page].Count} with {Many}:\n{string.Join("\n\n", after[page].GroupBy(c => c).Where(g => g.Count() > 1).Select(g => $"{g.Count()} x {g.Key}"))}");
        });
    }

    private static async Task<Dictionary<string, IReadOnlyList<string>>> CountAsync(CommandCount count, Kept kept, HttpClient staff, HttpClient anybody, string number)
    {
        var found = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var (client, page) in _staffPages.Append($"/matters/{number}").Select(p => (staff, p)).Concat(_publicPages.Append($"/public/{number}").Select(p => (anybody, p))))
        {
            // What is remembered between requests is not what is measured.
            await client.GetAsync(page);
            kept.Forget();
            found[page] = await count.OfAsync(client, page);
        }
        return found;
    }

    /// <summary>In each state in turn and all shown to the public; the number of the first.</summary>
    private static async Task<string> AddAsync(TestSite site, long drive, int matters)
    {
        var today = Today(site);
        var lines = Enumerable.Range(0, matters).Select(i => Line(i, drive, today)).ToList();
        var done = Loop.Value(await site.Services.GetRequiredService<RegisterManyHandler>().HandleAsync(lines, site.Operator(), default));
        Loop.Value(await site.Services.GetRequiredService<Writer>().WriteAsync<Done>(site.Operator(), async work =>
        {
            await work.InsertManyAsync([.. done.Matters.Select(m => new Publication
            {
                MatterId = m.MatterId,
                State = PublicationState.Shown,
                Title = "路灯不亮",
                Text = "居民反映路灯不亮。",
                CheckedAt = work.Act.At,
            })], default);
            await work.Db.Set<Matter>().ExecuteUpdateAsync(u => u.SetProperty(m => m.IsPublic, true));
            return Done.Value;
        }, default));
        await site.DrainAsync();
        return done.Matters[0].Number;
    }

    private static BulkMatter Line(int i, long drive, DateOnly today)
    {
        var (state, unit) = (i % 4) switch
        {
            0 => (MatterState.InProgress, (long?)Site.BureauId),
            1 => (MatterState.Registered, null),
            2 => (MatterState.AwaitingAssignment, null),
            _ => (MatterState.Closed, Site.TownOfficeId),
        };
        return new BulkMatter(MatterKind.Help, Channel.Visit, $"第{i}盏路灯坏了三天，晚上看不见路。", Site.Village, today.AddDays(-40 + (i % 30)), state)
        {
            LeadUnitId = unit,
            DriveId = drive,
            Contact = new Contact("王小明", $"138{i:D8}", null),
            ClosedOn = state == MatterState.Closed ? today : null,
            Outcome = state == MatterState.Closed ? MatterOutcome.Solved : MatterOutcome.None,
            ResultText = state == MatterState.Closed ? "已修好。" : null,
        };
    }

    private static DateOnly Today(TestSite site) => LocalDay.Of(site.Clock.GetUtcNow());
}
