using System.Text.RegularExpressions;
using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Organisation;

/// <summary>Reads lines of units onto the units that are known; <see cref="Units"/> is then how all should be, but for their paths.</summary>
internal sealed partial class UnitLines
{
    private readonly IReadOnlyList<UnitLine> _lines;
    private readonly IReadOnlySet<string> _places;
    private readonly Dictionary<string, long> _idByCode;
    private readonly Dictionary<long, int> _lineOf = [];
    private readonly List<LineRefused> _refused = [];

    public UnitLines(IReadOnlyList<UnitLine> lines, IEnumerable<Unit> known, IReadOnlySet<string> places)
    {
        (_lines, _places) = (lines, places);
        Units = known.ToDictionary(u => u.Id);
        _idByCode = Units.Values.ToDictionary(u => u.Code, u => u.Id, StringComparer.Ordinal);
    }

    public Dictionary<long, Unit> Units { get; }
    public IReadOnlyList<LineRefused> Refused => _refused;

    public static bool IsCode(string code) => Shape().IsMatch(code);

    public UnitLine? LineOf(long unitId) => _lineOf.TryGetValue(unitId, out var line) ? _lines[line] : null;

    public Code? ParentCodeOf(Unit unit) => unit.ParentId is { } parent ? new Code(Units[parent].Code) : null;

    public void Read(Act act)
    {
        var waiting = Enumerable.Range(0, _lines.Count).Where(IsGood).ToList();
        // A parent may stand further down in the list: go round until nothing moves any more.
        for (var before = -1; before != waiting.Count && waiting.Count > 0;)
        {
            before = waiting.Count;
            waiting.RemoveAll(i => TryPlace(i, act));
        }
        _refused.AddRange(waiting.Select(i => new LineRefused(i, "parent", "unknown_parent")));
        _refused.Sort((a, b) => a.Line.CompareTo(b.Line));
    }

    private bool IsGood(int i)
    {
        var line = _lines[i];
        var refusal = !Shape().IsMatch(line.Code.Trim()) ? ("code", "bad_code")
            : LineRules.RefuseName(line.Name.Trim()) is { } reason ? ("name", reason)
            : LineRules.UnitKindOf(line.Kind) is null ? ("kind", "unknown_kind")
            : default((string Field, string Reason)?);
        if (refusal is { } no)
        {
            _refused.Add(new LineRefused(i, no.Item1, no.Item2));
        }
        return refusal is null;
    }

    private bool TryPlace(int i, Act act)
    {
        var code = _lines[i].Code.Trim();
        var parentId = default(long?);
        if (_lines[i].Parent?.Trim() is { Length: > 0 } parent)
        {
            if (!_idByCode.TryGetValue(parent, out var found))
            {
                return false;
            }
            parentId = found;
        }
        else if (code.Length > 6 && _idByCode.TryGetValue(code[..6], out var county))
        {
            parentId = county;
        }
        var isNew = !_idByCode.TryGetValue(code, out var id);
        id = isNew ? act.NewId() : id;
        if (_lineOf.ContainsKey(id))
        {
            _refused.Add(new LineRefused(i, "code", "duplicate_code"));
        }
        else if (!isNew && UnitTree.MakesCircle(id, parentId, u => Units.GetValueOrDefault(u)))
        {
            _refused.Add(new LineRefused(i, "parent", "circle"));
        }
        else
        {
            Take(i, id, code, parentId, act);
        }
        return true;
    }

    private void Take(int i, long id, string code, long? parentId, Act act)
    {
        var line = _lines[i];
        var unit = Units.GetValueOrDefault(id) ?? new Unit
        {
            Id = id,
            Code = code,
            Name = "",
            Kind = UnitKind.Department,
            Path = "",
            ValidFrom = Place.Always,
            ChangedAt = act.At,
            ChangedBy = act.Who.Office,
        };
        _idByCode[code] = id;
        _lineOf[id] = i;
        Units[id] = unit with
        {
            Name = line.Name.Trim(),
            Kind = LineRules.UnitKindOf(line.Kind)!.Value,
            ParentId = parentId,
            PlaceCode = _places.Contains(code) ? code : code.Length > 6 && _places.Contains(code[..6]) ? code[..6] : unit.PlaceCode,
            Room = line.Room is { Length: > 0 } room ? room.Trim() : unit.Room,
        };
    }

    [GeneratedRegex("^[0-9]{6}([0-9]{3}){0,2}(-[A-Za-z0-9][A-Za-z0-9-]{0,19})?$")]
    private static partial Regex Shape();
}
