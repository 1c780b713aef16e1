using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Rooms.Matters.Mailing;

internal static class MailMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<NoticeChoice>(e =>
        {
            e.ToTable("notice_choice").HasKey(x => x.PersonId);
            e.Property(x => x.PersonId).ValueGeneratedNever();
        });
        model.Entity<OutgoingMail>(e =>
        {
            e.ToTable("outgoing_mail").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
    }
}
