namespace Zhuoluo.Rooms.Matters;

/// <summary>What a unit says came of it. One per round; sent-back ones stay.</summary>
internal sealed class Answer
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required int Round { get; init; }
    public required long? UnitId { get; init; }
    public required MatterOutcome Outcome { get; init; }

    /// <summary>Why it is not possible, from the list of grounds; only with <see cref="MatterOutcome.NotPossible"/>.</summary>
    public string? GroundCode { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset At { get; init; }
    public long? PersonId { get; init; }
    public DateTimeOffset? ReviewedAt { get; set; }
    public bool? IsApproved { get; set; }
    public string? ReviewNote { get; set; }

    /// <summary>What looked odd about it before it was sent and was sent all the same.</summary>
    public AnswerFlags Flags { get; init; }

    /// <summary>Key of the tight form of the text, to find the same words again; null for what was taken over from files.</summary>
    public string? Fold { get; init; }
    public long? TemplateId { get; init; }
}

/// <summary>A question to the requester; the clock stands still until it is answered.</summary>
internal sealed class Question
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required string Text { get; init; }
    public required DateTimeOffset AskedAt { get; init; }
    public long? UnitId { get; init; }
    public string? Reply { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
}

/// <summary>A call to the requester after the answer (rules A2.15).</summary>
internal sealed class CallBack
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required int Round { get; init; }
    public required DateTimeOffset At { get; init; }
    public required CallResult Result { get; init; }
    public bool? IsSolved { get; init; }
    public long? PersonId { get; init; }
    public string? Note { get; init; }
}

internal enum CallResult { Reached = 1, NotReached = 2, WantsNoCall = 3 }

/// <summary>The requester's judgement by one-time token (rules A7): five grades, voluntary, once per round.</summary>
internal sealed class Rating
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required int Round { get; init; }

    /// <summary>Fingerprint of the token; the token itself went to the requester.</summary>
    public required byte[] TokenPrint { get; init; }
    public required DateTimeOffset OfferedAt { get; init; }

    /// <summary>The lead unit when it was answered: that is who is judged, whoever leads later.</summary>
    public long? UnitId { get; init; }

    /// <summary>1 very dissatisfied .. 5 very satisfied; null until given.</summary>
    public int? Grade { get; set; }
    public bool? IsSolved { get; set; }
    public string? Comment { get; set; }
    public DateTimeOffset? GivenAt { get; set; }

    /// <summary>The day it was given, in China.</summary>
    public DateOnly? GivenOn { get; set; }

    /// <summary>Which version of the national list of items was shown (rules A7.2); null where none was judged.</summary>
    public string? ItemsVersion { get; set; }
    public RatingSource Source { get; set; }
}

internal enum RatingSource { None = 0, Token = 1, TrackPage = 2, CallBack = 3 }

/// <summary>A judgement of one item of the national list, such as "efficiency" (rules A7.2).</summary>
internal sealed class RatingItem
{
    public required long RatingId { get; init; }
    public required string Code { get; init; }
    public required int Grade { get; init; }
}

/// <summary>Shown to whoever reviews the answer. Numbers are stored; never renumber.</summary>
[Flags]
internal enum AnswerFlags
{
    None = 0,

    /// <summary>The unit sent the same or nearly the same words many times lately.</summary>
    Reused = 1,

    /// <summary>Not one pair of characters of it stands in the matter's title, text or topic.</summary>
    OffTopic = 2,
}
