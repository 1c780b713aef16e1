using System.Text;
using Microsoft.Extensions.Logging.Abstractions;
using Zhuoluo.Rooms.Files.Scanning;

namespace Zhuoluo.Tests.Rooms.Files;

public sealed class CommandScanTests : IDisposable
{
    private const string Script = """
        [ -z "$ZL_SCAN_SECRET" ] || exit 1
        case "$(cat "$1")" in
          good*) exit 0;;
          bad*) echo "found in $1"; exit 1;;
          slow*) sleep 60;;
        esac
        exit 2
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory("zlscan").FullName;

    public CommandScanTests()
    {
        File.WriteAllText(Path.Combine(_folder, "scan.sh"), Script.ReplaceLineEndings("\n"));
        Environment.SetEnvironmentVariable("ZL_SCAN_SECRET", "x");
    }

    [Theory]
    [InlineData("good words", null)]
    [InlineData("bad words", "file-harmful")]
    [InlineData("odd words", "file-not-checked")]
    [InlineData("slow words", "file-not-checked")]
    public async Task Goes_by_what_the_program_returns_and_waits_only_so_long(string words, string? code)
    {
        var refusal = await Scan(Options("quarantine")).LookAsync(Encoding.UTF8.GetBytes(words), default);

        Assert.Equal(code, refusal?.Code);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "scanning")));
        Assert.Equal(code == "file-not-checked" ? 1 : 0, Aside().Length);
    }

    [Fact]
    public async Task What_could_not_be_checked_lies_aside_for_a_week_only_where_that_is_chosen()
    {
        await Scan(Options(null)).LookAsync("odd"u8.ToArray(), default);
        Assert.Empty(Aside());

        var options = Options("quarantine");
        await Scan(options).LookAsync("odd"u8.ToArray(), default);
        var kept = Assert.Single(Aside());
        Assert.Equal("odd", await File.ReadAllTextAsync(kept));
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(kept) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        var put = new DateTimeOffset(File.GetLastWriteTimeUtc(kept), TimeSpan.Zero);
        new Quarantine(options).Sweep(put + Quarantine.Longest);
        Assert.Single(Aside());
        new Quarantine(options).Sweep(put + Quarantine.Longest + TimeSpan.FromSeconds(1));
        Assert.Empty(Aside());
    }

    [Fact]
    public async Task A_program_that_is_not_there_lets_nothing_through()
    {
        var options = ScanOptions.Read("/no/such/program --now", null, null, _folder);
        Assert.Equal("file-not-checked", (await Scan(options).LookAsync("good"u8.ToArray(), default))?.Code);
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(_folder, "scanning")));
    }

    [Theory]
    [InlineData("clamdscan --fdpass", "clamdscan", "--fdpass|{file}")]
    [InlineData("\"/opt/my scanner/run\" -f {file}  --quiet", "/opt/my scanner/run", "-f|{file}|--quiet")]
    [InlineData("", "", "{file}")]
    public void Reads_the_command_line(string line, string program, string arguments)
    {
        var options = ScanOptions.Read(line, "5", null, _folder);
        Assert.Equal(program, options.Program);
        Assert.Equal(arguments.Split('|'), options.Arguments);
        Assert.Equal(program.Length > 0, options.IsOn);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string[] Aside() => Directory.Exists(Path.Combine(_folder, "quarantine")) ? Directory.GetFiles(Path.Combine(_folder, "quarantine")) : [];

    private ScanOptions Options(string? unsure) => ScanOptions.Read("/bin/sh " + Path.Combine(_folder, "scan.sh"), null, unsure, _folder) with { Limit = TimeSpan.FromMilliseconds(700) };

    private static CommandScan Scan(ScanOptions options) => new(options, new Quarantine(options), NullLogger<CommandScan>.Instance);
}
