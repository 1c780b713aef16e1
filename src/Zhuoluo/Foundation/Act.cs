namespace Zhuoluo.Foundation;

/// <summary>
/// Who does something, when, why and through which door. Made once at the edge and passed down as a value;
/// nothing below the edge reads a clock or makes an id, a salt or any other chance of its own.
/// </summary>
/// <param name="Who">The person, job or operator that acts, with the roles held at that moment.</param>
/// <param name="At">The one instant of this act, whole microseconds, UTC.</param>
/// <param name="Through">The door: page, API, job or command line.</param>
/// <param name="Why">The reason the actor gave, or null where none is asked for.</param>
/// <param name="Correlation">Ties the log lines and entries of one request together.</param>
/// <param name="Ids">Source of new ids of this act, ordered by time.</param>
/// <param name="Chance">Source of salts, secret codes and tokens of this act.</param>
internal sealed record Act(Actor Who, DateTimeOffset At, Door Through, string? Why, Guid Correlation, IdSource Ids, Chance Chance)
{
    /// <summary>Where the writer notes what it committed for somebody who waits for an answer; null for jobs and commands.</summary>
    public Trail? Trail { get; init; }

    public long NewId() => Ids.Next(At);
    public Act Because(string? why) => this with { Why = why };
}

internal enum Door { Page = 1, Api = 2, Job = 3, Command = 4 }
