using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Exchange.Export;

/// <summary>Records went out of the house: what sort, in which form, how many.</summary>
internal sealed record ExportMadeV1(ExportContent Content, ExportFormat Format, long Rows) : IEntry
{
    public static string Kind => "export.made";
    public static int Version => 1;
}
