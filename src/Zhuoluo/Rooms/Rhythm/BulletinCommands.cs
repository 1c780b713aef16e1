namespace Zhuoluo.Rooms.Rhythm;

/// <summary>A draft over a period, counted now.</summary>
internal sealed record DraftBulletin(BulletinKind Kind, long OfficeId, DateOnly From, DateOnly To, string Series)
{
    /// <summary>The issued one that it corrects; kind, office, period and series are then that one's.</summary>
    public long? CorrectsId { get; init; }
    public long? BeatId { get; init; }
}

internal sealed record WriteBulletin(long Id, int Version, string? Title, string? Series, string? Prose)
{
    public string? Addressee { get; init; }
    public string? CopiesTo { get; init; }
}

internal sealed record MoveBulletin(long Id, BulletinVerb Verb, int Version)
{
    public string? Note { get; init; }
}

/// <summary>Numbers stand in entries; never renumber.</summary>
internal enum BulletinVerb { Write = 1, Recount = 2, Send = 3, Return = 4, Approve = 5, Issue = 6, Publish = 7 }
