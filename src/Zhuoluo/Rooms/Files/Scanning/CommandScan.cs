using System.ComponentModel;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files.Scanning;

/// <summary>
/// Asks a program such as <c>clamdscan --fdpass</c>: 0 lets a file through, 1 refuses it, everything else (another code, none in time, no
/// program) means that it could not be checked, and nothing goes past unchecked.
/// </summary>
internal sealed partial class CommandScan(ScanOptions options, Quarantine quarantine, ILogger<CommandScan> log) : IFileScan, IDisposable
{
    private const int Clean = 0;
    private const int Found = 1;
    private const int AtOnce = 2;

    // Many uploads at a time must not start as many programs.
    private readonly SemaphoreSlim _turns = new(AtOnce, AtOnce);

    public async Task<Refusal?> LookAsync(ReadOnlyMemory<byte> bytes, CancellationToken cancel)
    {
        await _turns.WaitAsync(cancel);
        string? path = null;
        try
        {
            path = await quarantine.BeginAsync(bytes, cancel);
            var program = new OutsideProgram(options.Program, [.. options.Arguments.Select(a => a.Replace(ScanOptions.Place, path, StringComparison.Ordinal))], options.Limit);
            var code = await program.AskAsync("", cancel);
            if (code == Clean)
            {
                return null;
            }
            if (code == Found)
            {
                Refused(log);
                return new FileHarmful();
            }
            NotChecked(log, code is { } said ? $"code {said}" : "no answer in time");
            if (options.KeepsUnsure)
            {
                quarantine.PutAside(path, bytes);
            }
        }
        catch (Exception fault) when (fault is Win32Exception or IOException or UnauthorizedAccessException)
        {
            NotChecked(log, fault.GetType().Name);
        }
        finally
        {
            Quarantine.End(path);
            _turns.Release();
        }
        return new FileNotChecked();
    }

    public void Dispose() => _turns.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "The checking program found something in a file, which was refused")]
    private static partial void Refused(ILogger log);

    [LoggerMessage(Level = LogLevel.Error, Message = "A file could not be checked and was refused: {What}")]
    private static partial void NotChecked(ILogger log, string what);
}
