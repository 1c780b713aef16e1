using Zhuoluo.Foundation;
using Zhuoluo.Shell;

namespace Zhuoluo.Rooms.Rhythm;

/// <summary>Names of this room's words in the reader's language.</summary>
internal static class RhythmNames
{
    public static string Kind(this Texts texts, BeatKind kind) => texts["rhythm.kind." + Word.Of(kind)];

    public static string State(this Texts texts, BeatState state) => texts["rhythm.beat." + Word.Of(state)];

    public static string State(this Texts texts, DecisionState state) => texts["rhythm.decision." + Word.Of(state)];

    public static string State(this Texts texts, BulletinState state) => texts["rhythm.bulletin." + Word.Of(state)];

    public static string Kind(this Texts texts, BulletinKind kind) => texts["rhythm.bulletin-kind." + Word.Of(kind)];

    public static string Kind(this Texts texts, AppraisalKind kind) => texts["appraisal.kind." + Word.Of(kind)];

    public static string Kind(this Texts texts, InspectionKind kind) => texts["inspection.kind." + Word.Of(kind)];

    public static string State(this Texts texts, InspectionState state) => texts["inspection.state." + Word.Of(state)];

    public static string Name(this Texts texts, Measure measure) => texts["appraisal.measure." + Word.Of(measure)];

    public static string Period(this Texts texts, Appraisal appraisal) => texts.Period(appraisal.Kind == AppraisalKind.Quarter ? Every.Quarter : Every.Year, appraisal.From);

    public static string Verb(this Texts texts, BulletinVerb verb) => texts["rhythm.verb." + Word.Of(verb)];

    /// <summary>The period that begins on that day.</summary>
    public static string Period(this Texts texts, Every every, DateOnly period) => every switch
    {
        Every.Week => texts["rhythm.period.week", Written(period)],
        Every.Month => period.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture),
        Every.Quarter => texts["rhythm.period.quarter", period.Year, (period.Month + 2) / 3],
        Every.Year => period.Year.ToString(System.Globalization.CultureInfo.InvariantCulture),
        _ => texts["rhythm.every.once"],
    };

    /// <summary>As addresses and fields of forms write a day.</summary>
    public static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
}
