using System.Diagnostics.CodeAnalysis;
using System.Runtime.InteropServices;

namespace Zhuoluo.Foundation;

/// <summary>Forces a folder's names to disk, which .NET has no call for; a rename is durable only after it. Elsewhere than on Unix the file system does it.</summary>
internal static class FolderSync
{
    public static void Force(string folder)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }
        var handle = Open([.. System.Text.Encoding.UTF8.GetBytes(folder), 0], 0);
        if (handle < 0)
        {
            throw new IOException($"The folder cannot be opened: error {Marshal.GetLastPInvokeError()}.");
        }
        try
        {
            if (Synchronise(handle) != 0)
            {
                throw new IOException($"The folder cannot be forced to disk: error {Marshal.GetLastPInvokeError()}.");
            }
        }
        finally
        {
            _ = Close(handle);
        }
    }

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "The generator needs unsafe code for the whole application.")]
    [DllImport("libc", EntryPoint = "open", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Open(byte[] path, int flags);

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "The generator needs unsafe code for the whole application.")]
    [DllImport("libc", EntryPoint = "fsync", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Synchronise(int handle);

    [SuppressMessage("Interoperability", "SYSLIB1054", Justification = "The generator needs unsafe code for the whole application.")]
    [DllImport("libc", EntryPoint = "close")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Close(int handle);
}
