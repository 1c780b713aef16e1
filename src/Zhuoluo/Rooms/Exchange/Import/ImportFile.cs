using System.Security.Cryptography;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Tables;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>A file on disk, brought in at once with the columns as they are recognised.</summary>
/// <param name="Path">Where it lies; its name counts as the name under which it was sent.</param>
/// <param name="Place">Code or name of the county or town.</param>
/// <param name="Allowed">What it may be, in the words of --as; "" for anything.</param>
/// <param name="AsOf">The day of the list, when somebody says it.</param>
internal sealed record ImportFile(string Path, string Place, string Allowed = "", DateOnly? AsOf = null)
{
    /// <summary>Where the refused rows go, to be corrected and sent again.</summary>
    public string? RefusedPath { get; init; }

    /// <summary>Words for the reason of a row, for that file; null asks for the heading of the column.</summary>
    public Func<Reading.Refused?, string> Say { get; init; } = row => row is null ? "reason" : string.Join(", ", row.Reasons.Select(reason => $"{reason.Cell} {reason.Code}".Trim()));
}

internal sealed class ImportFileHandler(BeginImportHandler begin, ImportRunner runner)
{
    public async Task<Outcome<ImportReport>> HandleAsync(ImportFile command, Act act, IProgress<ImportProgress>? progress, CancellationToken cancel)
    {
        byte[] digest;
        await using (var stream = File.OpenRead(command.Path))
        {
            digest = await SHA256.HashDataAsync(stream, cancel);
        }
        TableFile file;
        try
        {
            file = TableFile.Open(command.Path);
        }
        catch (UnreadableTable unreadable)
        {
            return new UnreadableFile(unreadable.Code);
        }
        using (file)
        {
            var begun = await begin.HandleAsync(
                new BeginImport(Path.GetFileName(command.Path), digest, command.Place, command.Allowed, command.AsOf) { File = file }, act, cancel);
            if (begun.IsRefused(out var refusal, out var run))
            {
                return refusal;
            }
            var outcome = await runner.RunAsync(run, file, act, progress, cancel);
            if (command.RefusedPath is { } path && !outcome.IsRefused(out _, out var report))
            {
                RefusedFile.Write(path, file, report.Survey, report.Refused, command.Say, cancel);
            }
            return outcome;
        }
    }
}
