namespace Zhuoluo.Foundation;

/// <summary>The calendar day of an instant in mainland China, which has kept UTC+8 without summer time since 1991-09-15.</summary>
internal static class LocalDay
{
    public static TimeSpan Offset { get; } = TimeSpan.FromHours(8);

    public static DateOnly Of(DateTimeOffset at) => DateOnly.FromDateTime(at.ToOffset(Offset).DateTime);
}
