namespace Zhuoluo.Rooms.Matters.Windows;

/// <summary>The code on the wall of a window (row F09). Rotating it makes the next edition; the old one then says so to who scans it.</summary>
internal sealed class WindowCode
{
    public required long Id { get; init; }
    public required long UnitId { get; init; }
    public required int Edition { get; init; }

    /// <summary>Print of the token; the token itself is stored nowhere, <see cref="WindowTokens"/> makes it again for the sheet.</summary>
    public required byte[] Print { get; init; }
    public required DateTimeOffset IssuedAt { get; init; }
    public DateTimeOffset? RetiredAt { get; set; }
}

/// <summary>What was said of a window: of which, in what tone. The words are a matter's.</summary>
internal sealed class WindowMessage
{
    public required long MatterId { get; init; }
    public required long UnitId { get; init; }
    public required Tone Tone { get; init; }
    public required DateTimeOffset At { get; init; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum Tone { Praise = 1, Suggestion = 2, Complaint = 3 }
