using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Matters.Deeds;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Tests.Setup;

namespace Zhuoluo.Tests.Rooms.Matters.Deeds;

/// <summary>A case file in memory in which everything that could be decided waits for a decision, and the deed that gives everything asked for.</summary>
internal static class AFile
{
    public const long BureauId = 1003;
    public const long OtherBureauId = 1004;
    public const long TownId = 1101;

    /// <summary>Monday 2026-03-02, 09:00 in China.</summary>
    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public static OfficesSnapshot Offices { get; } = new(1,
        [Unit(1001, "360821", UnitKind.County, null, "/1001/"), Unit(BureauId, "360821-03", UnitKind.Department, 1001, "/1001/1003/"),
            Unit(OtherBureauId, "360821-04", UnitKind.Department, 1001, "/1001/1004/"), Unit(TownId, "360821101", UnitKind.Town, 1001, "/1001/1101/")],
        [],
        [Place("360821", PlaceKind.County, null), Place("360821101", PlaceKind.Town, "360821")],
        []);

    private static readonly WorkingCalendar _calendar = ShippedCalendar.Calendar;
    private static readonly IdSource _ids = new(1);

    public static Act By(Role role, long person = 1, string path = "/1001/", DateTimeOffset? at = null) =>
        Act(new Actor(ActorKind.Staff, person, $"person {person}", "360821", [new Grant(role, path, 1001)]), at);

    public static Act Act(Actor who, DateTimeOffset? at = null) =>
        new(who, at ?? Now, Door.Page, null, Guid.Empty, _ids, new SeededChance(1));

    public static CaseFile In(MatterState state, Action<Matter>? change = null, int limitDays = 5)
    {
        var matter = new Matter
        {
            Id = 7,
            Number = "2026-000007",
            Kind = MatterKind.Help,
            Channel = Channel.Web,
            Title = "路灯",
            State = state,
            IsOpen = state.IsOpen(),
            TownCode = "360821101",
            PlaceCode = "360821101",
            RegisteredAt = Now,
            OpenedOn = LocalDay.Of(Now),
            ProfileCode = DeadlineProfile.County,
            UpdatedAt = Now,
            UpdatedBy = "person 5",
            LeadUnitId = state is MatterState.Registered or MatterState.AwaitingAssignment ? null : BureauId,
            Round = 3,
            Version = 4,
        };
        change?.Invoke(matter);
        var file = new CaseFile
        {
            Matter = matter,
            Offices = Offices,
            TimesFor = (_, urgency) => new Times(_calendar, DeadlineProfile.County, 1)
            {
                Handle = Limit.Parse(urgency == Zhuoluo.Rooms.Matters.Urgency.Urgent ? "1wd" : $"{limitDays}wd"),
                Sign = Limit.Parse("2oh"),
                ReturnDecision = Limit.Parse("24h"),
                Extension = Limit.Parse("5wd"),
                Redo = Limit.Parse("3wd"),
            },
            Proposals = [.. Enum.GetValues<ProposalKind>().Select((k, i) => Waiting(k, i))],
            Clocks = matter.IsOpen && matter.AnsweredAt is null && state is not (MatterState.AwaitingReview or MatterState.AwaitingCallBack) ? [Handle(limitDays)] : [],
            Answers = [new Answer { Id = 30, MatterId = 7, Round = 3, UnitId = BureauId, Outcome = MatterOutcome.Solved, Text = "已修", At = Now, PersonId = 99 }],
            Questions = [new Question { Id = 31, MatterId = 7, Text = "哪一盏？", AskedAt = Now }],
            Calls = [new CallBack { Id = 32, MatterId = 7, Round = 3, At = Now, Result = CallResult.Reached, IsSolved = true }],
            Steps = [new Step { Id = 1, MatterId = 7, Verb = Verb.Register, FromState = MatterState.Registered, ToState = MatterState.Registered, At = Now, ActorKind = ActorKind.Requester }],
            Other = Other(isOpen: state != MatterState.Merged),
            Category = new Category { Code = "lamp", Name = "路灯", StandardRef = "county", ValidFrom = new(2020, 1, 1) },
            HasContact = true,
            IsCodeRight = true,
        };
        MatterClocks.Show(matter, file.Clocks, file.Pauses, file.Extensions, _calendar, Now);
        return file;
    }

    /// <summary>Without what waits for a decision.</summary>
    public static CaseFile Fresh(MatterState state, Action<Matter>? change = null)
    {
        var file = In(state, change);
        file.Proposals.Clear();
        return file;
    }

    public static Deed Doing(Verb verb) => new(7, verb, 0)
    {
        Reason = "理由",
        ReasonCode = verb == Verb.Transfer ? "police-110" : "beyond-duty",
        UnitId = BureauId,
        Text = "文字",
        Outcome = MatterOutcome.Solved,
        Plan = "方案",
        ReviewOn = new DateOnly(2026, 6, 1),
        OtherMatterId = 8,
        Result = CallResult.Reached,
        IsSolved = true,
        Title = "新题目",
        Code = "code",
    };

    /// <summary>Decides and applies; the step of the history.</summary>
    public static Step Done(this CaseFile file, Deed deed, Act act) => Verbs.Decide(file, deed, act)
        .Match(ruling => Application.Apply(file, ruling, deed, act), refusal => throw new InvalidOperationException(refusal.ToString()));

    public static Refusal Refused(this CaseFile file, Deed deed, Act act) =>
        Verbs.Decide(file, deed, act).Match(_ => throw new InvalidOperationException($"{deed.Verb} was not refused."), refusal => refusal);

    public static Proposal Waiting(ProposalKind kind, long id = 0, long by = 99) => new()
    {
        Id = 20 + id,
        MatterId = 7,
        Kind = kind,
        ProposedAt = Now,
        ProposedById = by,
        Reason = "理由",
        ReasonCode = "beyond-duty",
        Limit = "5wd",
        ReviewOn = new DateOnly(2026, 6, 1),
    };

    private static Matter Other(bool isOpen) => new()
    {
        Id = 8,
        Number = "2026-000008",
        Kind = MatterKind.Help,
        Channel = Channel.Web,
        Title = "路灯",
        State = isOpen ? MatterState.InProgress : MatterState.Closed,
        IsOpen = isOpen,
        TownCode = "360821101",
        PlaceCode = "360821101",
        RegisteredAt = Now,
        OpenedOn = LocalDay.Of(Now),
        ProfileCode = DeadlineProfile.County,
        UpdatedAt = Now,
    };

    private static Clock Handle(int days) => new()
    {
        Id = 10,
        MatterId = 7,
        Stage = ClockStage.Handle,
        Round = 3,
        StartAt = Now,
        Limit = $"{days}wd",
        ProfileCode = DeadlineProfile.County,
        ProfileVersion = 1,
        DueAt = Now,
    };

    private static Unit Unit(long id, string code, UnitKind kind, long? parent, string path) => new()
    {
        Id = id,
        Code = code,
        Name = code,
        Kind = kind,
        ParentId = parent,
        Path = path,
        ValidFrom = new(2000, 1, 1),
        ChangedAt = Now,
        ChangedBy = "test",
    };

    private static Place Place(string code, PlaceKind kind, string? parent) =>
        new() { Code = code, Name = code, Kind = kind, ParentCode = parent, ValidFrom = new(2000, 1, 1) };
}
