using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Projects.Deeds;

/// <summary>What follows from a deed, as a value: the entry, and what changes.</summary>
internal sealed class ProjectRuling
{
    private readonly List<Action<ProjectFile>> _changes = [];

    private ProjectRuling(Action<Work, Subject> record) => Record = record;

    public Action<Work, Subject> Record { get; }
    public IReadOnlyList<Action<ProjectFile>> Changes => _changes;

    public static ProjectRuling With<T>(T entry)
        where T : IEntry => new((work, subject) => work.Record(entry, subject));

    public ProjectRuling Change(Action<Project> how)
    {
        _changes.Add(f => how(f.Project));
        return this;
    }

    public ProjectRuling Make(object row)
    {
        _changes.Add(f => f.Made.Add(row));
        return this;
    }

    public ProjectRuling Do(Action how)
    {
        _changes.Add(_ => how());
        return this;
    }
}
