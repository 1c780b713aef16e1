using Microsoft.AspNetCore.Mvc.ViewFeatures;

namespace Zhuoluo.Shell;

/// <summary>One sentence carried over a redirect and read out on the next page (role=status).</summary>
internal static class Flash
{
    private const string TextKey = "flash";
    private const string ToneKey = "flash.tone";

    public static void Say(this ITempDataDictionary carried, string text, string tone = "good")
    {
        carried[TextKey] = text;
        carried[ToneKey] = tone;
    }

    public static (string Text, string Tone)? Heard(this ITempDataDictionary carried) =>
        carried[TextKey] is string text ? (text, carried[ToneKey] as string ?? "good") : null;
}
