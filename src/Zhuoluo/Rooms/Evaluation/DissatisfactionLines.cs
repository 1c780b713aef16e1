using Zhuoluo.Rooms.Organisation;
using static Zhuoluo.Rooms.Evaluation.DissatisfactionState;

namespace Zhuoluo.Rooms.Evaluation;

/// <summary>One line of the table: in this state, this verb, to that state, by whom, with what.</summary>
/// <param name="From">The state it must be in.</param>
/// <param name="Verb">What is done.</param>
/// <param name="To">The state afterwards; null where it is the exit that was asked for.</param>
/// <param name="Who">The capability that is needed.</param>
/// <param name="Asks">What must be given with it.</param>
internal sealed record DissatisfactionLine(DissatisfactionState From, DissatisfactionVerb Verb, DissatisfactionState? To, Capability Who, Asks Asks);

[Flags]
internal enum Asks
{
    Nothing = 0,
    Note = 1,
    Exit = 2,

    /// <summary>Somebody else than who asked.</summary>
    OtherPerson = 4,

    /// <summary>Tries on three different days came before (rules A4.4).</summary>
    ThreeDays = 8,
}

/// <summary>The whole way of a dissatisfied requester (rules A7.4, A2.18): pages, checks, docs/ratings.md and the tests read it from here.</summary>
internal static class DissatisfactionLines
{
    public static IReadOnlyList<DissatisfactionLine> All { get; } =
    [
        // Call back and verify first.
        new(AwaitingCall, DissatisfactionVerb.Call, Verified, Capability.CallBack, Asks.Note),
        new(AwaitingCall, DissatisfactionVerb.MissCall, AwaitingCall, Capability.CallBack, Asks.Nothing),
        new(AwaitingCall, DissatisfactionVerb.GiveUpCalling, Verified, Capability.CallBack, Asks.ThreeDays),
        // Clear and reasonable: put right at once. No legal basis: explain.
        new(Verified, DissatisfactionVerb.Fix, Fixing, Capability.CallBack, Asks.Note),
        new(Verified, DissatisfactionVerb.Explain, AwaitingSecondCall, Capability.HandleDissatisfied, Asks.Note),
        new(Fixing, DissatisfactionVerb.ReportFix, AwaitingSecondCall, Capability.HandleDissatisfied, Asks.Note),
        // The second call decides.
        new(AwaitingSecondCall, DissatisfactionVerb.Settle, Settled, Capability.CallBack, Asks.Note),
        new(AwaitingSecondCall, DissatisfactionVerb.StillDissatisfied, Verified, Capability.CallBack, Asks.Note),
        new(AwaitingSecondCall, DissatisfactionVerb.MissCall, AwaitingSecondCall, Capability.CallBack, Asks.Nothing),
        // Off the list otherwise only with a reason and another person.
        new(Verified, DissatisfactionVerb.AskExit, AwaitingDecision, Capability.HandleDissatisfied, Asks.Note | Asks.Exit),
        new(Fixing, DissatisfactionVerb.AskExit, AwaitingDecision, Capability.HandleDissatisfied, Asks.Note | Asks.Exit),
        new(AwaitingSecondCall, DissatisfactionVerb.AskExit, AwaitingDecision, Capability.HandleDissatisfied, Asks.Note | Asks.Exit),
        new(AwaitingDecision, DissatisfactionVerb.GrantExit, null, Capability.DecideDissatisfied, Asks.OtherPerson),
        new(AwaitingDecision, DissatisfactionVerb.RefuseExit, Verified, Capability.DecideDissatisfied, Asks.Note | Asks.OtherPerson),
        new(Deferred, DissatisfactionVerb.TakeUpAgain, Verified, Capability.CallBack, Asks.Nothing),
    ];

    private static readonly Dictionary<(DissatisfactionState, DissatisfactionVerb), DissatisfactionLine> _byStateAndVerb = All.ToDictionary(l => (l.From, l.Verb));

    public static DissatisfactionLine? Find(DissatisfactionState from, DissatisfactionVerb verb) => _byStateAndVerb.GetValueOrDefault((from, verb));

    /// <summary>What this actor may do now; <paramref name="unitPath"/> is that of the unit that was judged.</summary>
    public static IEnumerable<DissatisfactionLine> Offered(DissatisfactionState from, Foundation.Actor who, string? unitPath) =>
        All.Where(l => l.From == from && Permissions.May(who, l.Who, unitPath ?? "/"));
}
