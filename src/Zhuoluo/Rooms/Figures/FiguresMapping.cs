using Microsoft.EntityFrameworkCore;
using Zhuoluo.Data;

namespace Zhuoluo.Rooms.Figures;

internal static class FiguresMapping
{
    public static void Map(ModelBuilder model)
    {
        model.ById<OwnFigure>("figure_definition");
        model.ById<ExternalValue>("figure_external");
        model.ById<StatedFigure>("figure_stated").Ignore(x => x.Made);
        model.Entity<StatedRecords>().ToTable("figure_stated_records").HasKey(x => new { x.StatedId, x.Part });
        model.Entity<FigureCheck>(e =>
        {
            e.ToTable("figure_check").HasKey(x => x.Code);
            e.Ignore(x => x.Holds);
        });
    }
}
