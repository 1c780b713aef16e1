using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>
/// The door to days and limits: a snapshot in memory, replaced when the room's version row has moved on. Handlers of this room
/// refresh it before they answer; a node learns of another node's change within some seconds (<see cref="CalendarsWatch"/>).
/// </summary>
internal sealed class CalendarsDoor(IDbContextFactory<ZhuoluoContext> reads)
{
    private readonly Lock _loading = new();
    private volatile CalendarsSnapshot? _current;

    public CalendarsSnapshot Current
    {
        get
        {
            if (_current is { } current)
            {
                return current;
            }
            lock (_loading)
            {
                return _current ??= Load();
            }
        }
    }

    public WorkingCalendar Calendar => Current.Calendar;

    public DeadlineProfile Profile(string code) => Current.Profile(code);

    public Limit LimitFor(string profileCode, string kind, DeadlineUrgency urgency, DeadlineStep step) =>
        Current.LimitFor(profileCode, kind, urgency, step);

    /// <summary>Takes in what was committed since; cheap when nothing was.</summary>
    public async Task RefreshAsync(CancellationToken cancel)
    {
        await using var db = await reads.CreateDbContextAsync(cancel);
        var version = await db.Set<CalendarVersion>().Where(v => v.Id == CalendarVersion.TheOne).Select(v => v.Number).SingleAsync(cancel);
        if (_current is { } current && current.Version >= version)
        {
            return;
        }
        lock (_loading)
        {
            if (_current is null || _current.Version < version)
            {
                _current = Load();
            }
        }
    }

    // The version is read first: a change in between is then loaded under the older number and loaded once more, never missed.
    private CalendarsSnapshot Load()
    {
        using var db = reads.CreateDbContext();
        var version = db.Set<CalendarVersion>().Where(v => v.Id == CalendarVersion.TheOne).Select(v => v.Number).Single();
        var calendar = new WorkingCalendar(Years(db), ShippedCalendar.OfficeHours, DayEnd.Close);
        return new CalendarsSnapshot(version, calendar, Profiles(db));
    }

    private static CalendarYear[] Years(ZhuoluoContext db)
    {
        var years = ShippedCalendar.Years.ToDictionary(y => y.Year);
        var days = db.Set<ImportedDay>().ToLookup(d => d.Year);
        foreach (var imported in db.Set<ImportedYear>().ToList())
        {
            years[imported.Year] = new CalendarYear(
                imported.Year, Named(days[imported.Year], DayKind.Holiday), Named(days[imported.Year], DayKind.MakeUp));
        }
        return [.. years.Values];
    }

    private static Dictionary<DateOnly, string> Named(IEnumerable<ImportedDay> days, DayKind kind) =>
        days.Where(d => d.Kind == kind).ToDictionary(d => d.Day, d => d.Name);

    private static Dictionary<string, DeadlineProfile> Profiles(ZhuoluoContext db)
    {
        var profiles = ShippedProfiles.All.ToDictionary(p => p.Code);
        var rows = db.Set<ProfileEditionRow>().ToLookup(r => r.EditionId);
        foreach (var edition in db.Set<ProfileEdition>().OrderBy(p => p.Edition).ToList())
        {
            profiles[edition.Code] = ProfileReader.Read(edition, rows[edition.Id]);
        }
        return profiles;
    }
}
