using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Rooms.Calendars;

internal static class CalendarsMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<ImportedYear>(e =>
        {
            e.ToTable("calendar_year").HasKey(x => x.Year);
            e.Property(x => x.Year).ValueGeneratedNever();
        });
        model.Entity<ImportedDay>().ToTable("calendar_day").HasKey(x => new { x.Year, x.Day });
        model.Entity<ProfileEdition>(e =>
        {
            e.ToTable("deadline_profile").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<ProfileEditionRow>().ToTable("deadline_profile_row").HasKey(x => new { x.EditionId, x.Kind, x.Urgency, x.Step });
        model.Entity<CalendarVersion>(e =>
        {
            e.ToTable("calendar_version").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
