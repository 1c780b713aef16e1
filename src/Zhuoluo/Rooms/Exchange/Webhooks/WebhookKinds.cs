namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>The events that may be told outside: what happened to a matter, as everybody may know it who knows its number.</summary>
internal static class WebhookKinds
{
    public static IReadOnlyList<string> All { get; } =
    [
        "matter.registered", "matter.accepted", "matter.assigned", "matter.signed", "matter.returned", "matter.answered",
        "matter.closed", "matter.reopened", "matter.rated", "matter.published",
    ];
}
