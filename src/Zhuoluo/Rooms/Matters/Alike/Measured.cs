using System.Globalization;
using CsvHelper;

namespace Zhuoluo.Rooms.Matters.Alike;

/// <summary>Two matters that a person has looked at.</summary>
/// <param name="Label">same, similar (the same words about another thing) or different.</param>
/// <param name="How">Where the pair comes from.</param>
/// <param name="One">A side.</param>
/// <param name="Other">The other.</param>
internal sealed record LabelledPair(string Label, string How, AlikeSide One, AlikeSide Other)
{
    /// <summary>Columns: label,how,day_a,place_a,category_a,text_a,day_b,place_b,category_b,text_b.</summary>
    public static IReadOnlyList<LabelledPair> Read(TextReader file)
    {
        using var csv = new CsvReader(file, CultureInfo.InvariantCulture);
        csv.Read();
        csv.ReadHeader();
        var pairs = new List<LabelledPair>();
        while (csv.Read())
        {
            pairs.Add(new LabelledPair(csv.GetField("label")!, csv.GetField("how")!, Side(csv, "a"), Side(csv, "b")));
        }
        return pairs;
    }

    private static AlikeSide Side(CsvReader csv, string of) => AlikeSide.Of(
        "", csv.GetField("text_" + of)!, null, csv.GetField("place_" + of)!, csv.GetField("category_" + of),
        DateOnly.ParseExact(csv.GetField("day_" + of)!, "yyyy-MM-dd", CultureInfo.InvariantCulture));
}

/// <summary>How good the hints are on labelled pairs. Pairs labelled similar count apart: a hint for them is allowed, merging them would be an error.</summary>
/// <param name="Threshold">Score from which on a pair is said to be the same.</param>
/// <param name="Right">Same, and said so.</param>
/// <param name="Missed">Same, and not said.</param>
/// <param name="Wrong">Different, and said to be the same.</param>
/// <param name="Similar">Labelled similar, and said to be the same.</param>
internal sealed record Measured(int Threshold, int Right, int Missed, int Wrong, int Similar)
{
    /// <summary>Of what was said, in thousandths; similar ones count as wrong in the stricter of the two.</summary>
    public int Precision => PerMille(Right, Right + Wrong);

    public int StrictPrecision => PerMille(Right, Right + Wrong + Similar);

    public int Recall => PerMille(Right, Right + Missed);

    public static Measured At(int threshold, IReadOnlyList<LabelledPair> pairs)
    {
        var said = pairs.ToLookup(p => (p.Label, Likeness.Of(p.One, p.Other) is var like && like.Words >= Likeness.FewestWords && like.Score >= threshold));
        return new Measured(threshold, said[("same", true)].Count(), said[("same", false)].Count(), said[("different", true)].Count(), said[("similar", true)].Count());
    }

    private static int PerMille(int part, int whole) => whole == 0 ? 0 : 1000 * part / whole;
}
