namespace Zhuoluo.Rooms.Matters.Mailing;

/// <summary>How somebody wants to hear of notices. One row a person, made when something is chosen or read.</summary>
internal sealed record NoticeChoice
{
    public required long PersonId { get; init; }

    /// <summary>Notices up to this id are read.</summary>
    public long ReadTo { get; init; }

    /// <summary>Bits by the numbers of <see cref="NoticeKind"/>: not even in the application.</summary>
    public long Muted { get; init; }

    /// <summary>Kinds that are mailed at once.</summary>
    public long AtOnce { get; init; }

    /// <summary>Kinds that are mailed once a day.</summary>
    public long Daily { get; init; }

    /// <summary>Minutes of the day between which nothing is mailed; equal: always may be.</summary>
    public int QuietFrom { get; init; }

    public int QuietTo { get; init; }

    /// <summary>The hour of the daily mail.</summary>
    public int DailyHour { get; init; }

    /// <summary>Notices up to this id have been in a daily mail.</summary>
    public long DailyTo { get; init; }

    public DateOnly? DailyOn { get; init; }

    /// <summary>Key and sealed bytes of the e-mail address; null: none.</summary>
    public long? KeyId { get; init; }

    public byte[]? AddressSealed { get; init; }

    public NoticeWay WayOf(NoticeKind kind)
    {
        var bit = 1L << (int)kind;
        return (Muted & bit) != 0 ? NoticeWay.None : (AtOnce & bit) != 0 ? NoticeWay.MailAtOnce : (Daily & bit) != 0 ? NoticeWay.MailDaily : NoticeWay.Here;
    }
}

/// <summary>Texts: <c>notices.way.{way}</c>.</summary>
internal enum NoticeWay { None, Here, MailAtOnce, MailDaily }

/// <summary>
/// A mail to be sent. Holds no address and no text: both are read when it is sent, so that nothing of them outlives its reason.
/// </summary>
internal sealed record OutgoingMail
{
    public required long Id { get; init; }
    public required long PersonId { get; init; }

    /// <summary>The notices of it: the one with both ids, or for a daily mail those after the first up to the second.</summary>
    public required long FromNoticeId { get; init; }

    public required long ToNoticeId { get; init; }
    public required bool IsDaily { get; init; }

    /// <summary>The occasion; unique, so that nobody is told twice.</summary>
    public required string Mark { get; init; }

    public required DateTimeOffset MadeAt { get; init; }
    public required DateTimeOffset NextAt { get; init; }
    public int Tries { get; init; }
    public DateTimeOffset? SentAt { get; init; }

    /// <summary>Given up, or nothing was left to say.</summary>
    public DateTimeOffset? DroppedAt { get; init; }

    /// <summary>Type of the last fault; no text of it, which could hold the address.</summary>
    public string? Fault { get; init; }
}
