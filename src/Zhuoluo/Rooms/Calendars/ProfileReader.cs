namespace Zhuoluo.Rooms.Calendars;

/// <summary>From the tables to the noun.</summary>
internal static class ProfileReader
{
    public static DeadlineProfile Read(ProfileEdition edition, IEnumerable<ProfileEditionRow> rows) =>
        new(edition.Code, edition.Name, [.. Ordered(rows.Select(r => new ProfileRow(r.Kind, r.Urgency, r.Step, new Limit(r.Number, r.Unit))))])
        {
            Edition = edition.Edition,
            Source = edition.Source,
            DayEnd = edition.DayEnd,
            ChangedAt = edition.ChangedAt,
        };

    public static IEnumerable<ProfileRow> Ordered(IEnumerable<ProfileRow> rows) =>
        rows.OrderBy(r => r.Step).ThenBy(r => r.Urgency).ThenBy(r => r.Kind, StringComparer.Ordinal);
}
