using System.Security.Cryptography;
using System.Text;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Ledger.Witnesses;

/// <summary>One file a log, named by the hash of its origin, since an origin may be anything.</summary>
public sealed class FolderWitnessMemory(string folder) : IWitnessMemory
{
    /// <inheritdoc/>
    public async Task<SignedNote?> ReadAsync(string origin, CancellationToken cancel)
    {
        try
        {
            return SignedNote.Parse(await File.ReadAllBytesAsync(FileOf(origin), cancel));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (FormatException fault)
        {
            throw new LedgerStopException($"{FileOf(origin)} does not hold a checkpoint; a witness that has forgotten must not cosign.", fault);
        }
    }

    /// <inheritdoc/>
    public Task KeepAsync(string origin, SignedNote checkpoint, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        return DurableFiles.ReplaceAsync(FileOf(origin), checkpoint.ToBytes(), cancel);
    }

    private string FileOf(string origin) => Path.Combine(folder, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(origin))) + ".checkpoint");
}
