using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Petitions;

public sealed class PetitionLoopTests
{
    [Theory, EachDatabase]
    public async Task Goes_from_registering_through_both_reviews_and_is_not_accepted_again(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await house.AcceptedAsync();
        var today = Today(house);
        await house.DoneAsync(County.Handler, id, PetitionVerb.GiveOpinion, d => APetition.WithOpinion(d, today));
        Assert.Equal(MatterState.AwaitingReview, (await house.MatterAsync(id)).State);
        house.Clock.Advance(TimeSpan.FromDays(10));
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.AskReview, d => d with { UnitId = 1001, On = Today(house) });
        house.Clock.Advance(TimeSpan.FromDays(10));
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.DecideReview, d => APetition.WithOpinion(d, Today(house)) with { Ruling = ReviewRuling.Uphold });
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.AskSecondReview, d => d with { Body = "某市人民政府", On = Today(house) });
        var done = await house.DoneAsync(County.Dispatcher, id, PetitionVerb.DecideSecondReview, d => APetition.WithOpinion(d, Today(house)) with { Ruling = ReviewRuling.Uphold });

        Assert.Equal(PetitionStage.Final, done.Stage);
        var rounds = await house.ReadAsync(r => r.Set<PetitionRound>().OrderBy(x => x.Id).ToListAsync());
        Assert.Equal([(OpinionLevel.First, County.BureauId, null), (OpinionLevel.Review, 1001L, null), (OpinionLevel.SecondReview, (long?)null, "某市人民政府")],
            rounds.Select(r => (r.Level, r.UnitId, r.Body)));
        var again = await house.Services.GetRequiredService<RegisterPetitionHandler>().HandleAsync(
            APetition.Command(c => c with { EarlierNumber = done.Number }), house.ActAs(County.Dispatcher), default);
        Assert.Equal("petition-final", again.Refused().Code);
        var withNewFacts = await house.Services.GetRequiredService<RegisterPetitionHandler>().HandleAsync(
            APetition.Command(c => c with { EarlierNumber = done.Number, HasNewFacts = true }), house.ActAs(County.Dispatcher), default);
        Assert.NotEqual(id, withNewFacts.Made().MatterId);
        await house.DrainAsync();
        var kinds = await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.SubjectId == id && e.Kind.StartsWith("petition.")).OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync());
        Assert.Equal(["petition.registered", "petition.sorted", "petition.forwarded", "petition.told", "petition.opinion-given",
            "petition.review-asked", "petition.review-decided", "petition.review-asked", "petition.review-decided"], kinds);
    }

    [Theory, EachDatabase]
    public async Task A_revoked_opinion_opens_the_matter_again_with_sixty_natural_days(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await house.AcceptedAsync();
        await house.DoneAsync(County.Handler, id, PetitionVerb.GiveOpinion, d => APetition.WithOpinion(d, Today(house)));
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.AskReview, d => d with { UnitId = 1001, On = Today(house) });
        await MoveAsync(house, APetition.Supervisor, id, Verb.ApproveAnswer);
        var done = await house.DoneAsync(County.Dispatcher, id, PetitionVerb.Revoke, d => d with { Text = "事实不清", DeliveredOn = Today(house) });

        Assert.Equal((PetitionStage.Handling, MatterState.InProgress), (done.Stage, done.State));
        var matter = await house.MatterAsync(id);
        var clock = await house.ReadAsync(r => r.Set<Clock>().Where(c => c.MatterId == id && c.StoppedAt == null && c.Stage == ClockStage.Redo).SingleAsync());
        Assert.Equal((2, "60d", matter.DueAt), (matter.Round, clock.Limit, (DateTimeOffset?)clock.DueAt));
        Assert.Null((await house.PetitionAsync(id)).Outcome);
    }

    [Theory, EachDatabase]
    public async Task The_official_number_is_sealed_and_taken_in_once(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var first = await house.RegisteredAsync(c => c with { OfficialNumber = "XF360821202603020017" });
        var second = await house.Services.GetRequiredService<RegisterPetitionHandler>().HandleAsync(
            APetition.Command(c => c with { OfficialNumber = " xf360821202603020017 " }), house.ActAs(County.Dispatcher), default);
        Assert.Equal(new OfficialNumberTaken(first.Number), second.Refused());
        var petition = await house.PetitionAsync(first.MatterId);
        Assert.DoesNotContain("XF360821", System.Text.Encoding.UTF8.GetString(petition.NumberSealed!), StringComparison.Ordinal);
        var key = await house.ReadAsync(r => r.Set<SubjectKey>().SingleAsync(k => k.Id == petition.NumberKeyId));
        Assert.Equal("XF360821202603020017", RegisterPetitionHandler.NumberOf(house.Services.GetRequiredService<Vault>(), petition, key));
    }

    [Theory]
    [InlineData("https://wsxf.gjxfj.gov.cn/zfxf/1", true)]
    [InlineData("http://wsxf.gjxfj.gov.cn/", false)]
    [InlineData("https://wsxf.gjxfj.gov.cn.evil.example/", false)]
    [InlineData("https://wsxf.gjxfj.gov.cn@evil.example/", false)]
    [InlineData("https://a:b@wsxf.gjxfj.gov.cn/", false)]
    [InlineData("https://wsxf.gjxfj.gov.cn:8443/", false)]
    [InlineData("javascript:alert(1)", false)]
    public void A_link_leads_only_to_a_listed_host(string url, bool allowed) =>
        Assert.Equal(allowed, PetitionSystems.Allows(PetitionSystems.Find("national")!, url));

    [Theory]
    [InlineData(5, 60, null)]
    [InlineData(6, 60, "too-many-representatives")]
    [InlineData(3, 2, "more-representatives-than-people")]
    public void A_group_sends_at_most_five(int representatives, int people, string? code)
    {
        var act = Deeds.AFile.By(Role.Dispatcher);
        Assert.Equal(code, PetitionIntake.Refuse(APetition.Command(c => c with { People = people, Representatives = representatives }), act)?.Code);
    }

    [Theory, EachDatabase]
    public async Task An_accusation_disappears_for_everybody_outside_its_circle(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = (await house.RegisteredAsync()).MatterId;
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.Sort, d => d with { Sort = PetitionSort.Accusation, AccusedUnitId = County.BureauId });

        var matter = await house.MatterAsync(id);
        Assert.Equal((true, MatterKind.Report), (matter.IsConfidential, matter.Kind));
        Assert.Equal(PublicationState.Withheld, (await house.ReadAsync(r => r.Set<Publication>().SingleAsync(p => p.MatterId == id))).State);
        // Neither as a petition nor by the matter's own door can it reach the accused.
        Assert.Equal("unit-is-accused", (await house.DoAsync(County.Dispatcher, id, PetitionVerb.Forward, d => d with { UnitId = County.BureauId })).Refused().Code);
        var deeds = house.Services.GetRequiredService<IDeeds>();
        Assert.False((await deeds.DoAsync(new Deed(id, Verb.Accept, 0), house.ActAs(County.Dispatcher), default)).IsRefused(out _, out _));
        Assert.Equal("unit-is-accused", (await deeds.DoAsync(new Deed(id, Verb.Assign, 0) { UnitId = County.BureauId }, house.ActAs(County.Dispatcher), default)).Refused().Code);
        Assert.Equal("not-found", (await house.DoAsync(County.Handler, id, PetitionVerb.Recuse)).Refused().Code);
        Assert.Equal("not-found", (await house.DoAsync(APetition.Leader, id, PetitionVerb.Recuse)).Refused().Code);
    }

    [Theory, EachDatabase]
    public async Task Settled_counts_only_when_somebody_else_has_checked(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var id = await house.AcceptedAsync();
        await house.DoneAsync(County.Handler, id, PetitionVerb.Resolve, d => d with { On = Today(house), Text = "已补发" });
        Assert.Null((await house.PetitionAsync(id)).CheckedOn);
        await house.DoneAsync(APetition.Supervisor, id, PetitionVerb.RejectResolved, d => d with { Text = "款未到账" });
        Assert.Null((await house.PetitionAsync(id)).ResolvedOn);
        await house.DoneAsync(County.Handler, id, PetitionVerb.Resolve, d => d with { On = Today(house), Text = "已到账" });
        await house.DoneAsync(APetition.Supervisor, id, PetitionVerb.CheckResolved);
        Assert.Equal(Today(house), (await house.PetitionAsync(id)).CheckedOn);
    }

    private static DateOnly Today(TestHouse house) => LocalDay.Of(house.Clock.GetUtcNow());

    private static async Task MoveAsync(TestHouse house, Actor who, long id, Verb verb) =>
        (await house.Services.GetRequiredService<IDeeds>().DoAsync(new Deed(id, verb, 0), house.ActAs(who), default)).Made();
}
