using Zhuoluo.Rooms.Exchange.Reading;

namespace Zhuoluo.Rooms.Exchange.Import;

/// <summary>What became of a file. <see cref="Totals"/> counts the rows that this import brought, so it is empty when all were there.</summary>
internal sealed class ImportReport(long runId, Survey survey)
{
    private readonly Dictionary<TableKind, int> _byKind = [];

    public long RunId => runId;

    /// <summary>How the file was understood.</summary>
    public Survey Survey => survey;
    public int Imported => _byKind.Values.Sum();
    public int Duplicates { get; set; }
    public List<Refused> Refused { get; } = [];
    public List<Warned> Warnings { get; } = [];
    public Totals Totals { get; } = new();
    public IReadOnlyDictionary<TableKind, int> ByKind => _byKind;

    /// <summary>Somebody stopped it; the rest comes with the next start.</summary>
    public bool IsStopped { get; set; }

    public void Take(Taken row)
    {
        _byKind[row.Kind] = _byKind.GetValueOrDefault(row.Kind) + 1;
        Totals.Count(row);
    }

    public void Refuse(Refused row)
    {
        Refused.Add(row);
        Totals.Count(row);
    }
}

/// <summary>Rows read so far, of all rows.</summary>
internal readonly record struct ImportProgress(int Rows, int Total);
