using System.Globalization;
using Zhuoluo.Rooms.Exchange.Reading;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>A project as a row of cells. Quantities in their unit, money in yuan, several targets or sums a line each.</summary>
internal sealed class ProjectCells(OfficesSnapshot offices, ImportWords words, ProjectListParts parts)
{
    private const decimal Fen = 100;
    private int _serial;

    public static IReadOnlyList<string> Fields { get; } =
    [
        "serial", "number", "owner", "name", "field", "content", "leader", "post", "lead", "assist", "start", "finish", "firstFinish", "percent", "reportedFor", "state", "started",
        "partBuilt", "completed", "accepted", "closed", "targetRows", "moneyRows", "nodeRows", "beneficiaries", "households", "estimated", "breakthrough", "source", "place", "problem", "remark",
    ];

    public IReadOnlyList<string> Of(Project project)
    {
        _serial++;
        return [.. Fields.Select(field => Cell(field, project))];
    }

    private string Cell(string field, Project project) => field switch
    {
        "serial" => _serial.ToString(CultureInfo.InvariantCulture),
        "number" => project.Number,
        "owner" => offices.UnitOfPlace(project.PlaceCode) is { Kind: UnitKind.Town } town ? town.Name : "",
        "name" => project.Name,
        "field" => project.FieldCode ?? "",
        "content" => project.Content,
        "leader" => project.LeaderName ?? "",
        "post" => project.LeaderPost ?? "",
        "lead" => NameOf(project.LeadUnitId),
        "assist" => string.Join('、', parts.Assisting[project.Id].Select(NameOf)),
        "start" => Day(project.PlannedStart),
        "finish" => Day(project.PlannedFinish),
        "firstFinish" => Day(project.FirstFinish),
        "percent" => project.ReportedFor is null && project.Done == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $"{Amounts.Percent(project.Done):0.##}%"),
        "reportedFor" => Day(project.ReportedFor),
        "state" => ImportWords.WordOf(words.ProjectStates, project.State),
        "started" => Day(project.StartedOn),
        "partBuilt" => Day(project.PartBuiltOn),
        "completed" => Day(project.CompletedOn),
        "accepted" => Day(project.AcceptedOn),
        "closed" => Day(project.ClosedOn),
        "targetRows" => Lines(parts.Targets[project.Id], t => [t.What, Amount(Amounts.Quantity(t.Promised)), Amount(Amounts.Quantity(t.Reached)), t.Unit, t.Evidence ?? ""]),
        "moneyRows" => Lines(parts.Money[project.Id], m => [ImportWords.WordOf(words.MoneySources, m.Source), Amount(m.Planned / Fen), Amount(m.Arrived / Fen), Amount(m.Paid / Fen), m.Document ?? ""]),
        "nodeRows" => Lines(parts.Nodes[project.Id], n => [n.Name, Amount(n.Weight), Day(n.PlannedOn)]),
        "beneficiaries" => project.Beneficiaries?.ToString(CultureInfo.InvariantCulture) ?? "",
        "households" => project.IsHouseholds ? words.Yes : "",
        "estimated" => project.IsEstimated ? words.Yes : "",
        "breakthrough" => project.IsBreakthrough ? words.Yes : "",
        "source" => ImportWords.WordOf(words.ProjectSources, project.Source),
        "place" => project.PlaceCode,
        "problem" => parts.Progress[project.Id].FirstOrDefault()?.Problem ?? "",
        "remark" => parts.Progress[project.Id].FirstOrDefault()?.Text ?? "",
        _ => throw new InvalidOperationException(field),
    };

    private string NameOf(long unit) => offices.Unit(unit)?.Name ?? "";

    private static string Lines<T>(IEnumerable<T> rows, Func<T, string[]> parts) => string.Join('\n', rows.Select(row => string.Join($" {MoreFields.Bar} ", parts(row).Select(Flat))));

    // A bar or a break inside a part would end it.
    private static string Flat(string part) => part.Replace(MoreFields.Bar, '｜').Replace('\n', ' ');

    private static string Amount(decimal amount) => amount.ToString("0.###", CultureInfo.InvariantCulture);

    private static string Day(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture) ?? "";
}
