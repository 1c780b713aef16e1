using System.Globalization;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Zhuoluo.Data;
using Zhuoluo.Rooms.Matters;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Disclosure.ShowStatistics;

/// <summary>The county in numbers, each of which opens its records; small cells of the cross table are hidden.</summary>
[Open]
internal sealed class StatisticsPage(ZhuoluoContext db, Offices offices, TallyQuery tallies) : PageModel
{
    public const int MostCategories = 15;
    public const int MonthsInTable = 12;

    public Lookup Lookup { get; private set; } = null!;
    public Amount Total { get; private set; } = new("", 0, 0, 0);
    public IReadOnlyDictionary<MatterOutcome, long> Outcomes { get; private set; } = new Dictionary<MatterOutcome, long>();
    public IReadOnlyList<Amount> Months { get; private set; } = [];
    public IReadOnlyList<Amount> ClosedMonths { get; private set; } = [];
    public IReadOnlyList<Amount> Towns { get; private set; } = [];
    public IReadOnlyList<Amount> Categories { get; private set; } = [];
    public IReadOnlyList<Amount> Kinds { get; private set; } = [];
    public IReadOnlyList<Amount> Channels { get; private set; } = [];
    public IReadOnlyDictionary<long, Amount> Drives { get; private set; } = new Dictionary<long, Amount>();

    /// <summary>Columns of the cross table.</summary>
    public IReadOnlyList<string> LastMonths { get; private set; } = [];
    public long?[][] TownsByMonth { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken cancel)
    {
        Lookup = await Lookup.LoadAsync(db, offices, HttpContext.Act().At, cancel);
        Months = await tallies.ByMonthAsync(null, cancel);
        ClosedMonths = [.. (await tallies.ByAsync(TallyBy.ClosedMonth, null, cancel)).Where(a => a.Key.Length == 6 && a.Closed > 0)];
        Towns = await tallies.ByAsync(TallyBy.Town, null, cancel);
        Categories = [.. (await tallies.ByAsync(TallyBy.Category, null, cancel)).OrderByDescending(a => a.Received)];
        Kinds = await tallies.ByAsync(TallyBy.Kind, null, cancel);
        Channels = await tallies.ByAsync(TallyBy.Channel, null, cancel);
        Drives = await tallies.ByDriveAsync(cancel);
        Outcomes = await tallies.OutcomesAsync(null, cancel);
        Total = new Amount("", Towns.Sum(t => t.Received), Towns.Sum(t => t.Closed), Towns.Sum(t => t.Open));
        LastMonths = [.. Months.Select(m => m.Key).TakeLast(MonthsInTable)];
        if (LastMonths.Count > 0)
        {
            var cells = await tallies.TownsByMonthAsync(Stored(LastMonths[0]), cancel);
            TownsByMonth = Suppression.Hide([.. Towns.Select(t => (IReadOnlyList<long>)[.. LastMonths.Select(m => cells.GetValueOrDefault((t.Key, Stored(m))))])]);
        }
    }

    public static TEnum Value<TEnum>(Amount amount)
        where TEnum : struct, Enum => (TEnum)Enum.ToObject(typeof(TEnum), int.Parse(amount.Key, CultureInfo.InvariantCulture));

    public static string At(PublicFilter filter) => filter.At("/public/records");

    /// <summary>How many were opened and closed in each month in which anything happened.</summary>
    public IReadOnlyList<(string Month, long Opened, long Closed)> Flow()
    {
        var opened = Months.ToDictionary(m => m.Key, m => m.Received);
        var closed = ClosedMonths.ToDictionary(m => PublicFilter.MonthOf(int.Parse(m.Key, CultureInfo.InvariantCulture)), m => m.Closed);
        return [.. opened.Keys.Union(closed.Keys).Order(StringComparer.Ordinal).Select(m => (m, opened.GetValueOrDefault(m), closed.GetValueOrDefault(m)))];
    }

    private static int Stored(string month) => int.Parse(month.Replace("-", "", StringComparison.Ordinal), CultureInfo.InvariantCulture);
}
