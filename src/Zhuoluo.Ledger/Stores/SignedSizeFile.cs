using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Ledger.Stores;

/// <summary>
/// The highest size ever signed, kept outside the database (ledger.md section 9): a database that was restored from an older backup shows by it,
/// and must not sign. Holds the text of the checkpoint, so that another root at the same size shows too.
/// </summary>
public sealed class SignedSizeFile(string path)
{
    /// <summary>What was signed last; null when nothing was.</summary>
    /// <exception cref="LedgerStopException">The file is there and cannot be understood.</exception>
    public async Task<Checkpoint?> ReadAsync(CancellationToken cancel)
    {
        try
        {
            return Checkpoint.Parse(await File.ReadAllTextAsync(path, cancel));
        }
        catch (Exception fault) when (fault is FileNotFoundException or DirectoryNotFoundException)
        {
            return null;
        }
        catch (FormatException fault)
        {
            throw new LedgerStopException($"{path} does not hold a checkpoint.", fault);
        }
    }

    /// <summary>
    /// Is called before a checkpoint is signed. When it returns, the size is durable: a crash after it leaves a size that was announced and
    /// perhaps not signed, and the same tree is signed again.
    /// </summary>
    /// <exception cref="LedgerStopException">A larger tree, or another tree of this size, was signed before.</exception>
    public async Task RaiseAsync(Checkpoint checkpoint, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (await ReadAsync(cancel) is { } last && last.Origin == checkpoint.Origin)
        {
            if (last.Size > checkpoint.Size || (last.Size == checkpoint.Size && last.Root != checkpoint.Root))
            {
                throw new LedgerStopException($"{path} says that size {Decimals.Format(last.Size)} with root {last.Root} was signed; size {Decimals.Format(checkpoint.Size)} with root {checkpoint.Root} must not be. Was an old backup restored?");
            }
            if (last.Size == checkpoint.Size)
            {
                return;
            }
        }
        await DurableFiles.ReplaceAsync(path, System.Text.Encoding.UTF8.GetBytes(checkpoint.ToString()), cancel);
    }
}
