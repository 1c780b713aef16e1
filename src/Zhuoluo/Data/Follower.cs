namespace Zhuoluo.Data;

/// <summary>
/// Reacts to entries in their order: tallies, search index, notices. Its output and its position are written in one
/// transaction, so that it can be killed anywhere and never does a thing twice or leaves one out.
/// </summary>
internal interface IFollower
{
    /// <summary>Stable name; its position is stored under it. Give a new name to rebuild from the beginning.</summary>
    string Name { get; }

    /// <summary>Whether its output is no table of the model and is made again by reading from the first entry, after a move too.</summary>
    bool IsMadeAnew => false;

    /// <summary>Does what the batch asks for, with rows of <paramref name="work"/> only.</summary>
    Task FollowAsync(Work work, IReadOnlyList<Followed> batch, CancellationToken cancel);
}

/// <summary>What a follower sees of an entry.</summary>
internal sealed record Followed(long Idx, string Kind, string SubjectKind, long SubjectId);
