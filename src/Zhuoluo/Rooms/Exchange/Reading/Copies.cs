namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>Keys of the rows taken so far. The first of several copies stays.</summary>
internal sealed class Copies
{
    private readonly Dictionary<UInt128, (int Sheet, int Row)> _kept = [];
    private readonly Dictionary<UInt128, ImportedRow> _named = [];
    private readonly HashSet<UInt128> _numbers = [];
    private readonly List<string> _sheets = [];

    public KeptRow? Find(UInt128 key) => _kept.TryGetValue(key, out var place)
        ? new KeptRow(_sheets[place.Sheet], place.Row, _named.GetValueOrDefault(key))
        : null;

    public void Keep(UInt128 key, string sheet, int row, ImportedRow imported)
    {
        var index = _sheets.IndexOf(sheet);
        if (index < 0)
        {
            index = _sheets.Count;
            _sheets.Add(sheet);
        }
        _kept[key] = (index, row);
        if (imported is PlaceRow or UnitRow or CategoryRow)
        {
            _named[key] = imported;
        }
    }

    /// <summary>False when an earlier, different ticket has the number.</summary>
    public bool TakeNumber(string number) => _numbers.Add(CopyKey.Of(TableKind.Tickets, number));
}

/// <summary>The row that stays; <see cref="First"/> is held only for directory rows, whose key is their code alone.</summary>
internal readonly record struct KeptRow(string Sheet, int Row, ImportedRow? First)
{
    public bool Conflicts(ImportedRow other) => (First, other) switch
    {
        (PlaceRow a, PlaceRow b) => a.Name != b.Name || a.Kind != b.Kind,
        (UnitRow a, UnitRow b) => a.Name != b.Name || a.Kind != b.Kind,
        (CategoryRow a, CategoryRow b) => a.Name != b.Name,
        _ => false,
    };
}
