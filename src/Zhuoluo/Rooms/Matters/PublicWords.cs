using System.Text.Json;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The words that residents and the public read, plainer than the staff's, as text keys; and how choices are written in addresses.</summary>
internal static class PublicWords
{
    public static string Of(MatterKind kind) => "pub.kind." + Word(kind);
    public static string Of(Channel channel) => "pub.channel." + Word(channel);
    public static string Of(MatterState state) => "pub.state." + Word(state);
    public static string Of(MatterOutcome outcome) => "pub.outcome." + Word(outcome);

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

    /// <summary>AwaitingSignature is written awaiting-signature.</summary>
    public static string Word<T>(T value)
        where T : struct, Enum => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());

    public static T? Read<T>(string? word)
        where T : struct, Enum
    {
        foreach (var value in Enum.GetValues<T>())
        {
            if (Word(value) == word)
            {
                return value;
            }
        }
        return null;
    }
}
