using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Shell;
using Zhuoluo.Start;

namespace Zhuoluo.Rooms.Rhythm.Commands;

/// <summary>What a command says when a rule says no: the code for programs, and the text of the pages, in English like the rest of the command line.</summary>
internal static class Refused
{
    public static async Task<int> SayAsync(Refusal refusal, Texts texts, TextWriter notes)
    {
        await notes.WriteLineAsync($"error: {refusal.Code}{(refusal.Field is { } field ? $" ({field})" : "")}: {Text(refusal, texts)}");
        return Exit.Refused;
    }

    private static string Text(Refusal refusal, Texts texts)
    {
        var before = CultureInfo.CurrentUICulture;
        CultureInfo.CurrentUICulture = CultureInfo.GetCultureInfo(Languages.English);
        try
        {
            return texts.Of(refusal);
        }
        finally
        {
            CultureInfo.CurrentUICulture = before;
        }
    }
}
