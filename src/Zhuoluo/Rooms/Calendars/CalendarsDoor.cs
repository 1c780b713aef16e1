using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Calendars;

/// <summary>The door to days and limits; a node learns of another node's change within some seconds (<see cref="CalendarsWatch"/>).</summary>
internal sealed class CalendarsDoor(IDbContextFactory<ZhuoluoContext> reads) : Snapshot<CalendarsSnapshot>(reads)
{
    public WorkingCalendar Calendar => Current.Calendar;

    public DeadlineProfile Profile(string code) => Current.Profile(code);

    public Limit LimitFor(string profileCode, string kind, DeadlineUrgency urgency, DeadlineStep step) =>
        Current.LimitFor(profileCode, kind, urgency, step);

    protected override IQueryable<long> Version(ZhuoluoContext db) =>
        db.Set<CalendarVersion>().Where(v => v.Id == CalendarVersion.TheOne).Select(v => v.Number);

    protected override CalendarsSnapshot Load(ZhuoluoContext db, long version) =>
        new(version, new WorkingCalendar(Years(db), ShippedCalendar.OfficeHours, DayEnd.Close), Profiles(db));

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
