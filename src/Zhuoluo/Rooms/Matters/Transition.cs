using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>One line of the state table: in this state, this verb, to that state, for whom, with what.</summary>
/// <param name="From">The state it must be in.</param>
/// <param name="Verb">What is done.</param>
/// <param name="To">The state it is in afterwards; the same state where the verb leaves it.</param>
/// <param name="Who">The capability a staff member needs; null where the requester alone does it.</param>
/// <param name="Requires">What must be given with it.</param>
/// <param name="Entry">The kind of ledger entry that it writes.</param>
internal sealed record Transition(MatterState From, Verb Verb, MatterState To, Capability? Who, Requires Requires, string Entry);

/// <summary>What a verb cannot do without; checked by its slice and shown in docs/matter-states.md.</summary>
[Flags]
internal enum Requires
{
    Nothing = 0,
    Reason = 1,
    ReasonCode = 2,
    Unit = 4,
    Text = 8,
    Outcome = 16,
    OtherPerson = 32,
    BeforeDeadline = 64,
    Once = 128,
    Plan = 256,
    OtherMatter = 512,
    Result = 1024,
    ThreeRounds = 2048,

    /// <summary>The requester may do it too, with the code of the receipt.</summary>
    OrRequester = 4096,
}
