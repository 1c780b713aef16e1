namespace Zhuoluo.Ledger.Notes;

/// <summary>The lines of a policy file (C2SP tlog-policy, "Policy file syntax and structure").</summary>
internal static class PolicyText
{
    private const string None = "none";
    private static readonly char[] _blanks = [' ', '\t'];

    public static TrustPolicy Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        List<LogKey> logs = [];
        Dictionary<string, VerifierKey> witnesses = new(StringComparer.Ordinal);
        Dictionary<string, WitnessGroup> groups = new(StringComparer.Ordinal);
        HashSet<string> members = new(StringComparer.Ordinal);
        string? quorum = null;
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            switch (line.Split(_blanks, StringSplitOptions.RemoveEmptyEntries))
            {
                case [] or [['#', ..], ..]:
                    break;
                // The address is of no use to who only verifies.
                case ["log", var vkey, .. { Length: <= 1 }] when Key(vkey, KeyKind.Signature) is { } key && !logs.Exists(l => l.Key.PublicKey.SequenceEqual(key.PublicKey)):
                    logs.Add(new LogKey(key));
                    break;
                case ["witness", var name, var vkey, .. { Length: <= 1 }] when IsNew(name) && Key(vkey, KeyKind.Cosignature) is { } key && !witnesses.Values.Any(w => w.PublicKey.SequenceEqual(key.PublicKey)):
                    witnesses.Add(name, key);
                    break;
                case ["group", var name, var least, .. { Length: > 0 } names] when IsNew(name) && Least(least, names.Length) is { } count && names.All(n => IsKnown(n) && members.Add(n)):
                    groups.Add(name, new WitnessGroup(count, names));
                    break;
                case ["quorum", var name] when quorum is null && (name == None || IsKnown(name)):
                    quorum = name;
                    break;
                default:
                    throw new FormatException($"Line {Decimals.Format(number)} of the policy is not understood: log VKEY, witness NAME VKEY, group NAME all|any|K NAME…, quorum NAME|none.");
            }
        }
        return quorum is null ? throw new FormatException("The policy has no quorum line.") : new TrustPolicy(logs, witnesses, groups, quorum == None ? null : quorum);

        bool IsKnown(string name) => witnesses.ContainsKey(name) || groups.ContainsKey(name);
        bool IsNew(string name) => name != None && !IsKnown(name);
    }

    private static VerifierKey? Key(string vkey, KeyKind kind) => VerifierKey.Parse(vkey) is var key && key.Kind == kind ? key : null;

    private static int? Least(string word, int members) => word switch
    {
        "all" => members,
        "any" => 1,
        _ when Decimals.TryParse(word, out var count) && count >= 1 && count <= members => (int)count,
        _ => null,
    };
}
