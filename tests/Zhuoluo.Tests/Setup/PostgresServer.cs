using System.Diagnostics;
using Npgsql;
using Zhuoluo.Data;

namespace Zhuoluo.Tests.Setup;

/// <summary>
/// A PostgreSQL of our own for this run: initdb into a temporary folder, a Unix socket, no network. One for the whole test process,
/// stopped and removed at its end; what a killed run left is removed by the next. PostgreSQL refuses to run as root, so as root it
/// runs as the user "postgres".
/// </summary>
public static class PostgresServer
{
    private static readonly Lazy<string?> _connection = new(Start);
    private static readonly Lazy<Task<string>> _template = new(MakeTemplateAsync);
    private static int _databases;

    /// <summary>Null when no PostgreSQL is installed; tests then say so instead of passing.</summary>
    public static string? WhyNot => _connection.Value is null ? "PostgreSQL 15 is not installed (apt-get install postgresql)" : null;

    /// <summary>A migrated, empty database: a copy of a template that the first caller makes.</summary>
    public static async Task<string> NewDatabaseAsync()
    {
        var template = await _template.Value;
        var name = $"z{Environment.ProcessId}_{Interlocked.Increment(ref _databases)}";
        // By files: page by page through the log takes three times as long.
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {template} STRATEGY FILE_COPY");
        return ConnectionTo(name);
    }

    /// <summary>A run makes hundreds of databases; each is given back when its test is over, or a small disk would be full of them.</summary>
    public static Task DropAsync(string connection) =>
        RunAsync($"DROP DATABASE IF EXISTS {new NpgsqlConnectionStringBuilder(connection).Database} WITH (FORCE)");

    private static async Task<string> MakeTemplateAsync()
    {
        var name = $"template_z{Environment.ProcessId}";
        await RunAsync($"CREATE DATABASE {name} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C'");
        await DataRoom.MigrateAsync(new DatabaseOptions(Path.GetTempPath(), ConnectionTo(name)), CancellationToken.None);
        // A database with open connections cannot be copied.
        NpgsqlConnection.ClearAllPools();
        return name;
    }

    private static string ConnectionTo(string database) => new NpgsqlConnectionStringBuilder(Server) { Database = database, MaxPoolSize = 20 }.ToString();

    private static string Server => _connection.Value ?? throw new InvalidOperationException(WhyNot);

    private static async Task RunAsync(string sql)
    {
        await using var connection = new NpgsqlConnection(Server);
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private static string? Start()
    {
        var programs = Directory.Exists("/usr/lib/postgresql")
            ? Directory.GetDirectories("/usr/lib/postgresql").OrderDescending().Select(d => Path.Combine(d, "bin")).FirstOrDefault(d => File.Exists(Path.Combine(d, "initdb")))
            : null;
        if (programs is null)
        {
            return null;
        }
        var asRoot = Environment.UserName == "root";
        RemoveLeftovers(asRoot, programs);
        // The socket's path may have at most 107 bytes, so the folder is short. Its name says which process it belongs to.
        var folder = Directory.CreateTempSubdirectory($"zlpg{Environment.ProcessId}_").FullName;
        var data = Path.Combine(folder, "data");
        if (asRoot)
        {
            RunAs(asRoot: false, "chown", ["postgres", folder]);
        }
        RunAs(asRoot, Path.Combine(programs, "initdb"), ["-D", data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-instructions"]);
        RunAs(asRoot, Path.Combine(programs, "pg_ctl"), ["-D", data, "-w", "-l", Path.Combine(folder, "log"), "-o", $"-c listen_addresses= -c unix_socket_directories={folder} -c max_connections=600 -c fsync=off -c full_page_writes=off", "start"]);
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Remove(asRoot, programs, folder);
        return new NpgsqlConnectionStringBuilder { Host = folder, Username = "postgres", Database = "postgres" }.ToString();
    }

    private static void RemoveLeftovers(bool asRoot, string programs)
    {
        foreach (var folder in Directory.GetDirectories(Path.GetTempPath(), "zlpg*_*"))
        {
            var owner = Path.GetFileName(folder)["zlpg".Length..].Split('_')[0];
            if (!Directory.Exists($"/proc/{owner}"))
            {
                Remove(asRoot, programs, folder);
            }
        }
    }

    // Left to a shell of its own: the test host is killed soon after its last test. A server that has gone already makes pg_ctl complain, nothing more.
    private static void Remove(bool asRoot, string programs, string folder)
    {
        var line = $"'{Path.Combine(programs, "pg_ctl")}' -D '{Path.Combine(folder, "data")}' -m immediate stop; rm -rf '{folder}'";
        using var left = Process.Start(Command(asRoot, "setsid", ["sh", "-c", $"({line}) >/dev/null 2>&1"]));
    }

    private static void RunAs(bool asRoot, string program, string[] arguments)
    {
        using var process = Process.Start(Command(asRoot, program, arguments))!;
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} ended with {process.ExitCode}.");
        }
    }

    private static ProcessStartInfo Command(bool asRoot, string program, string[] arguments) => asRoot
        ? new("setpriv", ["--reuid=postgres", "--regid=postgres", "--clear-groups", program, .. arguments]) { WorkingDirectory = "/tmp" }
        : new(program, arguments) { WorkingDirectory = "/tmp" };
}
