using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Petitions;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Rooms.Matters.Deeds;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Petitions;

/// <summary>Petitions in memory at every stage, and in a house, moved through the same doors as everywhere.</summary>
internal static class APetition
{
    public static Actor Supervisor { get; } = Staff(31, Role.Supervisor);
    public static Actor Leader { get; } = Staff(32, Role.Leader);
    public static Actor Head { get; } = new(ActorKind.Staff, 33, "钱局长", County.BureauCode, [new Grant(Role.UnitHead, $"/1001/{County.BureauId}/", County.BureauId)]);

    public static PetitionFile At(PetitionStage stage, Action<Petition>? change = null)
    {
        var petition = new Petition
        {
            MatterId = 7,
            SystemCode = "national",
            Level = SourceLevel.Province,
            Form = PetitionForm.Visit,
            Sort = stage == PetitionStage.Registered ? null : PetitionSort.Claim,
            Route = stage == PetitionStage.Registered ? null : PetitionRoute.Opinion,
            Stage = stage,
            ReceivedOn = LocalDay.Of(AFile.Now),
            UpdatedAt = AFile.Now,
            UpdatedBy = "x",
        };
        change?.Invoke(petition);
        var file = new PetitionFile
        {
            Petition = petition,
            Matter = AMatter.Row(7, AFile.Now, m => (m.LeadUnitId, m.ProfileCode) = (AFile.BureauId, DeadlineProfile.Petition), MatterOf(stage)),
            Offices = AFile.Offices,
            LimitOf = step => ShippedProfiles.All.Single(p => p.Code == DeadlineProfile.Petition).Find(DeadlineProfile.Petition, DeadlineUrgency.Normal, step)!,
            Calendar = ShippedCalendar.Calendar.EndingAt(DayEnd.Midnight),
            ProfileEdition = 1,
            Named = new Person { Id = 32, Name = "孙县长", LoginName = "sun", PasswordHash = "", SecurityStamp = "", IsActive = true },
            NamedRoles = [new RoleAssignment { Id = 1, PersonId = 32, Role = Role.Leader, UnitId = 1001, From = new DateOnly(2025, 1, 1), Kind = AssignmentKind.Regular }],
        };
        if (stage >= PetitionStage.OpinionGiven)
        {
            file.Rounds.Add(new PetitionRound { Id = 1, MatterId = 7, Level = OpinionLevel.First, UnitId = AFile.BureauId });
        }
        if (stage >= PetitionStage.InReview)
        {
            file.Rounds.Add(new PetitionRound { Id = 2, MatterId = 7, Level = OpinionLevel.Review, UnitId = 1001, AskedOn = LocalDay.Of(AFile.Now) });
        }
        if (stage >= PetitionStage.InSecondReview)
        {
            file.Rounds.Add(new PetitionRound { Id = 3, MatterId = 7, Level = OpinionLevel.SecondReview, Body = "市政府", AskedOn = LocalDay.Of(AFile.Now) });
            file.Start(PetitionClockStage.DecideSecondReview, AFile.Now, AFile.By(Role.System));
        }
        return file;
    }

    /// <summary>A deed that gives everything asked for.</summary>
    public static PetitionDeed Doing(PetitionVerb verb, PetitionStage stage = PetitionStage.Registered) => new(7, verb, 0)
    {
        Sort = PetitionSort.Claim,
        Route = PetitionRoute.Opinion,
        UnitId = verb == PetitionVerb.Forward ? AFile.OtherBureauId : stage == PetitionStage.OpinionGiven ? 1001 : null,
        Body = "某市人民政府",
        On = LocalDay.Of(AFile.Now),
        DeliveredOn = LocalDay.Of(AFile.Now),
        Text = "说明",
        Claim = "请求",
        Facts = "事实",
        Opinion = "意见",
        Basis = "依据",
        Outcome = OpinionOutcome.Explain,
        Ruling = ReviewRuling.Uphold,
        PersonId = 32,
        NoteKind = NoteKind.Talk,
    };

