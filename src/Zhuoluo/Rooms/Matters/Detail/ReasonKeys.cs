namespace Zhuoluo.Rooms.Matters.Detail;

/// <summary>Which published list a verb takes its reason code from; the texts are <c>reason.{list}.{code}</c>.</summary>
internal static class ReasonKeys
{
    public const string Decline = "decline-reasons";
    public const string Transfer = "transfer-channels";
    public const string Grounds = "not-possible-grounds";

    public static string ListOf(Verb verb) => verb == Verb.Transfer ? Transfer : Decline;

    public static string Of(Verb verb, string code) => $"reason.{ListOf(verb)}.{code}";
}
