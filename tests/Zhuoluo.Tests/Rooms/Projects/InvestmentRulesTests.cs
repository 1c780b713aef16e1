using Zhuoluo.Demo;
using Zhuoluo.Demo.Promises;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>Rows H04 and A06 without a database: how an agreement goes on, whether types and labels add up.</summary>
public sealed class InvestmentRulesTests
{
    private static readonly ActFactory _acts = new(new TestClock(), new IdSource(0), new SeededChance(1));
    private static readonly DateOnly _signed = new(2026, 2, 2);

    [Theory]
    [InlineData(null, false, false, "Started", "Started")]
    [InlineData("Listed", false, false, "Producing", "Landed")]
    [InlineData("Started", true, false, "Landed", "Started")]
    [InlineData("PartBuilt", true, true, "Landed", "PartBuilt")]
    [InlineData("Paused", true, true, "Landed", "PartBuilt")]
    [InlineData("Completed", true, false, "Landed", "Built")]
    [InlineData("Closed", true, false, "Producing", "Producing")]
    [InlineData("Cancelled", true, false, "Landed", "Signed")]
    [InlineData("Closed", true, false, "Cancelled", "Cancelled")]
    public void A_project_says_how_far_its_agreement_is(string? project, bool isStarted, bool isPartBuilt, string recorded, string stage) =>
        Assert.Equal(Enum.Parse<AgreementState>(stage), Agreement.StageOf(Enum.Parse<AgreementState>(recorded), project is null ? null : Enum.Parse<ProjectState>(project), isStarted, isPartBuilt));

