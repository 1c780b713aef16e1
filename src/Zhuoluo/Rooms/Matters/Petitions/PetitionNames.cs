using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>Text keys of the petition's closed lists, such as <c>petition.stage.in-review</c>.</summary>
internal static class PetitionNames
{
    public static TextKey Key(this PetitionStage stage) => Of("stage", stage);
    public static TextKey Key(this PetitionVerb verb) => Of("verb", verb);
    public static TextKey Key(this PetitionRoute route) => Of("route", route);
    public static TextKey Key(this PetitionSort sort) => Of("sort", sort);
    public static TextKey Key(this SourceLevel level) => Of("level", level);
    public static TextKey Key(this PetitionForm form) => Of("form", form);
    public static TextKey Key(this OpinionOutcome outcome) => Of("outcome", outcome);
    public static TextKey Key(this OpinionLevel level) => Of("opinion", level);
    public static TextKey Key(this ReviewRuling ruling) => Of("ruling", ruling);
    public static TextKey Key(this NoteKind kind) => Of("note", kind);
    public static TextKey Key(this PetitionClockStage stage) => Of("clock", stage);

    public static string Tone(this PetitionStage stage) => stage switch
    {
        PetitionStage.Registered or PetitionStage.Sorted => "wait",
        PetitionStage.Forwarded or PetitionStage.Handling or PetitionStage.InReview or PetitionStage.InSecondReview => "busy",
        _ => "plain",
    };

    private static TextKey Of<T>(string prefix, T value)
        where T : struct, Enum => new($"petition.{prefix}.{Word<T>.Of(value)}");
}
