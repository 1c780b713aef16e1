using System.Text;
using Zhuoluo.Foundation;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;

namespace Zhuoluo.Data.Log;

/// <summary>
/// The largest tree that was ever signed here, in a file beside the database: a database that was put back from an old backup has lost it, and
/// must not sign another tree of that size (ledger.md section 9).
/// </summary>
internal sealed class SignedMark(LogOptions options)
{
    /// <summary>What was signed last of this year; null before the first.</summary>
    /// <exception cref="LedgerStopException">The file cannot be read as what this writes.</exception>
    public Checkpoint? Of(int year)
    {
        var file = FileOf(year);
        try
        {
            return File.Exists(file) ? Checkpoint.Parse(Encoding.UTF8.GetString(File.ReadAllBytes(file))) : null;
        }
        catch (FormatException fault)
        {
            throw new LedgerStopException($"{Path.GetFileName(file)}, the mark of the largest tree that was signed, is damaged. Compare the newest published checkpoint and restore the file.", fault);
        }
    }

    /// <summary>On disk when it returns, and only then may the checkpoint be signed.</summary>
    public void Set(int year, Checkpoint checkpoint) => DurableFile.Write(FileOf(year), Encoding.UTF8.GetBytes(checkpoint.ToString()));

    /// <summary>Lets one process of this machine sign at a time; null while another does.</summary>
    /// <exception cref="IOException">The folder cannot be used: shown by /health, and nothing is signed.</exception>
    public IDisposable? TryHold()
    {
        Directory.CreateDirectory(options.Folder);
        var file = Path.Combine(options.Folder, "signing.lock");
        try
        {
            return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
        }
        catch (IOException) when (File.Exists(file))
        {
            return null;
        }
    }

    private string FileOf(int year) => Path.Combine(options.Folder, $"{year}.signed");
}
