using System.ComponentModel.DataAnnotations;

namespace Zhuoluo.Rooms.Exchange.Export;

internal sealed class ExportForm
{
    [Display(Name = "export.format")]
    [EnumDataType(typeof(ExportFormat))]
    public ExportFormat Format { get; set; } = ExportFormat.Xlsx;
}
