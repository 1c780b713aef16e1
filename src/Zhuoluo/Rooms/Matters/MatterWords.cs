using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters;

/// <summary>The text keys of this room's closed lists: <c>state.in-progress</c>, <c>verb.ask-requester</c>.</summary>
internal static class MatterWords
{
    public static TextKey Key(this MatterState state) => Of("state", state);
    public static TextKey Key(this Verb verb) => Of("verb", verb);
    public static TextKey Key(this MatterOutcome outcome) => Of("outcome", outcome);
    public static TextKey Key(this MatterKind kind) => Of("kind", kind);
    public static TextKey Key(this Channel channel) => Of("channel", channel);
    public static TextKey Key(this Urgency urgency) => Of("urgency", urgency);
    public static TextKey Key(this Light light) => Of("light", light);
    public static TextKey Key(this CallResult result) => Of("call-result", result);

    private static TextKey Of<T>(string prefix, T value)
        where T : struct, Enum => new($"{prefix}.{Word<T>.Of(value)}");
}
