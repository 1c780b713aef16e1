using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>What is known after the first reading of a file, before anything is written.</summary>
internal sealed class FirstReading
{
    // A county's file fits in memory; only a far larger one is read a second time.
    private const int MostKept = 50_000;
    private const int MostWarnings = 300;

    private readonly Dictionary<VisitKey, HashSet<string>> _visits = [];

    public int Rows { get; private set; }
    public int GoodRows { get; private set; }
    public int CopiedRows { get; private set; }
    public int RefusedRows { get; private set; }
    public int WrongCells { get; private set; }

    /// <summary>The first of the wrong cells of rows that come in all the same.</summary>
    public List<Warned> Warnings { get; } = [];
    public Dictionary<TableKind, (DateOnly From, DateOnly To)> Periods { get; } = [];

    /// <summary>All findings, or null when there are too many to keep.</summary>
    public List<Finding>? Kept { get; private set; } = [];

    public void Count(Finding finding)
    {
        Kept?.Add(finding);
        Kept = Kept is { Count: > MostKept } ? null : Kept;
        Rows += finding is Warned ? 0 : 1;
        switch (finding)
        {
            case Taken taken:
                GoodRows++;
                Count(taken);
                break;
            case Copied:
                CopiedRows++;
                break;
            case Refused:
                RefusedRows++;
                break;
            case Warned warned:
                WrongCells++;
                if (Warnings.Count < MostWarnings)
                {
                    Warnings.Add(warned);
                }
                break;
        }
    }

    /// <summary>Rounds of one visitor in one village on one day, with the number of households: one for each person named.</summary>
    public IEnumerable<(VisitKey Key, int Households)> Visits => _visits.Select(v => (v.Key, v.Value.Count));

    private void Count(Taken taken)
    {
        if (taken.Entry is VisitRow { Secretary: { } secretary } visit)
        {
            var key = new VisitKey(secretary, visit.Village ?? visit.Town ?? "", visit.Opened);
            if (!_visits.TryGetValue(key, out var persons))
            {
                _visits[key] = persons = new(StringComparer.Ordinal);
            }
            // Without a name each entry is a household of its own.
            persons.Add(visit.Person ?? $"\n{taken.Sheet}\n{taken.Row}");
        }
        if (DayOf(taken.Entry) is { } day)
        {
            var period = Periods.GetValueOrDefault(taken.Kind, (day, day));
            Periods[taken.Kind] = (day < period.Item1 ? day : period.Item1, day > period.Item2 ? day : period.Item2);
        }
    }

    private static DateOnly? DayOf(ImportedRow row) => row switch
    {
        VisitRow visit => visit.Opened,
        SuggestionRow suggestion => suggestion.Opened,
        DutyShiftRow shift => shift.Date,
        DutyProblemRow problem => problem.Opened,
        _ => null,
    };
}

internal readonly record struct VisitKey(string Visitor, string PlaceCode, DateOnly On);
