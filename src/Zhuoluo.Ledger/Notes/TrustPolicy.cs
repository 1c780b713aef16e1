namespace Zhuoluo.Ledger.Notes;

/// <summary>
/// Whom a reader trusts: keys of logs, keys of witnesses, and which witnesses must have signed (C2SP tlog-policy). A checkpoint is trusted
/// when any listed key of its log signed it and the quorum is met.
/// </summary>
public sealed class TrustPolicy
{
    private readonly IReadOnlyList<LogKey> _logs;
    private readonly IReadOnlyDictionary<string, VerifierKey> _witnesses;
    private readonly IReadOnlyDictionary<string, WitnessGroup> _groups;
    private readonly string? _quorum;

    internal TrustPolicy(IReadOnlyList<LogKey> logs, IReadOnlyDictionary<string, VerifierKey> witnesses, IReadOnlyDictionary<string, WitnessGroup> groups, string? quorum) =>
        (_logs, _witnesses, _groups, _quorum) = (logs, witnesses, groups, quorum);

    /// <summary>Trusts these keys of logs and asks for no witness.</summary>
    public TrustPolicy(params IEnumerable<LogKey> logs)
        : this([.. logs], new Dictionary<string, VerifierKey>(), new Dictionary<string, WitnessGroup>(), null)
    {
    }

    /// <summary>The keys of logs.</summary>
    public IReadOnlyList<LogKey> Logs => _logs;

    /// <summary>The keys of witnesses, by the names the policy gives them.</summary>
    public IReadOnlyDictionary<string, VerifierKey> Witnesses => _witnesses;

    /// <summary>Reads a policy file: lines <c>log</c>, <c>witness</c>, <c>group</c>, <c>quorum</c>.</summary>
    /// <exception cref="FormatException">It is none; the message names the line.</exception>
    public static TrustPolicy Parse(string text) => PolicyText.Read(text);

    /// <summary>Whether a note is a checkpoint to trust.</summary>
    public CheckpointVerdict Check(SignedNote note)
    {
        ArgumentNullException.ThrowIfNull(note);
        Checkpoint checkpoint;
        try
        {
            checkpoint = Checkpoint.Parse(note.Text);
        }
        catch (FormatException)
        {
            return new CheckpointVerdict(CheckpointFault.NotACheckpoint, null, []);
        }
        var keys = _logs.Where(l => l.Key.Name == checkpoint.Origin).ToList();
        if (keys.Count == 0)
        {
            return new CheckpointVerdict(CheckpointFault.UnknownOrigin, checkpoint, []);
        }
        if (note.Verify([.. keys.Select(k => k.Key), .. _witnesses.Values]) is not { } signed)
        {
            return new CheckpointVerdict(CheckpointFault.WrongSignature, checkpoint, []);
        }
        var own = keys.Where(k => signed.Contains(k.Key)).ToList();
        var fault = own.Count == 0 ? CheckpointFault.NotSigned
            : own.All(k => k.LastSize < checkpoint.Size) ? CheckpointFault.KeyEnded
            : _quorum is not null && !HasSigned(_quorum, signed) ? CheckpointFault.NoQuorum
            : CheckpointFault.None;
        return new CheckpointVerdict(fault, checkpoint, signed);
    }

    // A group signs when at least so many of its members do; a member may be a group that was defined before.
    private bool HasSigned(string name, IReadOnlyList<VerifierKey> signed) =>
        _witnesses.TryGetValue(name, out var key) ? signed.Contains(key) : _groups[name].Members.Count(m => HasSigned(m, signed)) >= _groups[name].Least;
}
