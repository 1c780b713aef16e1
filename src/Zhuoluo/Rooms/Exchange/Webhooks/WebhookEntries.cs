using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>An address was added; where it is stands in its row only.</summary>
internal sealed record WebhookAddedV1(int Kinds) : IEntry
{
    public static string Kind => "webhook.added";
    public static int Version => 1;
}

/// <summary>Removed, or started again.</summary>
internal sealed record WebhookChangedV1(bool Removed) : IEntry
{
    public static string Kind => "webhook.changed";
    public static int Version => 1;
}

/// <summary>Stopped by itself after so many deliveries in a row that were given up.</summary>
internal sealed record WebhookStoppedV1(int Failures) : IEntry
{
    public static string Kind => "webhook.stopped";
    public static int Version => 1;
}
