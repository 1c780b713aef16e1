namespace Zhuoluo.Rooms.Matters.List;

/// <summary>The words of <see cref="FilterAddress"/> for the document of the API; a test holds the two together.</summary>
internal static class FilterWords
{
    public static (string Name, string Meaning)[] All { get; } =
    [
        ("q", "Words of the title or the text, or a number."),
        ("number", "Beginning of the number."),
        ("state", "States, separated by commas; open for all that are."),
        ("light", "green, yellow, red, paused, suspended or none."),
        ("with", "A trait: due-today, requester-replied, extension-asked, suspension-asked, window-escalation, bad-rating, urged, returned, redone, urgent, at-once, not-called, awaiting-check, public."),
        ("whose", "unit, assist or mine."),
        ("kind", "consultation, help, complaint, report, suggestion, wish or enterprise."),
        ("channel", "How it came."),
        ("outcome", "solved, partly-solved, explained or not-possible."),
        ("unit", "Code of the lead unit, with those below it; none for unassigned."),
        ("town", "Code of the town."),
        ("place", "Code of the place."),
        ("category", "Code of the category, with those below it; none for unsorted."),
        ("exact", "1: without what lies below unit and category."),
        ("drive", "Code of the drive; none for matters without one."),
        ("shift", "Id of the turn in the hall."),
        ("month", "Month of opening, as 2026-03."),
        ("from", "First day of opening."),
        ("to", "Last day of opening."),
        ("closed", "Month of closing."),
        ("due", "Day on which the running limit ends."),
        ("confidential", "1: only these; 0: without them."),
        ("sort", "newest, oldest, due or changed."),
    ];
}
