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
            return begun.IsRefused(out var refusal, out var run) ? refusal : await runner.RunAsync(run, file, act, progress, cancel);
        }
    }
}
