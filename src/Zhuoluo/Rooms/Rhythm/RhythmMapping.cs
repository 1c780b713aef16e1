using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Rhythm;

internal static class RhythmMapping
{
    public static void Map(ModelBuilder model)
    {
        model.ById<Cadence>("cadence").Property(x => x.Version).IsConcurrencyToken();
        model.ById<CadenceEdition>("cadence_edition");
        model.Entity<CadenceStep>().ToTable("cadence_step").HasKey(x => new { x.EditionId, x.Serial });
        model.Entity<CadenceUnit>().ToTable("cadence_unit").HasKey(x => new { x.EditionId, x.UnitId });
        model.ById<Beat>("beat");
        model.ById<Meeting>("meeting");
        model.Entity<Meeting>().Ignore(x => x.IsOpen).Property(x => x.Version).IsConcurrencyToken();
        model.Entity<MeetingUnit>().ToTable("meeting_unit").HasKey(x => new { x.MeetingId, x.UnitId });
        model.Entity<MeetingProject>().ToTable("meeting_project").HasKey(x => new { x.MeetingId, x.ProjectId });
        model.ById<Decision>("decision").Property(x => x.Version).IsConcurrencyToken();
        model.ById<Bulletin>("bulletin").Property(x => x.Version).IsConcurrencyToken();
        model.ById<Appraisal>("appraisal").Property(x => x.Version).IsConcurrencyToken();
        model.Entity<AppraisalLine>().ToTable("appraisal_line").HasKey(x => new { x.AppraisalId, x.UnitId, x.Measure });
        model.ById<Remark>("remark");
        model.ById<Talk>("talk");
        model.ById<Inspection>("inspection").Ignore(x => x.State).Ignore(x => x.LastToObject).Ignore(x => x.LastToRule).Property(x => x.Version).IsConcurrencyToken();
    }
}
