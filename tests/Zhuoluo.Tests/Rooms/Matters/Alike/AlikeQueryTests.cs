using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Alike;
using Zhuoluo.Rooms.Matters.List;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Alike;

public sealed class AlikeQueryTests
{
    [Theory, EachDatabase]
    public async Task The_likeliest_comes_first_the_same_person_is_known_and_others_are_left_out(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var first = await RegisterAsync(house, "村口路灯坏了三天，晚上看不见路。", "13900000001");
        await RegisterAsync(house, "污水外溢，臭气熏天，请疏通下水道。", "13900000002");
        var secret = await RegisterAsync(house, "村口路灯坏了三天，晚上看不见路，是电工故意的。", "13900000003", isConfidential: true);
        var own = await RegisterAsync(house, "村口的路灯还没修，晚上看不见路！", "13900000001");
        var asked = await RegisterAsync(house, "群众反映：村口路灯坏了好几天，晚上看不见路。", "13900000001");
        await house.DrainAsync();

        var found = await FindAsync(house, asked, County.Dispatcher);

        Assert.Equal(new HashSet<long> { first, own }, found.Select(f => f.Id).ToHashSet());
        Assert.All(found, f => Assert.True(f.IsSamePerson));
        Assert.True(found[0].Likeness.Score >= found[1].Likeness.Score);
        Assert.Empty(await FindAsync(house, secret, County.Dispatcher));
        Assert.DoesNotContain(secret, found.Select(f => f.Id));
    }

    [Theory, EachDatabase]
    public async Task What_was_said_to_differ_is_not_suggested_again_and_the_verdict_is_kept(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var other = await RegisterAsync(house, "村口路灯坏了三天，晚上看不见路。", "13900000001");
        var asked = await RegisterAsync(house, "村口路灯坏了好几天，晚上看不见路。", "13900000002");
        await house.DrainAsync();
        var judgement = house.Services.GetRequiredService<Judgement>();
        var judged = new Judged(SuggestionKind.Duplicate, Verdict.Rejected, other, Score: 700);

        Assert.IsType<NotPermitted>((await judgement.KeepAsync(asked, [judged], house.ActAs(County.Handler), default)).Refused());
        Assert.Single(await FindAsync(house, asked, County.Dispatcher));
        (await judgement.KeepAsync(asked, [judged], house.ActAs(County.Dispatcher), default)).Made();

        Assert.Empty(await FindAsync(house, asked, County.Dispatcher));
        var row = await house.ReadAsync(r => r.Set<Suggestion>().SingleAsync());
        Assert.Equal((asked, other, 700, Verdict.Rejected), (row.MatterId, row.OtherId, row.Score, row.Verdict));
    }

    [Theory, EachDatabase]
    public async Task Recurs_counts_closed_ones_of_the_same_place_and_topic(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var now = house.Acts.Now;
        var today = LocalDay.Of(now);
        Matter Row(long id, int daysAgo, Action<Matter>? change = null, MatterState state = MatterState.Closed) => AMatter.Row(id, now, m =>
        {
            m.CategoryCode = "lamp";
            m.ClosedOn = state == MatterState.Closed ? today.AddDays(-daysAgo + 3) : null;
            change?.Invoke(m);
        }, state, openedOn: today.AddDays(-daysAgo));
        await house.InsertAsync([Row(1, 300), Row(2, 100), Row(3, 500), Row(4, 50, m => m.CategoryCode = "road"), Row(5, 40, m => m.IsConfidential = true),
            Row(6, 30, state: MatterState.InProgress), Row(7, 0, state: MatterState.Registered)]);

        await house.ReadAsync(async r =>
        {
            var query = new RecurrenceQuery(r);
            var viewer = new Viewer(County.Dispatcher, now, house.Services.GetRequiredService<Offices>().Current);
            var last = await r.Set<Matter>().SingleAsync(m => m.Id == 7);
            Assert.Equal(3, await query.TimesAsync(last, viewer, default));
            var most = Assert.Single(await query.MostAsync(viewer, 10, default));
            Assert.Equal((County.Village, "lamp", 4, 2), (most.PlaceCode, most.CategoryCode, most.Times, most.Open));
            var listed = await r.Matching(Recurrence.FilterOf(most.PlaceCode, most.CategoryCode, today), viewer, new Catalogue([], [])).CountAsync();
            Assert.Equal(most.Times, listed);
            return 0;
        });
    }

    [Theory, EachDatabase]
    public async Task Me_too_gives_an_own_receipt_and_a_link_that_a_person_still_decides_on(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var published = await RegisterAsync(house, "村口路灯坏了三天，晚上看不见路。", "13900000001");
        var hidden = await RegisterAsync(house, "小学门口没有斑马线，请施划。", "13900000004");
        await house.InsertAsync([]);
        await house.Writer.WriteAsync<int>(house.System(), async work =>
        {
            await work.Db.Set<Publication>().Where(p => p.MatterId == published).ExecuteUpdateAsync(u => u.SetProperty(p => p.State, PublicationState.Shown));
            return await work.Db.Set<Matter>().Where(m => m.Id == published).ExecuteUpdateAsync(u => u.SetProperty(m => m.IsPublic, true));
        }, default);
        var numbers = await house.ReadAsync(r => r.Set<Matter>().ToDictionaryAsync(m => m.Id, m => m.Number));
        var join = house.Services.GetRequiredService<JoinMatterHandler>();
        var command = County.Matter("我家门口的路灯也坏了") with { OnceKey = "once" };

        var mine = (await join.HandleAsync(command, numbers[published], house.ActAs(Actor.Public), default)).Made();
        var again = (await join.HandleAsync(command, numbers[published], house.ActAs(Actor.Public), default)).Made();
        var alone = (await join.HandleAsync(County.Matter("斑马线"), numbers[hidden], house.ActAs(Actor.Public), default)).Made();
        await house.DrainAsync();

        Assert.Equal(mine.Number, again.Number);
        var link = await house.ReadAsync(r => r.Set<Link>().SingleAsync());
        Assert.Equal((mine.MatterId, published), (link.MatterId, link.OtherId));
        Assert.Null(await house.ReadAsync(r => r.Set<Matter>().Where(m => m.Id == mine.MatterId).Select(m => m.MainMatterId).SingleAsync()));
        Assert.NotEqual(mine.Code, alone.Code);
        var found = await FindAsync(house, mine.MatterId, County.Dispatcher);
        Assert.True(found[0].IsSaid);
    }

    private static async Task<long> RegisterAsync(TestHouse house, string text, string phone, bool isConfidential = false) =>
        (await County.RegisterAsync(house, County.Matter(text) with { Contact = new Contact("王小明", phone, null), IsConfidential = isConfidential })).MatterId;

    private static Task<IReadOnlyList<AlikeMatter>> FindAsync(TestHouse house, long id, Actor who) => house.ReadAsync(async r =>
    {
        var viewer = new Viewer(who, house.Acts.Now, house.Services.GetRequiredService<Offices>().Current);
        var m = await r.Set<Matter>().SingleAsync(m => m.Id == id);
        var text = await r.Set<MatterText>().SingleAsync(t => t.MatterId == id);
        IReadOnlyList<AlikeAsked> asked = m.IsConfidential ? [] :
            [new AlikeAsked(id, AlikeSide.Of(m.Title, text.Text, text.PlaceText, m.PlaceCode, m.CategoryCode, m.OpenedOn), m.RequesterPrint)];
        return (await new AlikeQuery(r).FindAsync(asked, viewer, await Catalogue.LoadAsync(r, default), default)).FirstOrDefault([]);
    });
}
