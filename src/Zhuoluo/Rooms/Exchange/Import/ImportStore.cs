using System.Security.Cryptography;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>
/// Files that came through a page, in the data folder under imports/, where no page can reach them. They hold personal data:
/// a file goes when it has come in, what was refused of it after thirty days.
/// </summary>
internal sealed class ImportStore(DatabaseOptions options)
{
    public const int MostMegabytes = 50;
    public const int Days = 30;

    private string Folder => Path.Combine(options.Folder, "imports");

    public string PathOf(byte[] digest) => Path.Combine(Folder, Convert.ToHexStringLower(digest));

    public string RefusedPathOf(ImportRun run) =>
        Path.Combine(Folder, run.Id.ToString(System.Globalization.CultureInfo.InvariantCulture) + Path.GetExtension(RefusedFile.NameFor(run.Name)));

    /// <summary>Keeps the file under its digest, which it answers.</summary>
    public async Task<byte[]> KeepAsync(Stream upload, CancellationToken cancel)
    {
        Directory.CreateDirectory(Folder);
        var draft = Path.Combine(Folder, Path.GetRandomFileName());
        byte[] digest;
        await using (var file = File.Create(draft))
        {
            await upload.CopyToAsync(file, cancel);
            file.Position = 0;
            digest = await SHA256.HashDataAsync(file, cancel);
        }
        File.Move(draft, PathOf(digest), overwrite: true);
        return digest;
    }

    public void Drop(byte[] digest) => File.Delete(PathOf(digest));

    /// <summary>Removes what is older than thirty days.</summary>
    public void Sweep(DateTimeOffset now)
    {
        if (!Directory.Exists(Folder))
        {
            return;
        }
        foreach (var path in Directory.EnumerateFiles(Folder).Where(path => File.GetLastWriteTimeUtc(path) < now.UtcDateTime.AddDays(-Days)))
        {
            File.Delete(path);
        }
    }
}
