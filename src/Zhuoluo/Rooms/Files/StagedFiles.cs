namespace Zhuoluo.Rooms.Files;

/// <summary>Files that came with a form and lie in the store; held until this is disposed, by when their rows are committed or will never be.</summary>
internal sealed class StagedFiles(FileLeases leases, IReadOnlyList<StoredFile> files) : IDisposable
{
    private bool _isReleased;

    public IReadOnlyList<StoredFile> Files => files;

    public void Dispose()
    {
        if (!_isReleased)
        {
            _isReleased = true;
            leases.Release(files.SelectMany(f => f.Digests));
        }
    }
}
