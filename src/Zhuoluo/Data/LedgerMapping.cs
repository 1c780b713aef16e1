using Microsoft.EntityFrameworkCore;

namespace Zhuoluo.Data;

internal static class LedgerMapping
{
    public static void Map(ModelBuilder model)
    {
        model.Entity<PendingEntry>(e =>
        {
            e.ToTable("ledger_pending").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<LedgerEntry>(e =>
        {
            e.ToTable("ledger_entry").HasKey(x => x.Idx);
            e.Property(x => x.Idx).ValueGeneratedNever();
        });
        model.Entity<LedgerHead>(e =>
        {
            e.ToTable("ledger_head").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<SealedOpening>().ToTable("ledger_opening").HasKey(x => new { x.EventId, x.Class });
        model.Entity<SubjectKey>(e =>
        {
            e.ToTable("subject_key").HasKey(x => x.Id);
            e.Property(x => x.Id).ValueGeneratedNever();
        });
        model.Entity<FollowerPosition>().ToTable("follower_position").HasKey(x => x.Name);
        model.Entity<OnceKey>().ToTable("once_key").HasKey(x => x.Hash);
    }
}
