using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The words that residents and the public read, plainer than the staff's, as text keys.</summary>
internal static class PublicWords
{
    public static string Of(MatterKind kind) => "pub.kind." + Word.Of(kind);
    public static string Of(Channel channel) => "pub.channel." + Word.Of(channel);
    public static string Of(MatterState state) => "pub.state." + Word.Of(state);
    public static string Of(MatterOutcome outcome) => "pub.outcome." + Word.Of(outcome);

    /// <summary>Tone of a status part.</summary>
    public static string ToneOf(MatterState state) => state switch
    {
        MatterState.Closed => "plain",
        MatterState.AwaitingRequester or MatterState.Suspended or MatterState.ReturnDisputed => "wait",
        MatterState.Escalated => "bad",
        _ when state.IsOpen() => "busy",
        _ => "plain",
    };

    public static string ToneOf(MatterOutcome outcome) => outcome switch
    {
        MatterOutcome.Solved => "good",
        MatterOutcome.PartlySolved => "wait",
        MatterOutcome.NotPossible => "bad",
        _ => "plain",
    };
}
