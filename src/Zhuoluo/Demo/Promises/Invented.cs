using System.Globalization;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Investment;

namespace Zhuoluo.Demo.Promises;

/// <summary>Invents agreements of which only number, kinds and sum are known. Each second one is as much below the average as the one before it is above.</summary>
internal static class Invented
{
    private const int FenInYuan = 100;
    private const long FenInWan = 1_000_000;
    private const int Spread = 85;
    private const int Stride = 7;

    public static List<NewAgreement> From(ManyAgreements many, IReadOnlyList<Unit> districts, Dice dice)
    {
        var types = many.Types.OrderBy(t => t.Key).SelectMany(t => Enumerable.Repeat(t.Key, t.Value)).ToList();
        var (total, above) = (many.TotalYuan * FenInYuan / FenInWan, 0L);
        var share = total / types.Count;
        var made = new List<NewAgreement>(types.Count);
        for (var i = 0; i < types.Count; i++)
        {
            above = i % 2 == 1 ? -above : i == types.Count - 1 ? 0 : share * dice.Between(0, Spread) / 100;
            // What does not divide goes to the first, so that the sum is whole.
            var wan = share + above + (i == 0 ? total - (share * types.Count) : 0);
            var (district, field) = (districts[i % districts.Count], many.Fields[i % many.Fields.Count]);
            var name = string.Create(CultureInfo.InvariantCulture, $"{district.Name}{field}{many.Works[i % many.Works.Count]}（{(i / districts.Count) + 1}期）");
            made.Add(new NewAgreement(name, $"{many.Investors[i % many.Investors.Count]}{field}公司", types[i * Stride % types.Count], wan * FenInWan, many.From.AddDays(dice.Below(many.Days)), district.Id) { Field = field });
        }
        return made;
    }
}
