namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// What became of one row, in the order of the file. <see cref="Row"/> counts from 1 as in the spreadsheet (in CSV files:
/// the record, and <see cref="Line"/> the physical line on which it begins).
/// </summary>
internal abstract record Finding(string Sheet, TableKind Kind, int Row, int Line);

/// <summary>A row to import. <see cref="Key"/> is that of an exact copy, the same in every file and spelling.</summary>
internal sealed record Taken(string Sheet, TableKind Kind, int Row, int Line, ImportedRow Entry, UInt128 Key) : Finding(Sheet, Kind, Row, Line);

/// <summary>An exact copy of an earlier row of this file.</summary>
internal sealed record Copied(string Sheet, TableKind Kind, int Row, int Line, string KeptSheet, int KeptRow) : Finding(Sheet, Kind, Row, Line);

/// <summary>A row that must not be imported, with all its cells as they were, to be corrected and sent again.</summary>
internal sealed record Refused(string Sheet, TableKind Kind, int Row, int Line, IReadOnlyList<RefusedCell> Reasons, IReadOnlyList<string> Cells)
    : Finding(Sheet, Kind, Row, Line);

/// <summary>A row is imported although this cell is wrong.</summary>
internal sealed record Warned(string Sheet, TableKind Kind, int Row, int Line, string Cell, string Code, string Typed, string Right)
    : Finding(Sheet, Kind, Row, Line);

/// <summary>
/// Why, and where. <see cref="Code"/> is a reason code of the sample files' README. A record with a wrong number of fields
/// has neither <see cref="Cell"/> nor field. <see cref="Suggestion"/> names what may be meant by a word nearly right.
/// </summary>
internal sealed record RefusedCell(string Code, string? Cell, int? Column, string? Field, string? Suggestion = null);
