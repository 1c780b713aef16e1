namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// What was understood of a file before any row is imported; shown as the preview. <see cref="AsOf"/> is the day of the list:
/// given, or found in a title, sheet or file name; null when nobody says. <see cref="OtherSheets"/> hold no entries we know:
/// instructions, lists of drop-downs.
/// </summary>
internal sealed record Survey(
    DateOnly? AsOf,
    int? DefaultYear,
    IReadOnlyList<SheetMapping> Sheets,
    IReadOnlyList<string> OtherSheets);

internal sealed record ReadingOptions
{
    public DateOnly? AsOf { get; init; }

    public int? DefaultYear { get; init; }

    /// <summary>Kinds that may be found; empty allows all.</summary>
    public IReadOnlyList<TableKind> Kinds { get; init; } = [];

    /// <summary>Code of the place the file belongs to: the town of rows that name none, when it is a town.</summary>
    public string? Place { get; init; }

    /// <summary>Shifts known from earlier files: problems may come in a file without them.</summary>
    public IReadOnlyCollection<(DateOnly Day, string Head)> KnownShifts { get; init; } = [];

    public IReadOnlyList<SavedMapping> Saved { get; init; } = [];

    public int TextCharacters { get; init; } = 4_000;
}
