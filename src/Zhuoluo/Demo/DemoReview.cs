using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Demo.Promises;
using Zhuoluo.Rooms.Rhythm;
using Zhuoluo.Rooms.Rhythm.Bulletins;

namespace Zhuoluo.Demo;

/// <summary>The review of the year of a place's lists, from the template of the place: written, approved by somebody else, issued and public, with its figures stated.</summary>
internal sealed class DemoReview(DemoTools tools, PromisePlace place)
{
    public async Task MakeAsync(CancellationToken cancel)
    {
        await tools.Get<Pump>().DrainAsync(cancel);
        tools.Clock.Set(place.Lists.Max(l => l.AsOf), 19);
        var county = tools.Offices.Places.Single(p => p.Code.Length == 6);
        var year = place.Lists[0].Year;
        var office = tools.Offices.Units.FirstOrDefault(u => u.Name.EndsWith("办公室", StringComparison.Ordinal))?.Id ?? tools.UnitId(county.Code);
        var says = RhythmPhrases.Read();
        var series = string.Format(CultureInfo.InvariantCulture, says.Reviews, county.Name[..1]);
        var handler = tools.Get<BulletinsHandler>();
        var id = DemoTools.Must(await handler.DraftAsync(
            new DraftBulletin(BulletinKind.Review, office, new DateOnly(year, 1, 1), new DateOnly(year, 12, 31), series), tools.As(tools.Staff["dispatcher"]), cancel));
        var draft = await DraftAsync(id, cancel);
        var prose = draft.Prose.Replace(BulletinText.Unwritten(draft.Prose)!, says.Ahead, StringComparison.Ordinal);
        DemoTools.Must(await handler.WriteAsync(new WriteBulletin(id, draft.Version, draft.Title, draft.Series, prose), tools.As(tools.Staff["dispatcher"]), cancel));
        foreach (var (verb, login) in new[] { (BulletinVerb.Send, "dispatcher"), (BulletinVerb.Approve, "supervisor"), (BulletinVerb.Issue, "dispatcher"), (BulletinVerb.Publish, "supervisor") })
        {
            tools.Pass(TimeSpan.FromMinutes(20));
            DemoTools.Must(await handler.MoveAsync(new MoveBulletin(id, verb, 0), tools.As(tools.Staff[login]), cancel));
        }
    }

    private async Task<Bulletin> DraftAsync(long id, CancellationToken cancel)
    {
        await using var db = await tools.Get<IDbContextFactory<ZhuoluoContext>>().CreateDbContextAsync(cancel);
        return await db.Set<Bulletin>().AsNoTracking().SingleAsync(b => b.Id == id, cancel);
    }
}
