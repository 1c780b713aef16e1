using System.Security.Cryptography;

namespace Zhuoluo.Rooms.Files.Scanning;

/// <summary>
/// Where files wait for the checking program, and where those lie that it could not judge: in the data folder, readable by this account only,
/// named by their digest, no longer than a week because no erasure reaches them.
/// </summary>
internal sealed class Quarantine(ScanOptions options)
{
    public static readonly TimeSpan Longest = TimeSpan.FromDays(7);
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private readonly string _waiting = Path.Combine(options.Folder, "scanning");
    private readonly string _aside = Path.Combine(options.Folder, "quarantine");
    private long _last;

    /// <summary>The path of the bytes for the program; taken away by <see cref="End"/>.</summary>
    public async Task<string> BeginAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        Make(_waiting);
        var path = Path.Combine(_waiting, $"{Environment.ProcessId}-{Interlocked.Increment(ref _last)}");
        var how = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write, Share = FileShare.None };
        if (!OperatingSystem.IsWindows())
        {
            how.UnixCreateMode = OwnerOnly;
        }
        await using var file = new FileStream(path, how);
        await file.WriteAsync(bytes, cancel);
        return path;
    }

    public static void End(string? path)
    {
        if (path is not null)
        {
            File.Delete(path);
        }
    }

    public void PutAside(string path, ReadOnlyMemory<byte> bytes)
    {
        Make(_aside);
        if (File.Exists(path))
        {
            File.Move(path, Path.Combine(_aside, Convert.ToHexStringLower(SHA256.HashData(bytes.Span))), overwrite: true);
        }
    }

    /// <summary>Takes away what has lain for a week.</summary>
    public void Sweep(DateTimeOffset now)
    {
        foreach (var path in new[] { _waiting, _aside }.Where(Directory.Exists).SelectMany(Directory.EnumerateFiles))
        {
            if (File.GetLastWriteTimeUtc(path) < (now - Longest).UtcDateTime)
            {
                File.Delete(path);
            }
        }
    }

    private static void Make(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            Directory.CreateDirectory(folder);
        }
        else
        {
            Directory.CreateDirectory(folder, OwnerOnly | UnixFileMode.UserExecute);
        }
    }
}
