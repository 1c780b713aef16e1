using System.Globalization;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Import;

namespace Zhuoluo.Rooms.Exchange.Commands;

/// <summary>What a command says to a person at a terminal, in plain English like the rest of the command line.</summary>
internal static class Plain
{
    private const int RefusalsShown = 20;

    public static string Text(Refusal refusal) => refusal.Code switch
    {
        "import-unknown-place" => $"no place goes by \"{refusal.Arguments[0]}\". Import the county's places first: zhuoluo import places.csv --place 360821 --as places",
        "import-no-directory" => "there are no places or units to read it against. First import them: --as places, then --as units, then --as categories",
        "import-unknown-table" => "no sheet has a header that is known. Say what it is with --as KIND, or correct the header row",
        "import-old-format" => "this is the old .xls format. Save it as .xlsx",
        "import-protected-file" => "the file is protected with a password. Save it without one",
        "import-damaged-file" => "the file is damaged",
        "import-not-a-table" => "this is neither .xlsx nor text",
        "import-too-large" => "the file is too large",
        "export-needs-reason" => "names and texts go out only for a reason: give --reason",
        "passphrase-too-short" => $"set {ExportCommand.PassphraseVariable} to at least {refusal.Arguments[0]} characters",
        "move-is-sealed" => "a move is written as sealed JSON lines: leave --format out",
        "folder-not-empty" => "the folder is not empty. Choose a new one",
        "no-export" => "there is no whole export in it: a folder with manifest.json, or its .zip",
        "export-too-new" => $"the export is of a newer version ({refusal.Arguments[0]}). Update first",
        "house-not-empty" => "there are data here already. An export moves into an empty folder or database",
        "wrong-passphrase" => $"{ExportCommand.PassphraseVariable} is not the passphrase of this export",
        "export-damaged" => $"the file of {refusal.Arguments[0]} is damaged or not whole at row {refusal.Arguments[1]}. Copy it again; what came in stays, and the import goes on",
        _ => refusal.Code,
    };

    public static async Task SummaryAsync(ImportReport report, TextWriter output)
    {
        await output.WriteLineAsync(string.Create(
            CultureInfo.InvariantCulture,
            $"imported {report.Imported}, already there or copies {report.Duplicates}, refused {report.Refused.Count}, to be looked at {report.Warnings.Count}"));
        foreach (var row in report.Refused.Take(RefusalsShown))
        {
            foreach (var reason in row.Reasons)
            {
                await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  {row.Sheet} {row.Row} {reason.Cell} {reason.Code}"));
            }
        }
        if (report.Refused.Count > RefusalsShown)
        {
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  and {report.Refused.Count - RefusalsShown} more: --json or --refused FILE gives all"));
        }
    }
}
