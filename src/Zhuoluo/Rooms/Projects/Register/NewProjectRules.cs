using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;
using Zhuoluo.Rooms.Projects.Deeds;

namespace Zhuoluo.Rooms.Projects.Register;

/// <summary>What a new project must be, whoever brings it.</summary>
internal static class NewProjectRules
{
    private const int Whole = 100;

    public static Refusal? Refuse(NewProject asked, OfficesSnapshot offices) =>
        Text(asked.Name, nameof(asked.Name), Project.LongestName, isNeeded: true)
        ?? Text(asked.Content, nameof(asked.Content), Project.LongestText, isNeeded: false)
        ?? (offices.Unit(asked.LeadUnitId) is null ? new UnknownValue(nameof(asked.LeadUnitId)) : null)
        ?? (asked.PlaceCode is { } place && offices.Place(place) is null ? new UnknownValue(nameof(asked.PlaceCode)) : null)
        ?? (asked.AssistingUnitIds.Any(u => offices.Unit(u) is null) ? new UnknownValue(nameof(asked.AssistingUnitIds)) : null)
        ?? (asked.PlannedFinish < asked.PlannedStart ? new BeforeDay(nameof(asked.PlannedFinish), asked.PlannedStart) : (Refusal?)null)
        ?? (asked.Latitude is null != asked.Longitude is null || asked.Latitude is > 90_000_000 or < -90_000_000 || asked.Longitude is > 180_000_000 or < -180_000_000
            ? new UnknownValue(nameof(asked.Latitude)) : null)
        ?? Targets(asked)
        ?? (asked.Money.Any(m => m.Planned < 0 || m.Arrived < 0 || m.Paid < 0 || !Enum.IsDefined(m.Source)) ? new UnknownValue(nameof(asked.Money)) : null)
        ?? Nodes(asked);

    private static Refusal? Targets(NewProject asked) =>
        asked.Targets.Count > NewProject.MostTargets ? new TooLong(nameof(asked.Targets), NewProject.MostTargets)
        : asked.Targets.Any(t => t.Promised < 0 || string.IsNullOrWhiteSpace(t.Unit)) ? new UnknownValue(nameof(asked.Targets))
        : null;

    // Shares that do not add up would make the planned percent a guess.
    private static Refusal? Nodes(NewProject asked) =>
        asked.Nodes.Count == 0 ? null
        : asked.Nodes.Sum(n => n.Weight) != Whole || asked.Nodes.Any(n => n.Weight < 0) ? new NodeWeights()
        : asked.Nodes.Any(n => n.PlannedOn < asked.PlannedStart || n.PlannedOn > asked.PlannedFinish) ? new UnknownValue(nameof(asked.Nodes))
        : null;

    private static Refusal? Text(string? text, string field, int limit, bool isNeeded) =>
        PlainText.Read(text, field, limit).IsRefused(out var refusal, out var read) ? refusal
        : isNeeded && read is null ? new Missing(field)
        : null;
}

/// <summary>The weights of the nodes must add up to a hundred.</summary>
internal sealed record NodeWeights() : Refusal("node-weights")
{
    public override string? Field => "Nodes";
}