    [Fact]
    public void The_chain_goes_forward_and_leaves_no_project_behind()
    {
        var landed = Project(ProjectState.Started);
        Assert.Equal(AgreementState.Started, Moved(Signed(), new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Started }).Made().State);
        Assert.IsType<AgreementGoesOn>(Moved(Signed(AgreementState.Built), new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Started }).Refused());
        Assert.IsType<UnknownValue>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Cancelled }).Refused());
        Assert.IsType<BeforeDay>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Landed, On = _signed.AddDays(-1) }).Refused());
        Assert.IsType<DayInFuture>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Landed, On = new DateOnly(2026, 3, 3) }).Refused());
        Assert.Equal(7, Moved(Signed(), new MoveAgreement(1, AgreementVerb.Land), landed).Made().ProjectId);
        Assert.IsType<Missing>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Land)).Refused());

        var follows = Signed(AgreementState.Landed, landed.Id);
        Assert.IsType<AgreementFollowsProject>(Moved(follows, new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Built }, landed).Refused());
        Assert.IsType<AgreementFollowsProject>(Moved(follows, new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Producing }, landed).Refused());
        Assert.Equal(AgreementState.Producing, Moved(follows, new MoveAgreement(1, AgreementVerb.Move) { To = AgreementState.Producing }, Project(ProjectState.Closed)).Made().State);
        Assert.IsType<AgreementFollowsProject>(Moved(follows, new MoveAgreement(1, AgreementVerb.Cancel) { Text = "撤资" }, landed).Refused());
    }

    [Fact]
    public void An_end_and_a_correction_need_a_reason_and_an_ended_one_stays()
    {
        Assert.IsType<Missing>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Cancel)).Refused());
        Assert.Equal(AgreementState.Cancelled, Moved(Signed(), new MoveAgreement(1, AgreementVerb.Cancel) { Text = "投资方撤回" }).Made().State);
        Assert.IsType<AgreementOver>(Moved(Signed(AgreementState.Cancelled), new MoveAgreement(1, AgreementVerb.Correct) { Text = "笔误", AmountFen = 1 }).Refused());
        Assert.IsType<UnknownValue>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Correct) { Text = "笔误" }).Refused());
        Assert.Equal((AgreementType.Contract, 5L, AgreementState.Signed), Corrected());
        Assert.IsType<NotPermitted>(AgreementRules.Decide(Signed(), new MoveAgreement(1, AgreementVerb.Cancel) { Text = "x" }, null, "/1001/1101/", _acts.New(County.Handler, Door.Page)).Refused());
        Assert.IsType<ChangedMeanwhile>(Moved(Signed(), new MoveAgreement(1, AgreementVerb.Cancel) { Text = "x", ExpectedVersion = 2 }).Refused());
    }

    [Fact]
    public void What_was_announced_of_an_event_is_held_against_its_agreements()
    {
        var records = new Dictionary<AgreementType, AgreementSum> { [AgreementType.Strategic] = new(1, 200), [AgreementType.Cooperation] = new(5, 352) };
        var signing = new SigningEvent { Id = 1, Name = "x", HeldOn = _signed, UnitId = 1, StatedCount = 6, StatedFen = 552 };
        Assert.Empty(SigningCheck.Of(signing, new Dictionary<AgreementType, int> { [AgreementType.Strategic] = 1, [AgreementType.Cooperation] = 5 }, records));
        signing.StatedFen = 553;
        signing.StatedCount = 7;
        Assert.Equal(["parts", "count", "type", "amount"],
            SigningCheck.Of(signing, new Dictionary<AgreementType, int> { [AgreementType.Strategic] = 1, [AgreementType.Cooperation] = 4 }, records).Select(m => m.Key));
        Assert.Equal(["type"], SigningCheck.Of(new SigningEvent { Id = 1, Name = "x", HeldOn = _signed, UnitId = 1 }, new Dictionary<AgreementType, int> { [AgreementType.Contract] = 1 }, records).Select(m => m.Key));
    }

    [Fact]
    public void Lines_of_a_label_are_read_as_numbers_with_members()
    {
        var groups = LabelLines.Read("4 传统产业：煤化工=煤化工改造、铸造，玻璃、农产品\n6+ 新兴产业: 新材料\n\nN 其他").Made();
        Assert.Equal([(4, false, 4), (6, true, 1), ((int?)null, true, 0)], groups.Select(g => (g.Stated, g.IsOpen, g.Members.Count)));
        Assert.Equal(("煤化工", "煤化工改造"), (groups[0].Members[0].Name, groups[0].Members[0].Tag));
        Assert.Equal("4 传统产业：煤化工=煤化工改造", LabelLines.Write(new LabelGroup { Id = 1, LabelId = 1, Serial = 1, Name = "传统产业", Stated = 4, IsOpen = false }, [new LabelMember { GroupId = 1, Serial = 1, Name = "煤化工", Tag = "煤化工改造" }]));
        Assert.Equal(new UnreadableLabelLine(2), LabelLines.Read("3 ：甲\n四 产业：乙").Refused());
        Assert.IsType<LabelNumber>(KeepLabelHandler.Decide(new KeepLabel("x", "x", _signed, []), Manager()).Refused());
        Assert.IsType<NotPermitted>(KeepLabelHandler.Decide(new KeepLabel("x", "x", _signed, groups), _acts.New(County.Handler, Door.Page)).Refused());
        Assert.Equal(3, KeepLabelHandler.Decide(new KeepLabel("x", "x", _signed, groups), Manager()).Made().Groups.Count);
    }

    /// <summary>S4-029 and S4-030: more than 1,100 agreements of more than 400 billion yuan.</summary>
    [Fact]
    public void The_agreements_of_Zhangzhou_add_up()
    {
        var many = InvestmentWords.Load().Places["zhangzhou"].Many!;
        var districts = new[] { "芗城区", "漳浦县" }.Select((name, i) => new Unit { Id = i, Code = "x", Name = name, Kind = UnitKind.Department, Path = "/", ValidFrom = _signed, ChangedAt = DateTimeOffset.UnixEpoch, ChangedBy = "" }).ToList();
        var made = Invented.From(many, districts, new Dice(1));
        Assert.Equal((1108, 402_360_000_000_00L), (made.Count, made.Sum(a => a.AmountFen)));
        Assert.Equal(many.Types.OrderBy(t => t.Key), made.GroupBy(a => a.Type).ToDictionary(g => g.Key, g => g.Count()).OrderBy(t => t.Key));
        Assert.All(made, a => Assert.True(a.AmountFen > 0));
    }

    private static (AgreementType, long, AgreementState) Corrected()
    {
        var ruling = Moved(Signed(), new MoveAgreement(1, AgreementVerb.Correct) { Text = "笔误", Type = AgreementType.Contract, AmountFen = 5 }).Made();
        return (ruling.Type, ruling.AmountFen, ruling.State);
    }

    private static Act Manager() => _acts.New(County.Dispatcher, Door.Page);

    private static Outcome<AgreementRuling> Moved(Agreement agreement, MoveAgreement asked, Project? project = null) => AgreementRules.Decide(agreement, asked, project, "/1001/", Manager());

    private static Agreement Signed(AgreementState state = AgreementState.Signed, long? project = null) => new()
    {
        Id = 1,
        Number = "A2026-00001",
        Year = 2026,
        Name = "产业园",
        Investor = "某公司",
        Type = AgreementType.Cooperation,
        AmountFen = 100,
        SignedOn = _signed,
        UnitId = 1001,
        ProjectId = project,
        State = state,
        StateOn = _signed,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        UpdatedBy = "x",
    };

    private static Project Project(ProjectState state) => new()
    {
        Id = 7,
        Number = "P2026-00007",
        Year = 2026,
        Name = "产业园一期",
        Source = ProjectSource.Other,
        Level = PublicLevel.County,
        State = state,
        Content = "",
        PlaceCode = County.Code,
        LeadUnitId = 1001,
        PlannedStart = _signed,
        PlannedFinish = _signed,
        FirstFinish = _signed,
        Light = ProjectLight.None,
        UpdatedAt = DateTimeOffset.UnixEpoch,
        UpdatedBy = "x",
    };
}
