namespace Zhuoluo.Rooms.Matters.Telling;

/// <summary>How a requester hears of their matter. Only for those who want to; the address itself lies sealed in the contact and goes with it.</summary>
internal sealed class RequesterWay
{
    public required long MatterId { get; init; }
    public required bool ByMail { get; set; }
    public required bool BySms { get; set; }

    /// <summary>The requester wants the query code in the first mail: their own choice, never of a confidential matter.</summary>
    public required bool WithCode { get; set; }

    /// <summary>Language of the page on which it was written.</summary>
    public required string LanguageCode { get; set; }

    /// <summary>What happened before is not told: when it was raised, or messages were turned on again.</summary>
    public required DateTimeOffset FromAt { get; set; }

    /// <summary>Since when nothing more is wanted.</summary>
    public DateTimeOffset? StoppedAt { get; set; }

    public IEnumerable<TellBy> Ways => new[] { (IsOn: ByMail, Way: TellBy.Mail), (IsOn: BySms, Way: TellBy.Sms) }.Where(w => w.IsOn).Select(w => w.Way);
}

/// <summary>Numbers are stored; never renumber. Texts: <c>tell.by.{way}</c>.</summary>
internal enum TellBy { Mail = 1, Sms = 2 }

/// <summary>Numbers are stored; never renumber. Texts: <c>tell.of.{occasion}</c>.</summary>
internal enum Occasion { Received = 1, Asked = 2, Extended = 3, Answered = 4, Closed = 5, Reopened = 6, RatingLink = 7 }

/// <summary>Something that a requester is told. Holds no address and no text: both are made when it goes out, and nothing of them stays.</summary>
internal sealed record RequesterMessage
{
    public required long Id { get; init; }
    public required long MatterId { get; init; }
    public required TellBy Way { get; init; }
    public required Occasion Occasion { get; init; }
    public required int Round { get; init; }

    /// <summary>The occasion and the way; unique, so that nobody is told twice.</summary>
    public required string Mark { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset NextAt { get; init; }
    public int Tries { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Given up, too late, or no longer wanted.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>Type of the last fault; no text of it, which could hold the address.</summary>
    public string? Fault { get; init; }
}
