using System.Diagnostics;

namespace Zhuoluo.Foundation;

/// <summary>A program of the county's own that is asked something: started without a shell, with no secret of this process in its environment.</summary>
/// <param name="Name">Name or path.</param>
/// <param name="Arguments">In order.</param>
/// <param name="Limit">How long it may take; it is ended then with all that it started.</param>
internal sealed record OutsideProgram(string Name, IReadOnlyList<string> Arguments, TimeSpan Limit)
{
    /// <summary>What it is given besides PATH.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>The exit code, or null when the time was up. What it prints goes nowhere: it may repeat what it was given.</summary>
    /// <exception cref="System.ComponentModel.Win32Exception">There is no such program.</exception>
    public async Task<int?> AskAsync(string input, CancellationToken cancel)
    {
        using var process = Process.Start(Start()) ?? throw new IOException("Not started.");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancel);
        time.CancelAfter(Limit);
        try
        {
            await GiveAsync(process, input, time.Token);
            await process.WaitForExitAsync(time.Token);
            return process.ExitCode;
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            cancel.ThrowIfCancellationRequested();
            return null;
        }
    }

    private static async Task GiveAsync(Process process, string input, CancellationToken cancel)
    {
        try
        {
            await process.StandardInput.WriteAsync(input.AsMemory(), cancel);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It did not want to read; its exit code says what it makes of that.
        }
    }

    private ProcessStartInfo Start()
    {
        var start = new ProcessStartInfo(Name, Arguments) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true };
        var search = start.Environment.TryGetValue("PATH", out var given) ? given : null;
        start.Environment.Clear();
        start.Environment["PATH"] = search;
        foreach (var (name, value) in Environment)
        {
            start.Environment[name] = value;
        }
        return start;
    }
}
