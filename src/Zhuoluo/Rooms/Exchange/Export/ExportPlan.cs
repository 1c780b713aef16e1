using System.Collections.Frozen;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>
/// Which tables go out and with what. A move takes all that is no count and no index, tables of rooms to come included. The other two take
/// the tables named here and no others: a new table stays inside until somebody has thought about it.
/// </summary>
internal static class ExportPlan
{
    // Counts are made anew where the rows arrive; of the house's own exports and moves there is nothing to tell elsewhere.
    private static readonly FrozenSet<string> _stay = FrozenSet.ToFrozenSet(["tally", "tally_mark", "held_mark", "export_run", "move_in", "first_run_code"], StringComparer.Ordinal);

    // After the dash, columns that may name a person or hold what one wrote; they go out empty.
    private const string Office = """
        answer - text person_id review_note
        calendar_day
        calendar_version
        calendar_year
        call_back - person_id note
        category
        clock
        clock_extension
        clock_pause
        deadline_profile
        deadline_profile_row
        drive
        duty_shift - head_name
        holding
        matter - title requester_print updated_by handler_id
        matter_link
        number_counter
        organisation_version
        place
        place_alias
        publication - checked_by_id withheld_reason
        rating - comment token_print
        step - person_id person_name note
        unit
        unit_alias
        visit - visitor_id visitor_name note
        """;

    // Beside the tables above, all columns of these; secrets and sealed values are in none.
    private static readonly string[] _words = ["matter_text", "proposal", "question"];
    private static readonly string[] _neverPlain = ["requester_print", "token_print"];

    private static readonly FrozenDictionary<string, string[]> _office = Office.Split('\n', StringSplitOptions.TrimEntries)
        .Select(line => line.Split(" - ")).ToFrozenDictionary(parts => parts[0], parts => parts.Length > 1 ? parts[1].Split(' ') : [], StringComparer.Ordinal);

    public static IReadOnlyList<ExportTable> Of(ExportContent content, IReadOnlyList<HouseTable> tables) => content switch
    {
        ExportContent.Move => [.. tables.Where(t => !_stay.Contains(t.Name)).Select(t => new ExportTable(t, FrozenSet<int>.Empty))],
        ExportContent.Personal => [.. tables.Where(t => _office.ContainsKey(t.Name) || _words.Contains(t.Name)).Select(t => new ExportTable(t, Hidden(t, _neverPlain)))],
        _ => [.. tables.Where(t => _office.ContainsKey(t.Name)).Select(t => new ExportTable(t, Hidden(t, _office[t.Name])))],
    };

    private static FrozenSet<int> Hidden(HouseTable table, string[] names) =>
        table.Columns.Select((c, i) => (c.Name, i)).Where(c => names.Contains(c.Name)).Select(c => c.i).ToFrozenSet();
}

/// <param name="Table">The table.</param>
/// <param name="Hidden">Places of the columns that go out empty.</param>
internal sealed record ExportTable(HouseTable Table, IReadOnlySet<int> Hidden);
