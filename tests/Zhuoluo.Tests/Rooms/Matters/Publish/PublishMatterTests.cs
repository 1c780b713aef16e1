using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Publish;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Publish;

public sealed class PublishMatterTests
{
    [Theory, EachDatabase]
    public async Task An_editor_shows_a_clean_text_and_takes_it_back(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await County.RegisterAsync(house);
        Assert.Equal(1, (await QueueAsync(house)).Total);

        (await ShowAsync(house, new PublishMatter(receipt.MatterId, "路灯不亮", "村口路灯坏了三天。", null))).Made();
        Assert.Equal((PublicationState.Shown, true), await StandAsync(house));
        Assert.Equal(0, (await QueueAsync(house)).Total);

        (await WithholdAsync(house, new WithholdMatter(receipt.MatterId, "当事人要求"))).Made();
        Assert.Equal((PublicationState.Withheld, false), await StandAsync(house));
        await house.DrainAsync();
        var kinds = await house.ReadAsync(r => r.Set<LedgerEntry>().OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["matter.registered", "matter.published", "matter.withheld"], kinds);
    }

    [Theory]
    [InlineData("我的电话是13800001234，请回电。")]
    [InlineData("车牌赣D12345占道停车。")]
    public async Task What_the_scan_finds_keeps_it_from_being_shown(string text)
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await County.RegisterAsync(house);

        var refusal = Assert.IsType<PersonalDataLeft>((await ShowAsync(house, new PublishMatter(receipt.MatterId, "标题", text, null))).Refused());

        Assert.Equal("Text", refusal.Field);
        Assert.Equal((PublicationState.AwaitingCheck, false), await StandAsync(house));
    }

    [Fact]
    public async Task A_confidential_matter_is_never_shown_and_only_editors_publish()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var report = await County.RegisterAsync(house, County.Matter() with { Kind = MatterKind.Report });
        var plain = await County.RegisterAsync(house);

        Assert.Equal("never-public", (await ShowAsync(house, new PublishMatter(report.MatterId, "标题", "内容", null))).Refused().Code);
        Assert.Equal("not-permitted", (await ShowAsync(house, new PublishMatter(plain.MatterId, "标题", "内容", null), County.Dispatcher)).Refused().Code);
        Assert.Equal("missing", (await WithholdAsync(house, new WithholdMatter(plain.MatterId, " "))).Refused().Code);
        Assert.Equal(1, (await QueueAsync(house)).Total);
    }

    private static PublishMatterHandler Handler(TestHouse house) => house.Services.GetRequiredService<PublishMatterHandler>();

    private static Task<Outcome<Done>> ShowAsync(TestHouse house, PublishMatter command, Actor? who = null) =>
        Handler(house).HandleAsync(command, house.ActAs(who ?? County.Editor), default);

    private static Task<Outcome<Done>> WithholdAsync(TestHouse house, WithholdMatter command) =>
        Handler(house).HandleAsync(command, house.ActAs(County.Editor), default);

    private static async Task<Paged<QueuedText>> QueueAsync(TestHouse house)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<PublicationQueue>().ListAsync(1, 20, default);
    }

    private static Task<(PublicationState, bool)> StandAsync(TestHouse house) => house.ReadAsync(async r =>
        ((await r.Set<Publication>().SingleAsync()).State, (await r.Set<Matter>().SingleAsync()).IsPublic));
}
