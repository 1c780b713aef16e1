using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Deeds;

/// <summary>
/// What follows from a deed, as a value: the entry to write, the rows to add, what is to be changed on what was loaded.
/// Nothing of it has happened yet; <see cref="Application"/> makes it so.
/// </summary>
internal sealed class Ruling
{
    private readonly List<object> _rows = [];
    private readonly List<Action<CaseFile>> _changes = [];
    private readonly List<Action<Work, Subject>> _others = [];

    private Ruling(Action<Work, Subject, SubjectKey?, Opening> record) => Record = record;

    /// <summary>Writes the entry; with an opening where the matter has a key to seal it under.</summary>
    public Action<Work, Subject, SubjectKey?, Opening> Record { get; }

    /// <summary>Entries besides, without openings.</summary>
    public IReadOnlyList<Action<Work, Subject>> Others => _others;

    /// <summary>The unit acted upon.</summary>
    public long? UnitId { get; private set; }

    public IReadOnlyList<object> Rows => _rows;
    public IReadOnlyList<Action<CaseFile>> Changes => _changes;

    public static Ruling With<T>(T entry)
        where T : IEntry => new((work, subject, key, opening) =>
        {
            if (key is null)
            {
                work.Record(entry, subject);
            }
            else
            {
                work.Record(entry, subject, key, [opening]);
            }
        });

    public Ruling Also<T>(T entry)
        where T : IEntry
    {
        _others.Add((work, subject) => work.Record(entry, subject));
        return this;
    }

    public Ruling Upon(long? unitId)
    {
        UnitId = unitId;
        return this;
    }

    public Ruling Add(object row)
    {
        _rows.Add(row);
        return this;
    }

    public Ruling Change(Action<Matter> how) => ChangeFile(f => how(f.Matter));

    public Ruling ChangeFile(Action<CaseFile> how)
    {
        _changes.Add(how);
        return this;
    }
}
