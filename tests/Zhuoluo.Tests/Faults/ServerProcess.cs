using System.Diagnostics;
using System.Text;
using Zhuoluo.Data;

namespace Zhuoluo.Tests.Faults;

/// <summary>The built server in a process of its own, as an office runs it: it can be killed without a word of warning.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private const string Greeting = "Zhuoluo serves ";

    private readonly Process _process;
    private readonly StringBuilder _complaints = new();

    private ServerProcess(Process process)
    {
        _process = process;
        _process.ErrorDataReceived += (_, line) =>
        {
            lock (_complaints)
            {
                _complaints.AppendLine(line.Data);
            }
        };
        _process.BeginErrorReadLine();
    }

    public Uri Address { get; private set; } = null!;

    /// <summary>Answers when the server does.</summary>
    public static async Task<ServerProcess> StartAsync(DatabaseOptions database)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "zhuoluo.dll"), "serve", "--urls", "http://127.0.0.1:0" },
            WorkingDirectory = database.Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ZHUOLUO_DATA"] = database.Folder;
        if (database.PostgreSql is { } postgres)
        {
            start.Environment["ZHUOLUO_POSTGRES"] = postgres;
        }
        else
        {
            start.Environment.Remove("ZHUOLUO_POSTGRES");
        }
        var server = new ServerProcess(Process.Start(start)!);
        while (await server._process.StandardOutput.ReadLineAsync() is { } line)
        {
            if (line.StartsWith(Greeting, StringComparison.Ordinal))
            {
                server.Address = new Uri(line[Greeting.Length..]);
                return server;
            }
        }
        await server.DisposeAsync();
        throw new InvalidOperationException($"The server did not start: {server._complaints}");
    }

    /// <summary>SIGKILL: no handler runs, nothing is flushed.</summary>
    public void Kill() => _process.Kill();

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }
        await _process.WaitForExitAsync();
        _process.Dispose();
    }
}
