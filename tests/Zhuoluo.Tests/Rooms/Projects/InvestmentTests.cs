using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Projects;
using Zhuoluo.Rooms.Projects.Deeds;
using Zhuoluo.Rooms.Projects.Elements;
using Zhuoluo.Rooms.Projects.Investment;
using Zhuoluo.Rooms.Projects.Labels;
using Zhuoluo.Tests.Rooms.Matters;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Projects;

/// <summary>Rows H04, H05, H08 and A06 on both databases, through the handlers.</summary>
public sealed class InvestmentTests
{
    private static readonly DateOnly _day = new(2026, 2, 2);

    [Theory, EachDatabase]
    public async Task An_agreement_is_signed_at_an_event_lands_and_follows_its_project(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var signing = (await Get<KeepSigningHandler>(house).HandleAsync(
            new KeepSigning("推介会", _day, 1001) { StatedCount = 2, StatedTypes = new Dictionary<AgreementType, int> { [AgreementType.Strategic] = 1, [AgreementType.Contract] = 1 } }, house.ActAs(County.Dispatcher), default)).Made();
        var signed = (await SignAsync(house, [One("产业园") with { EventId = signing, Type = AgreementType.Strategic }, One("配套厂") with { EventId = signing, AmountFen = 300 }])).Made();
        Assert.Equal(["A2026-00001", "A2026-00002"], signed.Select(a => a.Number));

        var road = await Promise.RegisterAsync(house, Promise.Road(await Promise.ListAsync(house)));
        Assert.Equal(new NoProjectOfNumber("P2026-99999", "Project"), (await MoveAsync(house, signed[0].Id, AgreementVerb.Land, m => m with { Project = "P2026-99999" })).Refused());
        (await MoveAsync(house, signed[0].Id, AgreementVerb.Land, m => m with { Project = road.Number })).Made();
        Assert.Equal(AgreementState.Landed, (await StagesAsync(house))[signed[0].Number]);
        (await Promise.DoAsync(house, new ProjectDeed(road.ProjectId, ProjectVerb.Start), County.Handler)).Made();
        Assert.Equal(AgreementState.Started, (await StagesAsync(house))[signed[0].Number]);
        (await MoveAsync(house, signed[1].Id, AgreementVerb.Correct, m => m with { AmountFen = 500, Text = "合同金额" })).Made();
        (await MoveAsync(house, signed[1].Id, AgreementVerb.Cancel, m => m with { Text = "投资方撤回" })).Made();

        var sums = await QueryAsync(house, q => q.SumsAsync(new InvestmentFilter { Event = signing }, default));
        Assert.Equal(new AgreementSum(2, 600), sums.All);
        Assert.Equal((new AgreementSum(1, 100), new AgreementSum(1, 500), 1L), (sums.Of(AgreementType.Strategic), sums.Of(AgreementType.Contract), sums.Of(AgreementState.Cancelled).Count));
        Assert.Equal([signed[1].Number], (await QueryAsync(house, q => q.PageAsync(new InvestmentFilter { State = AgreementState.Cancelled }, default))).Items.Select(a => a.Number));
        Assert.Equal((100L, 300L), (await house.ReadAsync(r => r.Set<Agreement>().OrderBy(a => a.Number).Select(a => a.AmountFen).FirstAsync()), await house.ReadAsync(r => r.Set<AgreementStep>().Where(s => s.OldFen != null).Select(s => s.OldFen!.Value).SingleAsync())));

        var twice = await QueryAsync(house, q => q.SaidTypesAsync(signing, default));
        (await Get<KeepSigningHandler>(house).HandleAsync(new KeepSigning("推介会", _day, 1001) { Id = signing, StatedTypes = new Dictionary<AgreementType, int> { [AgreementType.Strategic] = 2 } }, house.ActAs(County.Dispatcher), default)).Made();
        Assert.Equal((2, 2), (twice.Count, (await QueryAsync(house, q => q.SaidTypesAsync(signing, default)))[AgreementType.Strategic]));
        await house.DrainAsync();
        Assert.Equal(["agreement.signed", "agreement.signed", "agreement.moved", "agreement.corrected", "agreement.moved"], await house.ReadAsync(r => r.Set<LedgerEntry>().Where(e => e.Kind.StartsWith("agreement.")).OrderBy(e => e.Idx).Select(e => e.Kind).ToListAsync()));
    }

