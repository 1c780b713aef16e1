namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>
/// An entry as it will be imported: texts trimmed but otherwise as typed, words turned into codes of the directory and of
/// catalog/import/words.json, days as days. Null stands for an empty cell or a missing column.
/// </summary>
internal abstract record ImportedRow;

/// <summary>State closed or open. <see cref="Category"/> is the directory's code where the typed word is one of its labels.</summary>
internal sealed record VisitRow(
    DateOnly Opened, DateOnly? Closed, string State, string? Town, string? Village, string? Secretary, string? Person, string? Phone,
    string? Address, string Text, string? TypedCategory, string? Category, string? Unit, IReadOnlyList<string> Assist,
    string? Result, string? Satisfaction, string? Remark) : ImportedRow;

/// <summary>State done, answered, in_progress or planned. <see cref="From"/> is a unit's code, a town's for its government.</summary>
internal sealed record SuggestionRow(
    DateOnly Opened, DateOnly? Closed, string State, string? From, string? Person, string? Phone, string? Channel, string? ChannelCode,
    string Text, string? Field, string? Unit, IReadOnlyList<string> Assist, string? Result, string? Remark) : ImportedRow;

/// <summary><see cref="Half"/> is am, pm or day.</summary>
internal sealed record DutyShiftRow(
    DateOnly Date, string? Half, string Head, string? Unit, string? Post, string? Phone, string? Remark, bool IsCancelled) : ImportedRow;

/// <summary>State solved or open.</summary>
internal sealed record DutyProblemRow(
    DateOnly Opened, DateOnly? Closed, string State, string Head, string? Person, string? Phone, string Text, string? Unit,
    IReadOnlyList<string> Assist, string? Result, string? Satisfaction, string? Remark) : ImportedRow;

/// <summary>A hotline ticket. Moments hold the time only where one was typed. <see cref="Limit"/> is a limit typed as a length, such as 5个工作日.</summary>
internal sealed record TicketRow(
    string Number, DateTime Opened, DateTime? Deadline, string? Limit, DateTime? Closed, string State, string? TicketKind,
    string? Channel, string? Town, string? Village, string? Person, string? Phone, string? Address, string Text,
    string? TypedCategory, string? Category, string? Unit, IReadOnlyList<string> Assist, string? Result, string? Satisfaction,
    string? Remark) : ImportedRow;

/// <summary>
/// Kind county, town, village, community or grid. <see cref="Parent"/> is a code: as typed, or the leading digits of a
/// national code (12, 9, 6 digits; rules C2).
/// </summary>
internal sealed record PlaceRow(string Code, string Name, string Kind, string? Parent, IReadOnlyList<string> Aliases) : ImportedRow;

/// <summary>Kind department, town, village or company.</summary>
internal sealed record UnitRow(string Code, string Name, string Kind, string? Parent, IReadOnlyList<string> Aliases) : ImportedRow;

/// <summary><see cref="UsualUnits"/> are words for units, or <c>(town)</c> and <c>(village)</c> for those of the matter.</summary>
internal sealed record CategoryRow(string Code, string Name, string? Parent, IReadOnlyList<string> UsualUnits) : ImportedRow;
