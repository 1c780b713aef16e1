namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// What one sheet means: its kind, the rows that hold the header, and the column of each field. A plain proposal that a
/// person confirms or changes; what it leaves out is not imported.
/// </summary>
internal sealed record SheetMapping(
    string Sheet,
    TableKind Kind,
    IReadOnlyList<int> HeaderRows,
    IReadOnlyDictionary<string, int> Columns,
    IReadOnlyList<MappedHeader> Headers)
{
    /// <summary>State words a person has given a meaning for this file, tight form to neutral code.</summary>
    public IReadOnlyDictionary<string, string> States { get; init; } = new Dictionary<string, string>();

    /// <summary>The unit of bare numbers in the money column, where the lines above the header say one (单位：万元).</summary>
    public string? MoneyUnit { get; init; }

    /// <summary>The list of projects that the rows go onto; null where the rows are no projects.</summary>
    public ListChoice? List { get; init; }

    /// <summary>The part of this mapping that also serves the office's next file.</summary>
    public SavedMapping ToSaved() => new(
        Kind,
        Headers.ToDictionary(header => header.Key, header => header.Field ?? "", StringComparer.Ordinal),
        States);
}

/// <summary>One header: its texts from the top row down, the field it stands for (null: not imported), and whether the column is hidden.</summary>
internal sealed record MappedHeader(int Column, IReadOnlyList<string> Texts, string? Field, bool IsHidden)
{
    /// <summary>The header as one word by which a saved mapping finds it again.</summary>
    public string Key => string.Join('/', Texts.Select(HeaderWords.Form));
}

/// <summary>What an office has confirmed before: header key to field (empty: leave out), state word to code.</summary>
internal sealed record SavedMapping(TableKind Kind, IReadOnlyDictionary<string, string> Headers, IReadOnlyDictionary<string, string> States);
