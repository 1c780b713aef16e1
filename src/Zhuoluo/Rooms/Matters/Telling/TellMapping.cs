using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Rooms.Matters.Telling;

internal static class TellMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<RequesterWay>(e =>
        {
            e.ToTable("requester_way").HasKey(x => x.MatterId);
            e.Property(x => x.MatterId).ValueGeneratedNever();
            e.Ignore(x => x.Ways);
        });
        model.Entity<RequesterMessage>(e =>
        {
            e.ToTable("requester_message").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<AlarmNotice>(e =>
        {
            e.ToTable("alarm_notice").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
