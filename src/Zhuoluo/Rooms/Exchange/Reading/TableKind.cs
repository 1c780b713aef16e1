namespace Zhuoluo.Rooms.Exchange.Reading;

/// <summary>What the rows of one sheet are. A hall duty file holds <see cref="Shifts"/> and <see cref="Problems"/>.</summary>
internal enum TableKind
{
    Visits,
    Suggestions,
    Shifts,
    Problems,
    Tickets,
    Places,
    Units,
    Categories,
    Projects,
}

internal static class TableKindNames
{
    /// <summary>The word of catalog/import and of <c>--as</c>.</summary>
    public static string Code(this TableKind kind) => kind switch
    {
        TableKind.Visits => "visits",
        TableKind.Suggestions => "suggestions",
        TableKind.Shifts => "shifts",
        TableKind.Problems => "problems",
        TableKind.Tickets => "tickets",
        TableKind.Places => "places",
        TableKind.Units => "units",
        TableKind.Projects => "projects",
        _ => "categories",
    };

    /// <summary>The kinds a word of <c>--as</c> allows; empty when the word means none.</summary>
    public static IReadOnlyList<TableKind> Of(string word)
    {
        var code = word.Trim().ToLowerInvariant().Replace('-', ' ').Replace('_', ' ');
        return code is "hall duty" or "duty"
            ? [TableKind.Shifts, TableKind.Problems]
            : [.. Enum.GetValues<TableKind>().Where(kind => kind.Code() == code)];
    }
}
