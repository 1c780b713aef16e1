using Zhuoluo.Language;
using Zhuoluo.Language.Quantities;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Projects;
using Quantity = Zhuoluo.Language.Quantities.Target;

namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>One row of a project list: the first unit of a cell leads, the others assist; the light is worked out and never read.</summary>
internal static class ProjectEntries
{
    public static (ImportedRow? Row, UInt128 Key) Read(EntryReader entry)
    {
        var owner = entry.UnitCodes("owner", entry.Scope.Town, null) is [var first, ..] ? first : null;
        var town = owner is not null && entry.Scope.Places.IsTown(owner) ? owner : entry.Scope.Town;
        var name = entry.Needed("name", "missing_name");
        var (start, finish) = (Planned(entry, "start", false), Planned(entry, "finish", true));
        if (start is { } from && finish is { } to && to < from)
        {
            entry.Refuse("finish", "finish_before_start");
        }
        var (lead, assist) = Units(entry, town, owner);
        var percent = Percent(entry);
        var row = new ProjectRow(
            owner, name ?? "", Tight(entry.Word("field")), entry.Word("target") ?? entry.Word("content"), Targets(entry), entry.Person("leader"), entry.Word("post"),
            lead, assist, Money(entry), start ?? default, finish ?? default, percent, null, TypedLight(entry), entry.Word("problem"), entry.Word("remark"));
        if (entry.IsRefused)
        {
            return default;
        }
        row = row with { More = MoreFields.Read(entry) };
        if (entry.IsRefused)
        {
            return default;
        }
        row = row with { Light = entry.Scope.AsOf is { } asOf ? Light(row, asOf) : null };
        return (row, CopyKey.Of(TableKind.Projects, [entry.Mapping.List?.Key ?? entry.Mapping.Sheet, .. row.Identity]));
    }

    private static string Light(ProjectRow row, DateOnly asOf) =>
        ProjectLights.OfPlan(row.Start, row.Finish, row.Percent ?? 0, asOf).ToString().ToLowerInvariant();

    private static DateOnly? Planned(EntryReader entry, string field, bool isEnd)
    {
        if (entry.Word(field) is not { } text)
        {
            if (!entry.IsDamaged(field))
            {
                entry.Refuse(field, "missing_date");
            }
            return null;
        }
        var day = PlanDay.Read(entry.Cell(field), text, entry.Scope.DefaultYear, isEnd);
        if (day is null)
        {
            entry.Refuse(field, "impossible_date");
        }
        return day;
    }

    private static (string? Lead, IReadOnlyList<string> Assist) Units(EntryReader entry, string? town, string? owner)
    {
        var lead = entry.UnitCodes("lead", town, null);
        var more = entry.UnitCodes("assist", town, null);
        if (lead.Count == 0 && owner is null && !entry.IsDamaged("lead"))
        {
            entry.Refuse("lead", "unknown_unit");
        }
        var leads = lead.Count > 0 ? lead[0] : owner;
        return (leads, [.. lead.Concat(more).Where(code => code != leads).Distinct()]);
    }

    private static decimal? Percent(EntryReader entry)
    {
        if (entry.Word("percent") is not { } text)
        {
            return null;
        }
        if (PercentCell.TryRead(text, out var points))
        {
            return points;
        }
        entry.Refuse("percent", "unreadable_percent");
        return null;
    }

    private static long? Money(EntryReader entry)
    {
        if (entry.Text("money") is not { } text)
        {
            return null;
        }
        var header = string.Concat(entry.Mapping.Headers.FirstOrDefault(h => h.Field == "money")?.Texts ?? []);
        var reading = MoneyCell.Read(text, header.Contains('元', StringComparison.Ordinal) ? header : entry.Mapping.MoneyUnit, out var fen);
        if (reading is CellReading.NoUnit or CellReading.Unreadable)
        {
            entry.Refuse("money", reading == CellReading.NoUnit ? "money_without_unit" : "unreadable_money");
        }
        return reading == CellReading.Read ? fen : null;
    }

    private static IReadOnlyList<Quantity> Targets(EntryReader entry)
    {
        if (!entry.Has("target") || entry.Needed("target", "missing_target") is not { } text)
        {
            return [];
        }
        var targets = TargetsText.Read(text);
        if (targets.Count == 0)
        {
            entry.Refuse("target", "unreadable_target");
        }
        return targets;
    }

    private static string? TypedLight(EntryReader entry) =>
        entry.Word("light") is { } word ? entry.Scope.Words.Lights.GetValueOrDefault(Fold.Tight(word).ToLowerInvariant())
        : entry.Cell("light").Hue is var hue and not CellHue.None ? hue.ToString().ToLowerInvariant()
        : null;

    private static string? Tight(string? text) => text is null ? null : Fold.Tight(text);
}
