using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Projects.Investment;

/// <summary>What this slice says in words.</summary>
internal static class InvestmentNames
{
    /// <summary>Where what was said and the records do not agree, in words.</summary>
    public static string Said(this Texts texts, Mismatch mismatch) =>
        texts["project.signing.mismatch." + mismatch.Key, [.. mismatch.Arguments.Select(a => a is TextKey key ? texts[key.Key] : a)]];

    /// <summary>Such as "2021, third round, started together".</summary>
    public static string RoundName(this Texts texts, BatchStart batch) => texts["project.batch.named", batch.Year, batch.Ordinal, ProjectNames.Said(texts, "batch.kind", batch.Kind), texts.Show(batch.Name)];
}