    [Theory, EachDatabase]
    public async Task Many_are_signed_together_or_none_and_the_same_call_twice_is_one(Db db)
    {
        await using var house = await County.OpenAsync(db);
        Assert.Equal(new AgreementRowRefused(1, new Missing("Investor")), (await SignAsync(house, [One("甲"), One("乙") with { Investor = " " }])).Refused());
        Assert.Equal(0, await house.ReadAsync(r => r.Set<Agreement>().CountAsync()));
        Assert.IsType<NotPermitted>((await SignAsync(house, [One("甲")], County.Clerk)).Refused());
        Assert.IsType<NotPermitted>((await SignAsync(house, [One("甲")], County.Handler)).Refused());
        Assert.Equal("A2026-00001", (await SignAsync(house, [One("甲") with { UnitId = County.BureauId }], County.Handler)).Made().Single().Number);
        var act = house.ActAs(County.Dispatcher);
        var first = (await Get<SignAgreementsHandler>(house).HandleAsync([One("丙"), One("丁") with { SignedOn = _day.AddYears(-1) }], act, default, "k")).Made();
        var again = (await Get<SignAgreementsHandler>(house).HandleAsync([One("丙"), One("丁") with { SignedOn = _day.AddYears(-1) }], act, default, "k")).Made();
        Assert.Equal(["A2026-00002", "A2025-00001"], first.Select(a => a.Number));
        Assert.Equal(("A2026-00002", 3), (again[0].Number, await house.ReadAsync(r => r.Set<Agreement>().CountAsync())));
        Assert.IsType<UnknownValue>((await SignAsync(house, [One("戊") with { EventId = 1 }])).Refused());
    }

    [Theory, EachDatabase]
    public async Task A_round_is_counted_once_and_its_projects_can_be_changed(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var list = await Promise.ListAsync(house);
        var (one, two) = (await Promise.RegisterAsync(house, Promise.Road(list)), await Promise.RegisterAsync(house, Promise.Road(list)));
        var round = new KeepBatch(3, BatchKind.Start, PublicLevel.City, "第三次集中开工", _day, 1001) { Projects = [one.Number] };
        var id = (await KeepAsync(house, round)).Made();
        Assert.IsType<BatchTaken>((await KeepAsync(house, round)).Refused());
        Assert.Equal(new NoProjectOfNumber("P9", "Projects"), (await KeepAsync(house, round with { Ordinal = 4, Projects = ["P9"] })).Refused());
        Assert.IsType<BatchOfYear>((await KeepAsync(house, round with { Id = id, HeldOn = _day.AddYears(-1) })).Refused());
        (await KeepAsync(house, round with { Id = id, Projects = [one.Number, two.Number] })).Made();
        Assert.Equal([one.ProjectId, two.ProjectId], await house.ReadAsync(r => r.Set<BatchProject>().Where(b => b.BatchId == id).Select(b => b.ProjectId).Order().ToListAsync()));
        var signed = (await SignAsync(house, [One("甲")])).Made();
        (await MoveAsync(house, signed[0].Id, AgreementVerb.Land, m => m with { Project = two.Number })).Made();
        Assert.Equal(1, (await QueryAsync(house, q => q.PageAsync(new InvestmentFilter { Batch = id }, default))).Total);
    }

    [Theory, EachDatabase]
    public async Task A_label_shows_whether_its_members_are_as_many_as_it_says(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var handler = Get<KeepLabelHandler>(house);
        var label = new KeepLabel("industry", "4+N", _day, LabelLines.Read("4 传统：甲=新材料、乙、丙\nN 其他").Made());
        var id = (await handler.HandleAsync(label, house.ActAs(County.Dispatcher), default)).Made();
        Assert.IsType<LabelTaken>((await handler.HandleAsync(label, house.ActAs(County.Dispatcher), default)).Refused());
        (await SignAsync(house, [One("甲") with { Field = "新材料" }])).Made();
        var shown = (await house.ReadAsync(r => LabelShown.ReadAsync(r, default))).Single();
        Assert.Equal((false, false, true, 1), (shown.Agrees, shown.Groups[0].Agrees, shown.Groups[1].Agrees, shown.Groups[0].Members[0].Agreements));
        (await handler.HandleAsync(label with { Id = id, Groups = LabelLines.Read("4 传统：甲、乙、丙、丁").Made() }, house.ActAs(County.Dispatcher), default)).Made();
        shown = (await house.ReadAsync(r => LabelShown.ReadAsync(r, default))).Single();
        Assert.Equal((true, 1, 4), (shown.Agrees, shown.Groups.Count, shown.Groups[0].Members.Count));
    }

