namespace Zhuoluo.Verify;

/// <summary>What a run found; the number is what the command returns to the shell.</summary>
internal enum Verdict
{
    /// <summary>Everything asked for was proved.</summary>
    Verified = 0,

    /// <summary>Something is wrong, and it can be said what.</summary>
    Wrong = 1,

    /// <summary>It could not be read, or the key for it was not given: it may be right or wrong.</summary>
    CouldNotTell = 2,
}
