using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Files;

/// <summary>
/// Files for programs: handed in first, each answered with a sealed word, and named by these words in the call that they belong to. So every call stays
/// JSON, is bound to its once key, and a file that is refused is refused by itself. A word is good for half a day and for nothing but naming.
/// </summary>
internal sealed class FileWords(FileDesk desk, KeptFiles kept)
{
    /// <summary>The files of the part "file", and of "small" their small pictures in the same order. All of them or the first refusal.</summary>
    public async Task<Outcome<IReadOnlyList<WordedFile>>> TakeAsync(IFormCollection form, CancellationToken cancel)
    {
        var (whole, small) = (form.Files.GetFiles("file"), form.Files.GetFiles("small"));
        if (whole.Count == 0)
        {
            return new Missing("file");
        }
        if (whole.Count > FileLimits.MostFiles)
        {
            return new TooManyFiles(FileLimits.MostFiles);
        }
        var bytes = new List<(byte[], byte[]?)>(whole.Count);
        for (var i = 0; i < whole.Count; i++)
        {
            if (whole[i].Length > FileLimits.MostBytes)
            {
                return new FileTooHeavy(FileLimits.MostMegabytes);
            }
            var little = small.Count == whole.Count && small[i].Length is > 0 and <= FileLimits.SmallBytes ? await ReadAsync(small[i], cancel) : null;
            bytes.Add((await ReadAsync(whole[i], cancel), little));
        }
        return (await desk.TakeAsync(bytes, cancel)).Then<IReadOnlyList<WordedFile>>(staged =>
        {
            using (staged)
            {
                return staged.Files.Select(f => new WordedFile(kept.Seal(f), f)).ToList();
            }
        });
    }

    /// <summary>What the words name, held until it is given up; a word that is old or none is refused.</summary>
    public async Task<Outcome<StagedFiles>> OpenAsync(IReadOnlyList<string>? words, CancellationToken cancel)
    {
        var files = new List<StoredFile>();
        if (words?.Count > FileLimits.MostFiles)
        {
            return new TooManyFiles(FileLimits.MostFiles);
        }
        foreach (var word in words ?? [])
        {
            if (kept.Open(word) is not { } file || !await desk.HoldAgainAsync(file, cancel))
            {
                desk.Stage(files).Dispose();
                return new FileGone();
            }
            files.Add(file);
        }
        return desk.Stage(files);
    }

    private static async Task<byte[]> ReadAsync(IFormFile file, CancellationToken cancel)
    {
        var bytes = new byte[file.Length];
        await using var stream = file.OpenReadStream();
        await stream.ReadExactlyAsync(bytes, cancel);
        return bytes;
    }
}

internal sealed record WordedFile(string Word, StoredFile File);
