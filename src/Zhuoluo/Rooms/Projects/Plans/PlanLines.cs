using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Projects.Plans;

/// <summary>
/// Reads a plan as it is written on paper: a line without a bar is an aspect, the lines below it are its tasks, "what | responsible unit | day". A line
/// that cannot be read is named by its number.
/// </summary>
internal static class PlanLines
{
    private const int WithDay = 3;

    public static Outcome<IReadOnlyList<NewTask>> Read(string? typed, OfficesSnapshot offices)
    {
        var lines = (typed ?? "").Split('\n', StringSplitOptions.TrimEntries);
        var (found, aspect) = (new List<NewTask>(), "");
        for (var i = 0; i < lines.Length; i++)
        {
            var cells = lines[i].Split(['|', '｜', '\t'], StringSplitOptions.TrimEntries);
            if (lines[i].Length == 0)
            {
                continue;
            }
            if (cells.Length == 1)
            {
                aspect = lines[i];
                continue;
            }
            if (aspect.Length == 0 || UnitOf(cells[1], offices) is not { } unit)
            {
                return aspect.Length == 0 ? new UnreadablePlanLine(i + 1) : new PlanUnitUnknown(i + 1, cells[1]);
            }
            var day = cells.Length >= WithDay && DateOnly.TryParse(cells[2], CultureInfo.InvariantCulture, out var read) ? read : (DateOnly?)null;
            if (cells.Length >= WithDay && cells[2].Length > 0 && day is null)
            {
                return new UnreadablePlanLine(i + 1);
            }
            found.Add(new NewTask(aspect, cells[0], unit.Id, day));
        }
        return Outcome.Of<IReadOnlyList<NewTask>>(found);
    }

    public static string Write(IEnumerable<PlanTask> tasks, OfficesSnapshot offices) => string.Join('\n', tasks.OrderBy(t => t.Serial).GroupBy(t => t.AspectName).SelectMany(g =>
        g.Select(t => $"{t.Text} | {offices.Unit(t.UnitId)?.Name}{(t.DueOn is { } due ? " | " + due.ToString("O", CultureInfo.InvariantCulture) : "")}").Prepend(g.Key)));

    private static Unit? UnitOf(string typed, OfficesSnapshot offices) => offices.UnitByCode(typed) ?? (offices.UnitsNamed(typed) is [var only] ? only : null);
}

internal sealed record UnreadablePlanLine(int Line) : Refusal("unreadable-plan-line")
{
    public override string? Field => "Tasks";
    public override IReadOnlyList<object> Arguments => [Line];
}

/// <summary>Every task has a responsible unit.</summary>
internal sealed record PlanUnitUnknown(int Line, string Name) : Refusal("plan-unit-unknown")
{
    public override string? Field => "Tasks";
    public override IReadOnlyList<object> Arguments => [Line, Name];
}
