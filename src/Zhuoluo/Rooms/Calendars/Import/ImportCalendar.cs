using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;
using Zhuoluo.Foundation;
using Zhuoluo.Rooms.Organisation;

namespace Zhuoluo.Rooms.Calendars.Import;

/// <summary>A file with one or more holiday notices (see <see cref="CalendarFile"/>).</summary>
internal sealed record ImportCalendar(ReadOnlyMemory<byte> Notice);

/// <param name="Years">Years that were new or different, in order.</param>
/// <param name="Unchanged">Years that were known exactly so.</param>
/// <param name="Moved">Open deadlines that changed.</param>
internal sealed record CalendarImport(IReadOnlyList<int> Years, IReadOnlyList<int> Unchanged, int Moved);

internal sealed record CalendarFileUnreadable() : Refusal("calendar-file-unreadable")
{
    public override string? Field => "Notice";
}

/// <summary>A year has 248 to 251 working days in practice; far from that the file is not a holiday notice.</summary>
internal sealed record CalendarImplausible(int Year, int WorkingDays) : Refusal("calendar-implausible")
{
    public override string? Field => "Notice";
    public override IReadOnlyList<object> Arguments => [Year, WorkingDays];
}

internal sealed class ImportCalendarHandler(Writer writer, CalendarsDoor door, Recomputation recomputation)
{
    private const int FewestWorkingDays = 240;
    private const int MostWorkingDays = 255;

    public async Task<Outcome<CalendarImport>> HandleAsync(ImportCalendar command, Act act, CancellationToken cancel)
    {
        await door.RefreshAsync(cancel);
        var decided = Decide(command, door.Calendar, act);
        if (decided.IsRefused(out var refusal, out var notices))
        {
            return refusal;
        }
        var outcome = await writer.WriteAsync<CalendarImport>(act, work => WriteAsync(work, notices, cancel), cancel);
        if (outcome.IsRefused(out refusal, out var imported))
        {
            return refusal;
        }
        var moved = await recomputation.RunAsync(act, cancel);
        return imported with { Moved = moved };
    }

    public static Outcome<CalendarYear[]> Decide(ImportCalendar command, WorkingCalendar calendar, Act act)
    {
        if (!Permissions.May(act.Who, Capability.ManageCalendars))
        {
            return new NotPermitted();
        }
        if (CalendarFile.Read(command.Notice) is not { } years)
        {
            return new CalendarFileUnreadable();
        }
        var read = new WorkingCalendar(years, calendar.OfficeHours, calendar.DayEnd);
        foreach (var year in years)
        {
            var days = Deadlines.WorkingDaysBetween(new(year.Year - 1, 12, 31), new(year.Year, 12, 31), read);
            if (days is < FewestWorkingDays or > MostWorkingDays)
            {
                return new CalendarImplausible(year.Year, days);
            }
        }
        return years.ToArray();
    }

    private static async Task<Outcome<CalendarImport>> WriteAsync(Work work, CalendarYear[] notices, CancellationToken cancel)
    {
        var changed = new List<int>();
        var unchanged = new List<int>();
        foreach (var notice in notices.OrderBy(n => n.Year))
        {
            (await TakeInAsync(work, notice, cancel) ? changed : unchanged).Add(notice.Year);
        }
        if (changed.Count > 0)
        {
            var version = await work.Db.Set<CalendarVersion>().SingleAsync(v => v.Id == CalendarVersion.TheOne, cancel);
            version.Number++;
        }
        return new CalendarImport(changed, unchanged, 0);
    }

    private static async Task<bool> TakeInAsync(Work work, CalendarYear notice, CancellationToken cancel)
    {
        var days = notice.Holidays.Select(d => Row(notice.Year, d, DayKind.Holiday))
            .Concat(notice.Workdays.Select(d => Row(notice.Year, d, DayKind.MakeUp))).OrderBy(d => d.Day).ToList();
        var before = await work.Db.Set<ImportedDay>().AsNoTracking().Where(d => d.Year == notice.Year).OrderBy(d => d.Day).ToListAsync(cancel);
        var known = await work.Db.Set<ImportedYear>().FirstOrDefaultAsync(y => y.Year == notice.Year, cancel);
        if (known is not null && before.Select(Key).SequenceEqual(days.Select(Key)))
        {
            return false;
        }
        if (known is null)
        {
            work.Db.Add(new ImportedYear { Year = notice.Year, ImportedAt = work.Act.At });
        }
        else
        {
            known.ImportedAt = work.Act.At;
        }
        await work.Db.Set<ImportedDay>().Where(d => d.Year == notice.Year).ExecuteDeleteAsync(cancel);
        work.Db.AddRange(days);
        work.Record(new CalendarImportedV1(notice.Year, notice.Holidays.Count, notice.Workdays.Count), new Subject("calendar", notice.Year));
        return true;
    }

    private static ImportedDay Row(int year, KeyValuePair<DateOnly, string> day, DayKind kind) =>
        new() { Year = year, Day = day.Key, Kind = kind, Name = day.Value };

    private static (DateOnly, DayKind, string) Key(ImportedDay day) => (day.Day, day.Kind, day.Name);
}
