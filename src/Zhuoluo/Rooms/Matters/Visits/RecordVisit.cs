using Zhuoluo.Foundation;

namespace Zhuoluo.Rooms.Matters.Visits;

/// <summary>A round of visits by one person on one day, with the matters that came up. Households are counted, never named (row D02).</summary>
internal sealed record RecordVisit(long DriveId, string PlaceCode, DateOnly On, int Households)
{
    /// <summary>More in one day than anybody can visit.</summary>
    public const int MostHouseholds = 200;
    public const int LongestNote = 500;
    public const int LongestName = 50;

    /// <summary>Who visited, when that is not the one who records it.</summary>
    public string? VisitorName { get; init; }
    public string? Note { get; init; }
    public IReadOnlyList<RegisterMatter> Matters { get; init; } = [];
    public string? OnceKey { get; init; }
}

internal sealed record VisitRecorded(long VisitId, IReadOnlyList<Receipt> Receipts);

internal sealed record HouseholdsOutOfRange(int Most) : Refusal("households-out-of-range")
{
    public override string? Field => "Households";
    public override IReadOnlyList<object> Arguments => [Most];
}

/// <summary>One of the matters of the visit cannot be taken in; nothing of the visit was written.</summary>
internal sealed record MatterOfVisitRefused(int Index, Refusal Inner) : Refusal(Inner.Code)
{
    public override string? Field => $"Matters[{Index}].{Inner.Field}";
    public override IReadOnlyList<object> Arguments => Inner.Arguments;
    public override RefusalKind Kind => Inner.Kind;
}

/// <summary>A visit took place: a count of households and of the matters that it brought.</summary>
internal sealed record VisitRecordedV1(Code Drive, Code Town, DateOnly On, int Households, int Matters) : IEntry
{
    public static string Kind => "visit.recorded";
    public static int Version => 1;
}
