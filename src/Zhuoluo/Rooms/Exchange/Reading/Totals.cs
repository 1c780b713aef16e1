using System.Globalization;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// Counts of the rows to import, under the names of the sample manifests: single numbers (opened, closed, shiftsHeld …) and
/// tables by code (byState, byTown, byUnit, byOpenedMonth …). Counted as rows go by, so nothing else is held.
/// </summary>
internal sealed class Totals
{
    private readonly SortedDictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, SortedDictionary<string, int>> _tables = new(StringComparer.Ordinal);
    private readonly HashSet<string> _secretaries = [];
    private readonly HashSet<string> _heads = [];

    public IReadOnlyDictionary<string, int> Numbers => _numbers;

    public IReadOnlyDictionary<string, SortedDictionary<string, int>> Tables => _tables;

    public void Count(Finding finding)
    {
        switch (finding)
        {
            case Taken { Entry: VisitRow row }:
                Count(row);
                break;
            case Taken { Entry: SuggestionRow row }:
                Count(row);
                break;
            case Taken { Entry: DutyShiftRow row }:
                Count(row);
                break;
            case Taken { Entry: DutyProblemRow row }:
                Count(row);
                break;
            case Taken { Entry: TicketRow row }:
                Count(row);
                break;
            case Taken { Entry: ProjectRow row }:
                Count(row);
                break;
            case Taken taken:
                Number(taken.Kind.Code());
                break;
            case Refused refused:
                foreach (var reason in refused.Reasons)
                {
                    Add("refusedByReason", reason.Code);
                }
                break;
        }
    }

    private void Count(VisitRow row)
    {
        Number("opened");
        Number(row.State);
        Add("byState", row.State);
        Add("byTown", row.Town);
        if (row.State == "closed")
        {
            Add("byTownClosed", row.Town);
        }
        if (row.Village is { } village)
        {
            if (!_tables.TryGetValue("byVillage", out var villages) || !villages.ContainsKey(village))
            {
                Number("villages");
            }
            Add("byVillage", village);
        }
        // Two secretaries may bear one name; one secretary belongs to one village.
        if (row.Secretary is { } secretary && _secretaries.Add($"{row.Village}\n{secretary}"))
        {
            Number("secretaries");
        }
        Unit(row.Unit);
        Month("byOpenedMonth", row.Opened);
        Month("byClosedMonth", row.Closed);
        Add("bySatisfaction", row.Satisfaction ?? "");
    }

    private void Count(SuggestionRow row)
    {
        Number("collected");
        if (row.State == "done")
        {
            Number("done");
        }
        Add("byState", row.State);
        Add("byFrom", row.From);
        Unit(row.Unit);
        Month("byOpenedMonth", row.Opened);
        Month("byClosedMonth", row.Closed);
        Add("byChannel", row.Channel);
    }

    private void Count(DutyShiftRow row)
    {
        Number(row.IsCancelled ? "shiftsCancelled" : "shiftsHeld");
        if (_heads.Add(row.Head))
        {
            Number("heads");
        }
        Month("shiftsByMonth", row.Date);
    }

    private void Count(DutyProblemRow row)
    {
        Number("problems");
        if (row.State == "solved")
        {
            Number("solved");
            if (row.Closed == row.Opened)
            {
                Number("solvedOnTheSpot");
            }
        }
        Add("byState", row.State);
        Add("problemsByUnit", row.Unit);
        Month("problemsByMonth", row.Opened);
    }

    private void Count(TicketRow row)
    {
        Number("opened");
        Number(row.State);
        Add("byState", row.State);
        Add("byTown", row.Town);
        Add("byKind", row.TicketKind);
        Unit(row.Unit);
        Month("byOpenedMonth", DateOnly.FromDateTime(row.Opened));
        Month("byClosedMonth", row.Closed is { } closed ? DateOnly.FromDateTime(closed) : null);
    }

    private void Count(ProjectRow row)
    {
        Number("projects");
        if (row.IsDone)
        {
            Number("done");
        }
        Add("byField", row.Field);
        Add("byLeadUnit", row.Lead);
        Add("byOwner", row.Owner);
        Add("byLight", row.Light);
        Month("byFinishMonth", row.Finish);
    }

    /// <summary>The units of 339 villages would drown the others, so they are counted together.</summary>
    private void Unit(string? code)
    {
        if (code is { Length: 12 } && code.All(char.IsAsciiDigit))
        {
            Number("byUnitVillages");
        }
        else
        {
            Add("byUnit", code);
        }
    }

    private void Month(string table, DateOnly? day) => Add(table, day?.ToString("yyyy-MM", CultureInfo.InvariantCulture));

    private void Number(string name) => _numbers[name] = _numbers.GetValueOrDefault(name) + 1;

    private void Add(string table, string? code)
    {
        if (code is null)
        {
            return;
        }
        if (!_tables.TryGetValue(table, out var counts))
        {
            _tables[table] = counts = new SortedDictionary<string, int>(StringComparer.Ordinal);
        }
        counts[code] = counts.GetValueOrDefault(code) + 1;
    }
}
