using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Data.Log;

/// <summary>The private keys of this node: keys/ledger/YEAR.skey, one a line, readable by the service alone. While keys overlap there are two.</summary>
internal sealed partial class LogKeys(LogOptions options) : IDisposable
{
    private const string Purpose = "zhuoluo-move-ledger";
    private const int SeedLength = 32;
    private readonly ConcurrentDictionary<int, Held> _held = new();

    /// <summary>Those of a year; empty when there is no file. Read again when the file was changed.</summary>
    /// <exception cref="FormatException">A line is no key.</exception>
    public IReadOnlyList<SignerKey> Of(int year)
    {
        var file = new FileInfo(FileOf(year));
        if (!file.Exists)
        {
            return [];
        }
        if (_held.TryGetValue(year, out var held) && held.At == file.LastWriteTimeUtc)
        {
            return held.Keys;
        }
        var keys = File.ReadAllLines(file.FullName).Where(l => l.Length > 0).Select(SignerKey.Parse).ToList();
        _held[year] = new Held(file.LastWriteTimeUtc, keys);
        return keys;
    }

    /// <summary>Makes a key of this name and writes it behind those that are there. On disk when it returns.</summary>
    public VerifierKey Add(int year, string origin)
    {
        var (skey, vkey) = SignerKey.Generate(origin, KeyKind.Signature, RandomNumberGenerator.GetBytes(SeedLength));
        Write(year, [.. Lines(year), skey]);
        return vkey;
    }

    /// <summary>Takes a key away, so that it signs no more.</summary>
    public void Remove(int year, VerifierKey key) => Write(year, [.. Lines(year).Where(l => !IsOf(l, key))]);

    /// <summary>All keys under the key of a move: the log goes on in the new house, under its name and with its key.</summary>
    public byte[] SealAll(byte[] under, Chance chance) => Vault.SealUnder(under, JsonSerializer.SerializeToUtf8Bytes(Files().ToDictionary(f => Path.GetFileName(f)!, File.ReadAllText)), Purpose, chance);

    /// <summary>Takes over the keys of the house that moves in.</summary>
    /// <exception cref="CryptographicException">They were changed.</exception>
    public static void TakeOver(LogOptions options, byte[] sealedKeys, byte[] under)
    {
        var files = JsonSerializer.Deserialize<Dictionary<string, string>>(Vault.OpenUnder(under, sealedKeys, Purpose)) ?? [];
        foreach (var (name, text) in files.Where(f => FileName().IsMatch(f.Key)))
        {
            DurableFile.Write(Path.Combine(options.Folder, name), Encoding.ASCII.GetBytes(text));
        }
    }

    public void Dispose()
    {
        foreach (var key in _held.Values.SelectMany(h => h.Keys))
        {
            key.Dispose();
        }
    }

    private IEnumerable<string> Files() => Directory.Exists(options.Folder) ? Directory.EnumerateFiles(options.Folder, "*.skey") : [];

    private string FileOf(int year) => Path.Combine(options.Folder, $"{year}.skey");

    private IEnumerable<string> Lines(int year) => File.Exists(FileOf(year)) ? File.ReadAllLines(FileOf(year)).Where(l => l.Length > 0) : [];

    private void Write(int year, string[] lines)
    {
        DurableFile.Write(FileOf(year), Encoding.ASCII.GetBytes(string.Concat(lines.Select(l => l + "\n"))));
        _held.TryRemove(year, out _);
    }

    private static bool IsOf(string line, VerifierKey key)
    {
        using var signer = SignerKey.Parse(line);
        return signer.Verifier.Equals(key);
    }

    [GeneratedRegex(@"^[0-9]{4}\.skey$")]
    private static partial Regex FileName();

    private sealed record Held(DateTime At, IReadOnlyList<SignerKey> Keys);
}
