namespace Zhuoluo.Rooms.Evaluation;

/// <summary>
/// The monthly draw of matters to call about (rules A2.15). Anybody can draw again: the matters are put in the order of
/// SHA-256(seed, line break, number), the first ones are it. The list that was drawn from stays as it was.
/// </summary>
internal sealed class CallDraw
{
    public required long Id { get; init; }

    /// <summary>The month of closing, e.g. 202602.</summary>
    public required int Month { get; init; }
    public required string Seed { get; init; }

    /// <summary>First 32 hexadecimal digits of the SHA-256 of <see cref="Numbers"/>.</summary>
    public required string Digest { get; init; }

    /// <summary>The share drawn, in thousandths.</summary>
    public required int Permille { get; init; }
    public required int Population { get; init; }
    public required int Picked { get; init; }

    /// <summary>The numbers drawn from, one a line, in their order.</summary>
    public required string Numbers { get; init; }
    public required DateTimeOffset DrawnAt { get; init; }
    public required string DrawnByName { get; init; }
}

/// <summary>One drawn matter and what its requester said. Never counted together with ratings that people gave of themselves.</summary>
internal sealed class CallPick
{
    public required long Id { get; init; }
    public required long DrawId { get; init; }

    /// <summary>1 for the first drawn.</summary>
    public required int Place { get; init; }
    public required long MatterId { get; init; }
    public required int Round { get; init; }
    public long? UnitId { get; init; }
    public required int Month { get; init; }
    public required PickState State { get; set; }

    /// <summary>Whether the unit got in touch.</summary>
    public bool? IsResponded { get; set; }
    public bool? IsSolved { get; set; }
    public int? Grade { get; set; }
    public DateTimeOffset? EndedAt { get; set; }
    public string? Note { get; set; }
}

/// <summary>Numbers are stored; never renumber.</summary>
internal enum PickState
{
    Waiting = 1,
    Reached = 2,

    /// <summary>Three tries on different days (rules A4.4).</summary>
    NoContact = 3,
    WantsNoCall = 4,
}

internal sealed class CallTry
{
    public required long Id { get; init; }
    public required long PickId { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Matters.CallResult Result { get; init; }
    public long? PersonId { get; init; }
    public string PersonName { get; init; } = "";
    public string? Note { get; init; }
}
