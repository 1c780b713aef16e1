using System.Runtime.InteropServices;

namespace Zhuoluo.Ledger.Stores;

/// <summary>Files that are there whole or not at all after the power fails: temporary file, fsync, rename, fsync of the folder.</summary>
public static partial class DurableFiles
{
    private const string Unfinished = ".unfinished";
    private const int OpenFolderToRead = 0;

    /// <summary>Replaces a file; on disk is the one before or this one. The rename is durable when this returns.</summary>
    public static async Task ReplaceAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await WriteAsync(path, bytes, cancel);
        Flush(Path.GetDirectoryName(Path.GetFullPath(path))!);
    }

    /// <summary>The same without the fsync of the folder: the bytes are on disk, the name may not be until <see cref="Flush"/>.</summary>
    internal static async Task WriteAsync(string path, ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        ArgumentNullException.ThrowIfNull(path);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        // A file left over by a crash is begun anew; two writers of one file exclude each other.
        await using (var file = new FileStream(path + Unfinished, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0))
        {
            await file.WriteAsync(bytes, cancel);
            file.Flush(flushToDisk: true);
        }
        File.Move(path + Unfinished, path, overwrite: true);
    }

    /// <summary>Makes the names in a folder durable. .NET opens no folders; where the system is no Unix its file system does that by itself.</summary>
    /// <param name="folder">Which.</param>
    /// <exception cref="IOException">The folder cannot be opened or forced to disk.</exception>
    public static void Flush(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var handle = Open(folder, OpenFolderToRead);
        if (handle < 0)
        {
            throw new IOException($"{folder} could not be opened to be made durable (error {Marshal.GetLastPInvokeError()}).");
        }
        var isDone = Fsync(handle) == 0;
        var error = Marshal.GetLastPInvokeError();
        _ = Close(handle);
        if (!isDone)
        {
            throw new IOException($"{folder} could not be made durable (error {error}).");
        }
    }

    [LibraryImport("libc", EntryPoint = "open", SetLastError = true, StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Open(string path, int flags);

    [LibraryImport("libc", EntryPoint = "fsync", SetLastError = true)]
    private static partial int Fsync(int handle);

    [LibraryImport("libc", EntryPoint = "close", SetLastError = true)]
    private static partial int Close(int handle);
}
