using System.CommandLine;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Verify.Commands;

namespace Zhuoluo.Verify;

/// <summary>The command line: <c>zhuoluo-verify checkpoint | full | inclusion | consistency | receipt | monitor</c>.</summary>
internal sealed class VerifyTool(TextWriter output, Func<string, ITileSource> open)
{
    private readonly Option<string[]> _keys = new("--key") { Description = "Key of the log: its vkey line, or a file of such lines. May be given several times", Recursive = true };
    private readonly Option<FileInfo?> _policy = new("--policy") { Description = "Instead of --key: a tlog-policy file with the keys of logs and witnesses and the quorum", Recursive = true };
    private readonly Option<string?> _language = new("--language") { Description = "Language of the answer: zh or en", Recursive = true };

    public async Task<int> RunAsync(string[] args, CancellationToken cancel)
    {
        _language.AcceptOnlyFromAmong(Texts.Chinese, Texts.English);
        var root = new RootCommand("Checks a public ledger (C2SP tlog-tiles) with its published key. Returns 0 verified, 1 wrong, 2 could not tell.")
        {
            _keys,
            _policy,
            _language,
            CheckpointCommand.Create(this),
            FullCommand.Create(this),
            InclusionCommand.Create(this),
            ConsistencyCommand.Create(this),
            ReceiptCommand.Create(this),
            MonitorCommand.Create(this),
        };
        var parsed = root.Parse(args);
        var code = await parsed.InvokeAsync(new InvocationConfiguration { Output = output, Error = output, EnableDefaultExceptionHandler = false }, cancel);
        return parsed.Errors.Count > 0 ? (int)Verdict.CouldNotTell : code;
    }

    public static Argument<string> Log() => new("log") { Description = "Web address of the log (the prefix before /checkpoint), or the folder in which its files lie" };

    /// <summary>Runs a command and turns whatever happens into a verdict.</summary>
    public async Task<int> RunAsync(ParseResult parsed, Func<Job, Task<Verdict>> work, CancellationToken cancel)
    {
        var report = new Report(output, Texts.In(parsed.GetValue(_language)));
        var verdict = Verdict.CouldNotTell;
        try
        {
            verdict = await ReadPolicyAsync(parsed, report, cancel) is { } policy ? await work(new Job(policy, report, open, cancel)) : Verdict.CouldNotTell;
        }
        catch (FormatException fault)
        {
            report.Say("fault.format", fault.Message);
            verdict = Verdict.Wrong;
        }
        catch (LedgerStopException fault)
        {
            report.Say("fault.wrong", fault.Message);
            verdict = Verdict.Wrong;
        }
        catch (MissingTileException fault)
        {
            report.Say("fault.missing", fault.Tile.ToString());
        }
        catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
        {
            report.Say("fault.unreadable", fault.Message);
        }
        report.Say($"verdict.{verdict}");
        return (int)verdict;
    }

    private async Task<TrustPolicy?> ReadPolicyAsync(ParseResult parsed, Report report, CancellationToken cancel)
    {
        try
        {
            if (parsed.GetValue(_policy) is { } file)
            {
                return TrustPolicy.Parse(await File.ReadAllTextAsync(file.FullName, cancel));
            }
            List<LogKey> keys = [];
            foreach (var given in parsed.GetValue(_keys) ?? [])
            {
                var lines = File.Exists(given) ? await File.ReadAllLinesAsync(given, cancel) : [given];
                keys.AddRange(lines.Select(l => l.Trim()).Where(l => l.Length > 0 && l[0] != '#').Select(VerifierKey.Parse).Where(k => k.Kind == KeyKind.Signature).Select(k => new LogKey(k)));
            }
            if (keys.Count > 0)
            {
                return new TrustPolicy(keys);
            }
            report.Say("key.none");
        }
        catch (FormatException fault)
        {
            report.Say("key.wrong", fault.Message);
        }
        return null;
    }
}
