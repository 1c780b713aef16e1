using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>A person took a suggestion of the machine, rejected it or passed it over. Topics only of matters that are not confidential.</summary>
internal sealed record SuggestionJudgedV1(SuggestionKind About, Verdict Verdict, Code? Suggested, Code? Chosen, int Score) : IEntry
{
    public static string Kind => "suggestion.judged";
    public static int Version => 1;
}
