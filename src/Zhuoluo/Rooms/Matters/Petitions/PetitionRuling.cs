using Zhuoluo.Data;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Petitions;

/// <summary>What follows from a petition's deed, as a value: the entry, the changes, and what is done to the matter in the same transaction.</summary>
internal sealed class PetitionRuling
{
    private readonly List<Action<PetitionFile>> _changes = [];
    private readonly List<Deed> _deeds = [];

    private PetitionRuling(Action<Work, Subject> record) => Record = record;

    public Action<Work, Subject> Record { get; }

    /// <summary>The unit acted upon.</summary>
    public long? UnitId { get; private set; }

    /// <summary>Done to the matter before the changes, through its own state table.</summary>
    public IReadOnlyList<Deed> Deeds => _deeds;
    public IReadOnlyList<Action<PetitionFile>> Changes => _changes;

    public static PetitionRuling With<T>(T entry)
        where T : IEntry => new((work, subject) => work.Record(entry, subject));

    public PetitionRuling Upon(long? unitId)
    {
        UnitId = unitId;
        return this;
    }

    public PetitionRuling Do(Deed deed)
    {
        _deeds.Add(deed);
        return this;
    }

    public PetitionRuling Change(Action<Petition> how) => ChangeFile(f => how(f.Petition));

    public PetitionRuling ChangeFile(Action<PetitionFile> how)
    {
        _changes.Add(how);
        return this;
    }
}
