using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data.Log;

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
        model.Entity<Shard>(e =>
        {
            e.ToTable("ledger_shard").HasKey(x => x.Year);
            e.Property(x => x.Year).ValueGeneratedNever();
        });
        model.Entity<LedgerTile>().ToTable("ledger_tile").HasKey(x => new { x.Year, x.Level, x.N });
        model.Entity<LedgerCheckpoint>().ToTable("ledger_checkpoint").HasKey(x => new { x.Year, x.Size });
        model.Entity<LedgerCosignature>().ToTable("ledger_cosignature").HasKey(x => new { x.Year, x.Size, x.Witness });
        model.Entity<LedgerKey>().ToTable("ledger_key").HasKey(x => new { x.Year, x.Vkey });
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
