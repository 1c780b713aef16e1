using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Exchange.Tables;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>A file that came over the network: kept, looked at, and made a run.</summary>
internal sealed class Upload(ImportStore store, BeginImportHandler begin)
{
    public const long MostBytes = ImportStore.MostMegabytes * 1024L * 1024;

    /// <summary>Room for the other fields of the form.</summary>
    public const long MostRequestBytes = MostBytes + (1 << 20);

    public async Task<Outcome<ImportRun>> TakeAsync(
        IFormFile? file, string place, string allowed, DateOnly? asOf, ImportState first, Act act, CancellationToken cancel)
    {
        if (!Permissions.May(act.Who, Capability.ImportFiles))
        {
            return new NotPermitted();
        }
        if (file is null || file.Length == 0)
        {
            return new NoFile();
        }
        if (file.Length > MostBytes)
        {
            return new FileTooLarge(ImportStore.MostMegabytes);
        }
        await using var stream = file.OpenReadStream();
        var digest = await store.KeepAsync(stream, cancel);
        var outcome = await BeginAsync(Path.GetFileName(file.FileName), digest, place, allowed, asOf, first, act, cancel);
        if (outcome.IsRefused(out _, out _))
        {
            store.Drop(digest);
        }
        return outcome;
    }

    private async Task<Outcome<ImportRun>> BeginAsync(
        string name, byte[] digest, string place, string allowed, DateOnly? asOf, ImportState first, Act act, CancellationToken cancel)
    {
        try
        {
            using var table = TableFile.Open(File.OpenRead(store.PathOf(digest)), name);
            return await begin.HandleAsync(new BeginImport(name, digest, place, allowed, asOf) { File = table, First = first }, act, cancel);
        }
        catch (UnreadableTable unreadable)
        {
            return new UnreadableFile(unreadable.Code);
        }
    }
}
