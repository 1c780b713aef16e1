using Zhuoluo.Ledger.Stores;

namespace Zhuoluo.Foundation;

/// <summary>A small file that after a power cut is either the old one or the new one, whole, and that nobody else on the machine can read.</summary>
internal static class DurableFile
{
    public static void Write(string path, ReadOnlySpan<byte> bytes)
    {
        var folder = Path.GetDirectoryName(path)!;
        Directory.CreateDirectory(folder);
        var draft = $"{path}.{Environment.ProcessId}.new";
        using (var stream = new FileStream(draft, FileMode.Create, FileAccess.Write, FileShare.None))
        {
            if (!OperatingSystem.IsWindows())
            {
                File.SetUnixFileMode(draft, UnixFileMode.UserRead | UnixFileMode.UserWrite);
            }
            stream.Write(bytes);
            stream.Flush(flushToDisk: true);
        }
        File.Move(draft, path, overwrite: true);
        DurableFiles.Flush(folder);
    }
}