    /// <summary>What a verb needs to have happened before it at the same stage.</summary>
    public static PetitionFile Ready(PetitionStage stage, PetitionVerb verb) => At(stage, p =>
    {
        p.IsHard = verb == PetitionVerb.UnflagHard;
        p.ResolvedOn = verb is PetitionVerb.CheckResolved or PetitionVerb.RejectResolved ? p.ReceivedOn : null;
        p.ResolvedById = 99;
        if (verb == PetitionVerb.TellElsewhere)
        {
            p.Route = PetitionRoute.Arbitration;
        }
    }).Then(f =>
    {
        if (verb == PetitionVerb.EndHearing && f.Running(PetitionClockStage.DecideSecondReview) is { } clock)
        {
            clock.HearingFrom = AFile.Now;
        }
    });

    public static RegisterPetition Command(Func<RegisterPetition, RegisterPetition>? change = null)
    {
        var command = new RegisterPetition("national", SourceLevel.Province, PetitionForm.Letter, "反映安置补偿款未足额发放，请求核查并补发。", County.Village)
        {
            Contact = new Contact("王小明", "138 0000 1234", null),
        };
        return change?.Invoke(command) ?? command;
    }

    public static async Task<Receipt> RegisteredAsync(this TestHouse house, Func<RegisterPetition, RegisterPetition>? change = null) =>
        (await house.Services.GetRequiredService<RegisterPetitionHandler>().HandleAsync(Command(change), house.ActAs(County.Dispatcher), default)).Made();

    public static Task<Outcome<PetitionDone>> DoAsync(this TestHouse house, Actor who, long matterId, PetitionVerb verb, Func<PetitionDeed, PetitionDeed>? change = null)
    {
        var deed = new PetitionDeed(matterId, verb, 0);
        return house.Services.GetRequiredService<DoPetitionDeed>().DoAsync(change?.Invoke(deed) ?? deed, house.ActAs(who), default);
    }

    public static async Task<PetitionDone> DoneAsync(this TestHouse house, Actor who, long matterId, PetitionVerb verb, Func<PetitionDeed, PetitionDeed>? change = null) =>
        (await house.DoAsync(who, matterId, verb, change)).Made();

    /// <summary>Sorted onto the sixth route, forwarded to the bureau, accepted: the 60 days run.</summary>
    public static async Task<long> AcceptedAsync(this TestHouse house)
    {
        var id = (await house.RegisteredAsync()).MatterId;
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.Sort, d => d with { Sort = PetitionSort.Claim, Route = PetitionRoute.Opinion });
        await house.DoneAsync(County.Dispatcher, id, PetitionVerb.Forward, d => d with { UnitId = County.BureauId });
        await house.DoneAsync(County.Handler, id, PetitionVerb.TellAccepted);
        return id;
    }

    public static PetitionDeed WithOpinion(PetitionDeed deed, DateOnly day) => deed with
    {
        Claim = "补发安置补偿款",
        Facts = "经核查，2021年协议面积与实测相差12平方米。",
        Opinion = "按实测面积补发差额。",
        Basis = "国有土地上房屋征收与补偿条例第二十六条",
        Outcome = OpinionOutcome.Support,
        On = day,
        DeliveredOn = day,
    };

    public static Task<Petition> PetitionAsync(this TestHouse house, long id) => house.ReadAsync(db => db.Set<Petition>().SingleAsync(p => p.MatterId == id));

    public static Task<Matter> MatterAsync(this TestHouse house, long id) => house.ReadAsync(db => db.Set<Matter>().SingleAsync(m => m.Id == id));

    private static T Then<T>(this T value, Action<T> also)
    {
        also(value);
        return value;
    }

    private static MatterState MatterOf(PetitionStage stage) => stage switch
    {
        PetitionStage.Registered or PetitionStage.Sorted => MatterState.Registered,
        PetitionStage.Forwarded => MatterState.AwaitingSignature,
        PetitionStage.OpinionGiven => MatterState.AwaitingReview,
        _ => MatterState.InProgress,
    };

    private static Actor Staff(long id, Role role) => new(ActorKind.Staff, id, $"人员{id}", County.Code, [new Grant(role, "/1001/", 1001)]);
}
