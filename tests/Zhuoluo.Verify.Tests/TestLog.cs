using System.Globalization;
using System.Text;
using Zhuoluo.Ledger;
using Zhuoluo.Ledger.Notes;
using Zhuoluo.Ledger.Receipts;
using Zhuoluo.Ledger.Stores;
using Zhuoluo.Ledger.Trees;

namespace Zhuoluo.Verify.Tests;

/// <summary>A log as files in a folder of its own, which grows, and whose files a test may change.</summary>
public sealed class TestLog : IDisposable
{
    public const string Origin = "ledger.example.gov/2026";
    private static readonly byte[] _seed = [.. Enumerable.Range(7, 32).Select(i => (byte)i)];
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("zlverify");
    private readonly SignerKey _signer;
    private readonly List<byte[]> _entries = [];

    public TestLog()
    {
        var (skey, vkey) = SignerKey.Generate(Origin, KeyKind.Signature, [.. _seed]);
        (_signer, Key) = (SignerKey.Parse(skey), vkey.ToString());
    }

    public string Key { get; }

    public string Folder => Path.Combine(_folder.FullName, "log");

    public string FileOf(string name) => Path.Combine(_folder.FullName, name);

    public void Dispose()
    {
        _signer.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>Publishes so many entries more; from an index on they may be other ones.</summary>
    public async Task GrowAsync(int by, string word = "matter.registered")
    {
        for (var i = 0; i < by; i++)
        {
            _entries.Add(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{{\"at\":\"2026-11-22T04:11:07Z\",\"by\":\"office-012\",\"id\":\"{_entries.Count:x32}\",\"kind\":\"{word}\",\"pub\":{{}},\"v\":1}}")));
        }
        await WriteAsync(Folder);
    }

    /// <summary>Replaces the folder by that of a log that has other entries from an index on, signed with the same key.</summary>
    public async Task ForkAsync(int from, int size)
    {
        Directory.Delete(Folder, recursive: true);
        _entries.RemoveRange(from, _entries.Count - from);
        await GrowAsync(size - from, "another.kind");
    }

    public async Task<string> ReceiptAsync(int index, params Opening[] openings)
    {
        var file = FileOf("receipt.tlog-proof");
        var note = SignedNote.Parse((await new FolderStore(Folder).ReadCheckpointAsync(default))!);
        await File.WriteAllBytesAsync(file, (await Receipt.MakeAsync(new FolderStore(Folder), note, index, openings, default)).ToBytes());
        return file;
    }

    /// <summary>Adds an entry with a commitment and gives its opening.</summary>
    public async Task<Opening> CommitAsync(string data)
    {
        byte[] salt = [.. Enumerable.Range(0, 32).Select(i => (byte)i)];
        var commitment = Commitment.Compute(salt, "matter.text", Encoding.UTF8.GetBytes(data));
        _entries.Add(Encoding.UTF8.GetBytes($"{{\"at\":\"2026-11-22T04:11:07Z\",\"by\":\"office-012\",\"c\":[\"{Convert.ToBase64String(commitment)}\"],\"id\":\"ff\",\"kind\":\"matter.registered\",\"pub\":{{}},\"v\":1}}"));
        await WriteAsync(Folder);
        return new Opening(commitment, salt, "matter.text", Encoding.UTF8.GetBytes(data));
    }

    /// <summary>What the tool says, and the code that it returns.</summary>
    public async Task<(int Code, string Said)> RunAsync(params string[] args)
    {
        await using var output = new StringWriter();
        var code = await new VerifyTool(output, LogAddress.Open).RunAsync([.. args, "--key", Key, "--language", "en"], default);
        return (code, output.ToString());
    }

    private async Task WriteAsync(string folder)
    {
        var edge = new TreeEdge();
        List<FullTile> full = [];
        _entries.ForEach(e => edge.Append(e, full));
        var store = new FolderStore(folder);
        foreach (var tile in full)
        {
            await store.WriteTileAsync(tile.Path, tile.Hashes, default);
        }
        foreach (var tile in Tile.All(edge.Size).Where(t => t.IsEntries))
        {
            await store.WriteTileAsync(tile, EntryBundle.Write([.. _entries.Skip((int)tile.Index << 8).Take(tile.Width).Select(e => (ReadOnlyMemory<byte>)e)]), default);
        }
        foreach (var tile in Tile.All(edge.Size).Where(t => !t.IsEntries && !t.IsFull))
        {
            await store.WriteTileAsync(tile, edge.Partial(tile.Level).ToArray(), default);
        }
        await store.PublishAsync(new Checkpoint(Origin, edge.Size, edge.Root()).Sign([_signer], default).ToBytes(), default);
    }
}