    [Theory, EachDatabase]
    public async Task A_need_is_asked_given_to_a_unit_and_answered_by_it(Db db)
    {
        await using var house = await County.OpenAsync(db);
        var road = await Promise.RegisterAsync(house, Promise.Road(await Promise.ListAsync(house)));
        var handler = Get<NeedsHandler>(house);
        var today = LocalDay.Of(house.Acts.Now);
        var land = new AskElement(road.ProjectId, ElementKind.Land, "用地指标", today.AddDays(5));
        Assert.IsType<NotPermitted>((await handler.AskAsync(land, house.ActAs(County.Clerk), default)).Refused());
        Assert.IsType<NotInTheFuture>((await handler.AskAsync(land with { DueOn = today }, house.ActAs(County.Handler), default)).Refused());
        Assert.IsType<NotPermitted>((await handler.AskAsync(land with { UnitId = County.TownOfficeId }, house.ActAs(County.Handler), default)).Refused());
        var id = (await handler.AskAsync(land, house.ActAs(County.Handler), default)).Made();
        Assert.IsType<NeedUnassigned>((await handler.AnswerAsync(new AnswerNeed(id, true, "已落实"), house.ActAs(County.Dispatcher), default)).Refused());
        (await handler.AssignAsync(new AssignNeed(id, County.TownOfficeId, today.AddDays(7)), house.ActAs(County.Dispatcher), default)).Made();
        Assert.IsType<NotPermitted>((await handler.AnswerAsync(new AnswerNeed(id, true, "已落实"), house.ActAs(County.Handler), default)).Refused());

        var (overdue, before) = (await NeedsAsync(house, today.AddDays(8)), await NeedsAsync(house, today.AddDays(7)));
        Assert.Equal((1L, 0L), (overdue, before));
        var town = new Actor(ActorKind.Staff, 21, "钱镇长", County.Town, [new Grant(Role.Handler, $"/1001/{County.TownOfficeId}/", County.TownOfficeId)]);
        Assert.IsType<Missing>((await handler.AnswerAsync(new AnswerNeed(id, false, ""), house.ActAs(town), default)).Refused());
        Assert.Equal(NeedState.Refused, (await handler.AnswerAsync(new AnswerNeed(id, false, "不符合规划"), house.ActAs(town), default)).Made().State);
        Assert.IsType<NeedAnswered>((await handler.AnswerAsync(new AnswerNeed(id, true, "已落实"), house.ActAs(town), default)).Refused());
        Assert.Equal(0L, await NeedsAsync(house, today.AddDays(8)));
    }

    private static NewAgreement One(string name) => new(name, "某公司", AgreementType.Contract, 100, _day, 1001);

    private static T Get<T>(TestHouse house)
        where T : notnull => house.Services.GetRequiredService<T>();

    private static Task<Outcome<IReadOnlyList<AgreementDone>>> SignAsync(TestHouse house, IReadOnlyList<NewAgreement> asked, Actor? who = null) =>
        Get<SignAgreementsHandler>(house).HandleAsync(asked, house.ActAs(who ?? County.Dispatcher), default);

    private static Task<Outcome<AgreementDone>> MoveAsync(TestHouse house, long id, AgreementVerb verb, Func<MoveAgreement, MoveAgreement> with) =>
        Get<MoveAgreementHandler>(house).HandleAsync(with(new MoveAgreement(id, verb)), house.ActAs(County.Dispatcher), default);

    private static Task<Outcome<long>> KeepAsync(TestHouse house, KeepBatch asked) => Get<KeepBatchHandler>(house).HandleAsync(asked, house.ActAs(County.Dispatcher), default);

    private static async Task<T> QueryAsync<T>(TestHouse house, Func<InvestmentQuery, Task<T>> ask)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return await ask(scope.ServiceProvider.GetRequiredService<InvestmentQuery>());
    }

    private static async Task<Dictionary<string, AgreementState>> StagesAsync(TestHouse house) =>
        (await QueryAsync(house, q => q.AllAsync(InvestmentFilter.All, default))).ToDictionary(a => a.Number, a => a.Stage);

    private static async Task<long> NeedsAsync(TestHouse house, DateOnly today)
    {
        await using var scope = house.Services.CreateAsyncScope();
        return (await scope.ServiceProvider.GetRequiredService<NeedsQuery>().CountsAsync(today, default)).Overdue;
    }
}
