using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Data.Log;

/// <summary>A witness that is asked for cosignatures: its key and the address under which it takes them.</summary>
internal sealed record WitnessPlace(VerifierKey Key, Uri Address)
{
    /// <summary>The file in ZHUOLUO_LEDGER_WITNESSES: a line each, "vkey address"; empty lines and lines with # are passed over.</summary>
    /// <exception cref="FormatException">A line is neither; the message names it.</exception>
    public static IReadOnlyList<WitnessPlace> Read(string? file)
    {
        if (string.IsNullOrEmpty(file))
        {
            return [];
        }
        var places = new List<WitnessPlace>();
        foreach (var (line, number) in File.ReadAllLines(file).Select((l, i) => (l.Trim(), i + 1)).Where(l => l.Item1.Length > 0 && l.Item1[0] != '#'))
        {
            places.Add(line.Split(' ', StringSplitOptions.RemoveEmptyEntries) is [var vkey, var address] && Uri.TryCreate(address, UriKind.Absolute, out var uri)
                && VerifierKey.Parse(vkey) is { Kind: KeyKind.Cosignature } key
                    ? new WitnessPlace(key, uri)
                    : throw new FormatException($"{file}, line {number}: a line is the key of a witness (type 4) and its address."));
        }
        return places;
    }
}
