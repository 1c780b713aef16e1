using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Calendars;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>The small changes that many verbs share: clocks, pauses, holdings, proposals.</summary>
internal static class Bench
{
    /// <summary>A new clock; what it says is computed from the calendar when the ruling is applied.</summary>
    public static Ruling Start(this Ruling ruling, ClockStage stage, Limit limit, DateTimeOffset from, Act act) =>
        ruling.ChangeFile(file => Start(file, stage, limit, from, act));

    private static void Start(CaseFile file, ClockStage stage, Limit limit, DateTimeOffset from, Act act)
    {
        var times = file.Times;
        var clock = new Clock
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            Stage = stage,
            Round = file.Matter.Round,
            StartAt = from,
            Limit = limit.ToString(),
            ProfileCode = times.ProfileCode,
            ProfileVersion = times.ProfileVersion,
            DueAt = from,
        };
        var answer = Deadlines.Brief(ClockRun.Plain(limit, from), times.Calendar, act.At);
        (clock.DueAt, clock.IsProvisional) = (answer.Due, answer.IsProvisional);
        file.Clocks.Add(clock);
        file.Made.Add(clock);
    }

    public static Ruling Stop(this Ruling ruling, ClockStage stage, DateTimeOffset at) => ruling.ChangeFile(file =>
    {
        foreach (var clock in file.Clocks.Where(c => c.Stage == stage && c.StoppedAt is null))
        {
            clock.StoppedAt = at;
        }
    });

    /// <summary>Nothing is waited for any more: all clocks stop, pauses end, and what was asked for lapses.</summary>
    public static Ruling StopAll(this Ruling ruling, DateTimeOffset at) => ruling.ChangeFile(file =>
    {
        foreach (var clock in file.Clocks.Where(c => c.StoppedAt is null))
        {
            clock.StoppedAt = at;
        }
        foreach (var pause in file.Pauses.Where(p => p.To is null))
        {
            pause.To = at;
        }
    });

    public static Ruling Pause(this Ruling ruling, string reason, Act act) => ruling.ChangeFile(file =>
    {
        var pause = new ClockPause { Id = act.NewId(), MatterId = file.Matter.Id, From = act.At, Reason = reason };
        file.Pauses.Add(pause);
        file.Made.Add(pause);
    });

    public static Ruling EndPauses(this Ruling ruling, DateTimeOffset at) => ruling.ChangeFile(file =>
    {
        foreach (var pause in file.Pauses.Where(p => p.To is null))
        {
            pause.To = at;
        }
    });

    public static Ruling Hold(this Ruling ruling, long unitId, HoldingPart part, Act act, bool isSigned = false) => ruling.ChangeFile(file =>
    {
        var holding = new Holding
        {
            Id = act.NewId(),
            MatterId = file.Matter.Id,
            UnitId = unitId,
            Part = part,
            From = act.At,
            SignedAt = isSigned ? act.At : null,
        };
        file.Holdings.Add(holding);
        file.Made.Add(holding);
    });

    public static Ruling EndHoldings(this Ruling ruling, HoldingEnd end, DateTimeOffset at) => ruling.ChangeFile(file =>
    {
        foreach (var holding in file.Holdings.Where(h => h.To is null))
        {
            (holding.To, holding.End) = (at, end);
        }
    });

    public static Ruling Decided(this Ruling ruling, Proposal proposal, bool isApproved, Deed deed, Act act) => ruling.ChangeFile(_ =>
    {
        proposal.DecidedAt = act.At;
        proposal.DecidedById = act.Who.PersonId;
        proposal.DecidedByName = act.Who.Name;
        proposal.IsApproved = isApproved;
        proposal.DecisionNote = deed.Reason;
    });

    public static Proposal Propose(this CaseFile file, ProposalKind kind, Deed deed, Act act) => new()
    {
        Id = act.NewId(),
        MatterId = file.Matter.Id,
        Kind = kind,
        ProposedAt = act.At,
        ProposedById = act.Who.PersonId,
        ProposedByName = act.Who.Name,
        ProposedForUnitId = file.Matter.LeadUnitId,
        ReasonCode = deed.ReasonCode,
        Reason = deed.Reason!.Trim(),
        Detail = (kind == ProposalKind.Return ? deed.Text : deed.Plan)?.Trim(),
        Limit = deed.Limit,
        ReviewOn = deed.ReviewOn,
    };

    /// <summary>Two different people (rules A2): who has no person's id is told apart by name.</summary>
    public static bool IsSame(this Act act, long? personId, string name) =>
        act.Who.PersonId is { } id ? id == personId : personId is null && act.Who.Name == name;
}
