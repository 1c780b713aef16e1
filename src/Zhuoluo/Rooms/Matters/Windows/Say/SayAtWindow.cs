using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Windows.Say;

/// <summary>Somebody says something about the window whose code they scanned.</summary>
internal sealed record SayAtWindow(string Token, Tone Tone, string Text)
{
    /// <summary>Of whom, in the sender's words: a name or the number of a badge.</summary>
    public string? StaffText { get; init; }
    public Contact Contact { get; init; } = new(null, null, null);
    public TellMe? Tell { get; init; }
    public int? NoticeVersion { get; init; }
    public string? OnceKey { get; init; }
}

/// <summary>No window has this code, or no longer.</summary>
internal sealed record UnknownWindowCode() : Refusal("unknown-window-code")
{
    public override RefusalKind Kind => RefusalKind.Missing;
}

/// <summary>A matter is kept from whom it is about. Says nothing of whom.</summary>
internal sealed record MatterShieldedV1(bool AtIntake) : IEntry
{
    public static string Kind => "matter.shielded";
    public static int Version => 1;
}
