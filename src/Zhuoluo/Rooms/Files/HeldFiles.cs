namespace Zhuoluo.Rooms.Files;

/// <summary>Files of several parts of one request, given up together.</summary>
internal sealed class HeldFiles : IDisposable
{
    private readonly List<StagedFiles> _held = [];

    public void Add(StagedFiles files) => _held.Add(files);

    public void Dispose() => _held.ForEach(f => f.Dispose());
}
