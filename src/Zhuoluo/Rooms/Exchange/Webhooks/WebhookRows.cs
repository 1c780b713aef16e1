namespace Zhuoluo.Rooms.Exchange.Webhooks;

/// <summary>An address of another program that is told when something public happens to a matter.</summary>
internal sealed record Webhook
{
    public const int LongestName = 60;
    public const int LongestUrl = 300;

    public required long Id { get; init; }
    public required string Name { get; init; }
    public required string Url { get; init; }

    /// <summary>Key and sealed bytes of the secret that signs.</summary>
    public required long KeyId { get; init; }

    public required byte[] SecretSealed { get; init; }

    /// <summary>Kinds of entries, separated by spaces.</summary>
    public required string Kinds { get; init; }

    public required DateTimeOffset MadeAt { get; init; }

    /// <summary>Deliveries in a row that were given up.</summary>
    public int Failures { get; init; }

    /// <summary>Stopped by itself after too many failures; an administrator starts it again.</summary>
    public DateTimeOffset? StoppedAt { get; init; }

    public DateTimeOffset? RemovedAt { get; init; }

    public bool Wants(string kind) => Kinds.Split(' ').Contains(kind, StringComparer.Ordinal);
}

/// <summary>One event for one address: also the log of what was sent.</summary>
internal sealed record WebhookDelivery
{
    public required long Id { get; init; }
    public required long WebhookId { get; init; }

    /// <summary>Index of the entry in the ledger.</summary>
    public required long Idx { get; init; }

    public required string Kind { get; init; }
    public required string Number { get; init; }

    /// <summary>When it happened, as the entry says.</summary>
    public required DateTimeOffset At { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset NextAt { get; init; }
    public int Tries { get; init; }

    /// <summary>HTTP status of the last try.</summary>
    public int? Status { get; init; }

    /// <summary>Type of the last fault.</summary>
    public string? Fault { get; init; }

    public DateTimeOffset? DoneAt { get; init; }
    public DateTimeOffset? DroppedAt { get; init; }
}
