using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters.Deeds;

namespace Zhuoluo.Tests.Rooms.Matters.Petitions;

/// <summary>Every stage with every verb, and every line with every role (rules A8).</summary>
public sealed class PetitionTableTests
{
    public static TheoryData<string> Stages => [.. Enum.GetNames<PetitionStage>()];

    [Theory, MemberData(nameof(Stages))]
    public void Does_exactly_what_the_table_says_and_refuses_the_rest_with_the_stage(string name)
    {
        var stage = Enum.Parse<PetitionStage>(name);
        foreach (var verb in Enum.GetValues<PetitionVerb>())
        {
            var refusal = Decide(stage, verb, AFile.By(Role.System));
            if (PetitionTransitions.Find(stage, verb) is null)
            {
                var wrong = Assert.IsType<WrongStage>(refusal);
                Assert.Equal((verb, stage), (verb, wrong.Stage));
                Assert.NotEmpty(wrong.Possible);
            }
            else
            {
                Assert.True(refusal is null, $"{stage} {verb}: {refusal}");
            }
        }
    }

    [Theory, MemberData(nameof(Stages))]
    public void Refuses_every_role_that_has_not_the_permission_and_no_other(string name)
    {
        var stage = Enum.Parse<PetitionStage>(name);
        foreach (var line in PetitionTransitions.OutOf(stage))
        {
            foreach (var role in Permissions.Roles)
            {
                var may = Permissions.ScopeOf(line.Who, role) != Scope.None;
                Assert.True(may != Decide(stage, line.Verb, AFile.By(role)) is NotPermitted, $"{stage} {line.Verb} {role}");
            }
        }
    }

    [Fact]
    public void A_handler_of_another_unit_may_do_nothing_but_stand_aside()
    {
        foreach (var line in PetitionTransitions.All.Where(l => l.Who == Capability.HandlePetition))
        {
            Assert.IsType<NotPermitted>(Decide(line.From, line.Verb, AFile.By(Role.UnitHead, path: "/1001/1004/")));
        }
    }

    [Fact]
    public void Every_need_of_a_line_is_refused_by_its_field_when_it_is_missing()
    {
        foreach (var line in PetitionTransitions.All.Where(l => l.Needs is not (PetitionNeeds.Nothing or PetitionNeeds.OtherPerson)))
        {
            var refusal = PetitionRules.Decide(APetition.Ready(line.From, line.Verb), new PetitionDeed(7, line.Verb, 0), AFile.By(Role.System))
                .Match<Refusal?>(_ => null, r => r);
            Assert.True(refusal is Missing, $"{line.From} {line.Verb}: {refusal}");
        }
    }

    [Theory]
    [InlineData(nameof(OpinionLevel.Review))]
    [InlineData(nameof(OpinionLevel.SecondReview))]
    public void A_review_is_never_decided_by_who_decided_before_nor_below(string name)
    {
        var level = Enum.Parse<OpinionLevel>(name);
        var (stage, verb) = level == OpinionLevel.Review ? (PetitionStage.OpinionGiven, PetitionVerb.AskReview) : (PetitionStage.Reviewed, PetitionVerb.AskSecondReview);
        foreach (var unit in new[] { AFile.BureauId, AFile.OtherBureauId, AFile.TownId })
        {
            var deed = APetition.Doing(verb, stage) with { UnitId = unit };
            Assert.IsType<NotAbove>(PetitionRules.Decide(APetition.At(stage), deed, AFile.By(Role.Dispatcher)).Match<Refusal?>(_ => null, r => r));
        }
    }

    [Fact]
    public void Who_reported_it_settled_cannot_check_it()
    {
        var file = APetition.At(PetitionStage.OpinionGiven, p => (p.ResolvedOn, p.ResolvedById) = (p.ReceivedOn, 1));
        Assert.IsType<SamePerson>(PetitionRules.Decide(file, APetition.Doing(PetitionVerb.CheckResolved), AFile.By(Role.Supervisor)).Match<Refusal?>(_ => null, r => r));
    }

    [Fact]
    public void Who_stands_aside_can_do_nothing_any_more()
    {
        foreach (var line in PetitionTransitions.All)
        {
            var file = APetition.Ready(line.From, line.Verb);
            file.Recusals.Add(new PetitionRecusal { Id = 1, MatterId = 7, PersonId = 1, PersonName = "x", At = AFile.Now });
            Assert.IsType<StandsAside>(PetitionRules.Decide(file, APetition.Doing(line.Verb, line.From), AFile.By(Role.System)).Match<Refusal?>(_ => null, r => r));
        }
    }

    [Theory]
    [InlineData(nameof(PetitionRoute.Judicial))]
    [InlineData(nameof(PetitionRoute.Arbitration))]
    [InlineData(nameof(PetitionRoute.PartyAppeal))]
    [InlineData(nameof(PetitionRoute.Administrative))]
    [InlineData(nameof(PetitionRoute.StatutoryDuty))]
    public void Only_the_sixth_route_gets_the_sixty_days(string name)
    {
        var route = Enum.Parse<PetitionRoute>(name);
        var file = APetition.At(PetitionStage.Forwarded, p => p.Route = route);
        Assert.IsType<OtherRoute>(PetitionRules.Decide(file, APetition.Doing(PetitionVerb.TellAccepted), AFile.By(Role.Handler)).Match<Refusal?>(_ => null, r => r));
    }

    [Fact]
    public void An_accusation_is_not_forwarded_to_the_accused_nor_below_it()
    {
        var file = APetition.At(PetitionStage.Sorted, p => (p.Sort, p.Route, p.AccusedUnitId) = (PetitionSort.Accusation, null, AFile.OtherBureauId));
        Assert.IsType<UnitIsAccused>(PetitionRules.Decide(file, APetition.Doing(PetitionVerb.Forward), AFile.By(Role.Dispatcher)).Match<Refusal?>(_ => null, r => r));
        var county = APetition.At(PetitionStage.Sorted, p => (p.Sort, p.Route, p.AccusedUnitId) = (PetitionSort.Accusation, null, 1001));
        Assert.IsType<UnitIsAccused>(PetitionRules.Decide(county, APetition.Doing(PetitionVerb.Forward), AFile.By(Role.Dispatcher)).Match<Refusal?>(_ => null, r => r));
    }

    private static Refusal? Decide(PetitionStage stage, PetitionVerb verb, Act act) =>
        verb == PetitionVerb.Register && PetitionTransitions.Find(stage, verb) is null
            ? PetitionGate.Refuse(APetition.At(stage), APetition.Doing(verb, stage), act)
            : PetitionRules.Decide(APetition.Ready(stage, verb), APetition.Doing(verb, stage), act).Match<Refusal?>(_ => null, r => r);
}
