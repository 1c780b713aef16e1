using System.Diagnostics;
using Npgsql;

namespace Zhuoluo.Bench;

/// <summary>A PostgreSQL of our own for this run, with its usual durable settings; null when none is installed. It refuses to run as root, so as root it runs as "postgres".</summary>
internal sealed class PostgresHouse : IDisposable
{
    private readonly string _programs;
    private readonly string _data;
    private readonly bool _asRoot;

    private PostgresHouse(string programs, string folder)
    {
        (_programs, _data, _asRoot) = (programs, Path.Combine(folder, "data"), Environment.UserName == "root");
        if (_asRoot)
        {
            Run("chown", "postgres", folder);
        }
        RunAs(Path.Combine(programs, "initdb"), "-D", _data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-instructions");
        RunAs(Path.Combine(programs, "pg_ctl"), "-D", _data, "-w", "-l", Path.Combine(folder, "log"), "-o",
            $"-c listen_addresses= -c unix_socket_directories={folder} -c shared_buffers=256MB -c max_wal_size=4GB", "start");
        Connection = new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres" }.ToString();
    }

    public string Connection { get; }

    public static PostgresHouse? Start()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        // The socket's path may have at most 107 bytes, so the folder is short.
        return programs is null ? null : new PostgresHouse(programs, Directory.CreateTempSubdirectory("zlpb").FullName);
    }

    public void Dispose()
    {
        RunAs(Path.Combine(_programs, "pg_ctl"), "-D", _data, "-m", "immediate", "stop");
        Directory.Delete(Path.GetDirectoryName(_data)!, recursive: true);
    }

    private void RunAs(string program, params string[] arguments)
    {
        if (_asRoot)
        {
            Run("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]);
        }
        else
        {
            Run(program, arguments);
        }
    }

    private static void Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = "/tmp" })!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }
}
