using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Measures;

internal sealed record MeasureTakenV1(MeasureKind MeasureKind, DateOnly ReviewOn) : IEntry
{
    public static string Kind => "measure.taken";
    public static int Version => 1;
}

internal sealed record MeasureReviewedV1(MeasureKind MeasureKind, bool IsLifted) : IEntry
{
    public static string Kind => "measure.reviewed";
    public static int Version => 1;
}
