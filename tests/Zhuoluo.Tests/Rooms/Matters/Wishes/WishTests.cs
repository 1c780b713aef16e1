using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Wishes;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Wishes;

public sealed class WishTests
{
    private static readonly RaiseWish _wish = new(WishKind.Thing, "想要一副老花镜，地址在桥头村三组。", County.Town) { Contact = new Contact("王小明", "13800001234", "桥头村三组 8 号") };

    [Theory, EachDatabase]
    public async Task A_wish_goes_from_raised_to_confirmed_and_each_step_is_an_entry_without_the_person(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await RaiseAsync(house);
        await DoAsync(house, receipt, WishVerb.Show, County.Editor, "想要一副老花镜。");
        await DoAsync(house, receipt, WishVerb.Claim, County.Handler);
        var claimed = await OneAsync(house);
        Assert.Equal((WishState.Claimed, ClaimantKind.Unit, County.BureauId), (claimed.State, claimed.Claimant, claimed.ClaimUnitId));
        Assert.NotNull(claimed.DueAt);
        await DoAsync(house, receipt, WishVerb.Fulfil, County.Handler, "已送到家中。");
        await DoAsync(house, receipt, WishVerb.Confirm, Actor.Public, null, isRequester: true);
        await DoAsync(house, receipt, WishVerb.Thank, Actor.Public, "谢谢。", isRequester: true);

        var wish = await OneAsync(house);
        Assert.Equal((WishState.Confirmed, true, "谢谢。"), (wish.State, wish.IsConfirmedByRequester, wish.Thanks));
        await house.DrainAsync();
        var entries = await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.SubjectKind == "wish").OrderBy(e => e.Idx).ToListAsync());
        Assert.Equal(["wish.raised", .. Enumerable.Repeat("wish.moved", 5)], entries.Select(e => e.Kind));
        Assert.All(entries, e => Assert.DoesNotContain("王小明", System.Text.Encoding.UTF8.GetString(e.Body), StringComparison.Ordinal));
    }

    [Theory, EachDatabase]
    public async Task A_claim_that_is_not_kept_goes_back_to_the_wall(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await RaiseAsync(house);
        await DoAsync(house, receipt, WishVerb.Show, County.Editor, "想要一副老花镜。");
        await DoAsync(house, receipt, WishVerb.Claim, County.Handler);
        var job = house.Services.GetRequiredService<ReleaseClaims>();
        Assert.Equal(0, await job.RunAsync(house.Acts.New(Actor.Job("release-claims"), Door.Job), default));

        var due = (await OneAsync(house)).DueAt!.Value;
        var later = house.Acts.New(Actor.Job("release-claims"), Door.Job) with { At = due + ReleaseClaims.Grace + TimeSpan.FromMinutes(1) };
        Assert.Equal(1, await job.RunAsync(later, default));

        var wish = await OneAsync(house);
        Assert.Equal((WishState.Open, ClaimantKind.None, null), (wish.State, wish.Claimant, wish.ClaimUnitId));
    }

    [Theory, EachDatabase]
    public async Task A_person_s_claim_is_sealed_and_told_only_with_a_reason_to_those_who_bring_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var receipt = await RaiseAsync(house);
        await DoAsync(house, receipt, WishVerb.Show, County.Editor, "想要一副老花镜。");
        var handler = house.Services.GetRequiredService<DoWishHandler>();
        var claim = new WishDeed(receipt.Number, WishVerb.Claim) { Contact = new Contact("好心人", "13900001111", null) };
        (await handler.HandleAsync(claim, house.ActAs(Actor.Public), default)).Made();

        Assert.Equal("not-permitted", (await AskAsync(house, receipt, WishVerb.Reveal, County.Handler, "送去")).Refused().Code);
        Assert.Equal("missing", (await AskAsync(house, receipt, WishVerb.Reveal, County.Dispatcher, null)).Refused().Code);
        var told = (await AskAsync(house, receipt, WishVerb.Reveal, County.Dispatcher, "安排上门")).Made();
        Assert.Equal(("桥头村三组 8 号", "13900001111"), (told.Contact!.Address, told.ClaimantContact!.Phone));
        Assert.Equal("安排上门", await house.ReadAsync(r => r.Set<WishStep>().OrderByDescending(s => s.Id).Select(s => s.Note).FirstAsync()));
    }

    [Fact]
    public async Task Nobody_does_what_the_table_does_not_give_them()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var receipt = await RaiseAsync(house);
        Assert.Equal("not-permitted", (await AskAsync(house, receipt, WishVerb.Show, County.Handler, "想要一副老花镜。")).Refused().Code);
        Assert.Equal("personal-data-left", (await AskAsync(house, receipt, WishVerb.Show, County.Editor, "请打 13800001234")).Refused().Code);
        Assert.Equal("wish-not-there", (await AskAsync(house, receipt, WishVerb.Claim, County.Handler, null)).Refused().Code);
        await DoAsync(house, receipt, WishVerb.Show, County.Editor, "想要一副老花镜。");
        Assert.Equal("not-permitted", (await AskAsync(house, receipt, WishVerb.Claim, County.Editor, null)).Refused().Code);
        await DoAsync(house, receipt, WishVerb.Claim, County.Handler);
        Assert.Equal("wish-not-there", (await AskAsync(house, receipt, WishVerb.Claim, County.Clerk, null)).Refused().Code);
        Assert.Equal("not-permitted", (await AskAsync(house, receipt, WishVerb.Fulfil, County.Clerk, "已送到")).Refused().Code);
        Assert.Equal("not-permitted", (await AskAsync(house, receipt, WishVerb.Fulfil, Actor.Public, "已送到")).Refused().Code);
        await DoAsync(house, receipt, WishVerb.Fulfil, County.Handler, "已送到。");
        Assert.Equal("not-permitted", (await AskAsync(house, receipt, WishVerb.Confirm, County.Handler, "本人说好")).Refused().Code);
        Assert.Equal("missing", (await AskAsync(house, receipt, WishVerb.Confirm, County.Dispatcher, null)).Refused().Code);
        Assert.Equal("not-found", (await AskAsync(house, receipt with { Number = "W2026-999999" }, WishVerb.Claim, County.Handler, null)).Refused().Code);
    }

    [Fact]
    public async Task A_wish_needs_words_a_town_and_a_way_to_reach_and_counts_once()
    {
        await using var house = await County.OpenAsync(Db.Sqlite);
        var raise = house.Services.GetRequiredService<RaiseWishHandler>();
        Assert.Equal("no-way-to-reach", (await raise.HandleAsync(_wish with { Contact = new Contact("王", null, null) }, house.ActAs(Actor.Public), default)).Refused().Code);
        Assert.Equal("missing", (await raise.HandleAsync(_wish with { Text = " " }, house.ActAs(Actor.Public), default)).Refused().Code);
        Assert.Equal("unknown-place", (await raise.HandleAsync(_wish with { TownCode = "1" }, house.ActAs(Actor.Public), default)).Refused().Code);
        Assert.Equal("not-permitted", (await raise.HandleAsync(_wish, house.ActAs(County.Editor), default)).Refused().Code);
        var first = (await raise.HandleAsync(_wish with { OnceKey = "k" }, house.ActAs(Actor.Public), default)).Made();
        Assert.Equal(first, (await raise.HandleAsync(_wish with { OnceKey = "k" }, house.ActAs(Actor.Public), default)).Made());
        Assert.Equal("W2026-000001", first.Number);
    }

    private static async Task<Receipt> RaiseAsync(TestHouse house) =>
        (await house.Services.GetRequiredService<RaiseWishHandler>().HandleAsync(_wish, house.ActAs(Actor.Public), default)).Made();

    private static Task<Wish> OneAsync(TestHouse house) => house.ReadAsync(r => r.Set<Wish>().SingleAsync());

    private static async Task DoAsync(TestHouse house, Receipt receipt, WishVerb verb, Actor who, string? text = null, bool isRequester = false) =>
        (await AskAsync(house, receipt, verb, who, text, isRequester)).Made();

    private static Task<Outcome<WishDone>> AskAsync(TestHouse house, Receipt receipt, WishVerb verb, Actor who, string? text, bool isRequester = false) =>
        house.Services.GetRequiredService<DoWishHandler>().HandleAsync(new WishDeed(receipt.Number, verb) { Text = text, IsRequester = isRequester }, house.ActAs(who), default);
}
