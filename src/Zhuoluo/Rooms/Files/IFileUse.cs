namespace Zhuoluo.Rooms.Files;

/// <summary>A room that keeps files says which it still needs; the sweeper asks all of them.</summary>
internal interface IFileUse
{
    /// <summary>Those of <paramref name="digests"/> that a row names.</summary>
    Task<IReadOnlyCollection<string>> UsedAsync(IReadOnlyCollection<string> digests, CancellationToken cancel);
}
