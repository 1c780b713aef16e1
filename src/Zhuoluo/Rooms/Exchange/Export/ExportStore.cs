using System.Globalization;
using System.IO.Compression;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Files of exports, in the data folder under exports/, where no page can reach them; gone when they expire.</summary>
internal sealed class ExportStore(DatabaseOptions options)
{
    public const int Days = 7;

    private string Folder => Path.Combine(options.Folder, "exports");

    public string PathOf(long id) => Path.Combine(Folder, Name(id) + ".zip");

    /// <summary>An empty folder to write into; what an earlier try left there is removed.</summary>
    public string Begin(long id)
    {
        var draft = Path.Combine(Folder, Name(id) + ".work");
        Drop(id);
        Directory.CreateDirectory(draft);
        return draft;
    }

    /// <summary>Packs the folder into the one file and removes it; the file's length.</summary>
    public async Task<long> FinishAsync(long id, CancellationToken cancel)
    {
        var draft = Path.Combine(Folder, Name(id) + ".work");
        var packed = PathOf(id) + ".new";
        await ZipFile.CreateFromDirectoryAsync(draft, packed, CompressionLevel.Fastest, includeBaseDirectory: false, cancel);
        File.Move(packed, PathOf(id), overwrite: true);
        Directory.Delete(draft, recursive: true);
        return new FileInfo(PathOf(id)).Length;
    }

    public void Drop(long id)
    {
        var draft = Path.Combine(Folder, Name(id) + ".work");
        if (Directory.Exists(draft))
        {
            Directory.Delete(draft, recursive: true);
        }
        File.Delete(PathOf(id) + ".new");
        File.Delete(PathOf(id));
    }

    private static string Name(long id) => id.ToString(CultureInfo.InvariantCulture);
}
